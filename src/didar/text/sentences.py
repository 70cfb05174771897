"""Cut a paragraph into sentences: where a full stop, a question or exclamation mark, or dots end one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.persian.verbs import VerbForm, analyse
from didar.persian.words import compound_lemma
from didar.records import Span
from didar.spans import trim
from didar.text.acronyms import are_letters

_CLOSERS = "»”\"'’)\\]"
_LETTER = "[\u0621-\u06cc]{2}"
_MARKS = ".!؟?…"
# Runs of marks are taken whole, so that a million dots take linear time; a set of letters alone is found fastest.
_RUN = re.compile(f"[{_MARKS}]+")
_END = re.compile(rf"(?P<mark>[{_MARKS}]++)(?P<closers>\s?[{_CLOSERS}]++(?=\s|$|[.]|{_LETTER}))?\.?(?=\s|$|{_LETTER})")
_BARE_END = re.compile(rf"(?P<mark>[{_MARKS}]++)(?P<closers>(?!))?(?=[\s\"]|$)")
_GLUED = re.compile(_LETTER)
_OPENERS = {"»": "«", "”": "“", '"': '"', ")": "(", "]": "["}
_LAST_WORD = re.compile(r"[\w.\u200c]+$")
_WORD = re.compile(r"\w")
_WORDS = re.compile(r"[\w\u200c]+")
_NEXT_WORD = re.compile(r"\s*([\w\u200c]+)")
_FURTHEST = 40  # letters before a mark in which its word is looked for
_LONGEST_QUOTATION = 2000  # letters before a straight quotation mark in which the marks are counted
_LONGEST_TITLE = 100  # letters of a title or cry between quotation marks
_TITLE = 5  # words that a title or cry between quotation marks may have
_LONG = 4  # letters of a word that is no part of an acronym, address or abbreviation
_PLAIN = 3  # letters, more than any abbreviation or name of a Latin letter has without a stop in it


class _Stop:
    """A run of marks that may end the sentence, with the words on its sides."""

    def __init__(self, text: str, start: int, match: re.Match[str]) -> None:
        self.text, self.start, self.at, self.end = text, start, match.start(), match.end()
        self.mark: str = match["mark"]
        self.closed = match["closers"] is not None
        self.closer = (match["closers"] or "").strip()[:1]

    @property
    def single(self) -> bool:
        """A full stop and nothing else."""
        return self.mark == "." and not self.closed

    @cached_property
    def before(self) -> str:
        """The word that the marks end, with the stops that stand in it; a space may stand between."""
        found = _LAST_WORD.search(self.text[max(self.start, self.at - _FURTHEST) : self.at].rstrip())
        return found.group() if found else ""

    @property
    def blank(self) -> bool:
        """Whether a space stands between the marks and what they end."""
        return self.text[self.at - 1 : self.at].isspace()

    @cached_property
    def after(self) -> str:
        """The folded word that follows."""
        found = _NEXT_WORD.match(self.text, self.end)
        return fold(found[1]) if found else ""


def find_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the borders of the sentences of one paragraph; a closing » belongs to its sentence."""
    last: tuple[int, int] | None = None
    for first, until in _pieces(text, start, end):
        if last and not _WORD.search(text, first, until):  # marks behind the last: «رفت. .»
            last = (last[0], until)
            continue
        if last:
            yield last
        last = (first, until)
    if last:
        yield last


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = read = start
    for run in _RUN.finditer(text, start, end):
        match = _end_at(text, at, run.start(), end) if run.start() >= read else None
        if match is None:
            continue
        read = match.end()
        if _is_plain(text, match) or not _goes_on(_Stop(text, at, match)):
            yield from _piece(text, at, read)
            at = read
    yield from _piece(text, at, end)


def _end_at(text: str, start: int, at: int, end: int) -> re.Match[str] | None:
    """Return the marks at `at` with what closes behind them; a straight mark that opens a quotation does not."""
    match = _END.match(text, at, end)
    if match and '"' in match[0] and text.count('"', max(start, at - _LONGEST_QUOTATION), at) % 2 == 0:
        return _BARE_END.match(text, at, end)
    return match


def _is_plain(text: str, match: re.Match[str]) -> bool:
    """Tell whether a full stop is one that no rule can doubt: three Persian letters before, none behind."""
    at, end = match.span()
    word = text[at - _PLAIN : at]
    return match[0] == "." and word.isalpha() and not word.isascii() and not text[end : end + 1].isalpha()


def _goes_on(stop: _Stop) -> bool:
    return any(rule(stop) for rule in _GOES_ON)


def _piece(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    span = trim(text, Span(start, end))
    if span.end > span.start:
        yield span.start, span.end


# --- why a mark does not end the sentence ------------------------------------------------------------------------


def _abbreviation(stop: _Stop) -> bool:
    """ه.ش., م., initials."""
    if not stop.single:
        return False
    return fold(stop.before) in _abbreviations() or (len(stop.before) == 1 and stop.before.isalpha())


def _counts(stop: _Stop) -> bool:
    """The number of an item of a list, at the beginning of the sentence."""
    told = stop.text[stop.start : stop.at].strip() if stop.at - stop.start < _FURTHEST else ""
    return stop.single and told.isdigit() and len(told) <= 2


def _acronym(stop: _Stop) -> bool:
    """دی.ان.ای, دی. ان. ای: the stops between names of Latin letters."""
    return stop.mark == "." and are_letters(stop.before.rpartition(".")[2], stop.after)


def _glued_word(stop: _Stop) -> bool:
    """«است.باهنر» is two sentences, for a verb or a long word ends the first; «ای.بی.سی» is one word."""
    if stop.closed or stop.blank or stop.mark.strip(".") or not _GLUED.match(stop.text, stop.end):
        return False
    if stop.text[stop.at - 1] in _OPENERS:  # «به دنبال عملند».در این دیدار
        return False
    word = stop.before.rpartition(".")[2]
    return min(len(word), len(stop.after)) < _LONG and not _is_finite(analyse(fold(word)))


def _dots(stop: _Stop) -> bool:
    """Dots leave something out; they end a sentence only after its verb."""
    if stop.mark == "." or stop.mark.strip("….") != "":
        return False
    return not _is_finite(analyse(fold(stop.before)))


def _latin(stop: _Stop) -> bool:
    """J. Smith, St. John, Vol. 2: short Latin words."""
    short = stop.single and stop.before.isalpha() and len(stop.before) < _LONG
    return short and stop.after != "" and (stop.before + stop.after).isascii()


def _short_quotation(stop: _Stop) -> bool:
    """«شزم!» را دید; او (!) آمد: the mark belongs to a title, a cry or a remark inside the sentence."""
    if not stop.closed or "." in stop.mark:
        return False
    text, start = stop.text, stop.start
    opener = text.rfind(_OPENERS.get(stop.closer, " "), max(start, stop.at - _LONGEST_TITLE), stop.at)
    if opener < 0 or len(text[opener + 1 : stop.at].split()) > _TITLE:
        return False
    before = text[max(start, opener - _FURTHEST) : opener].rstrip()
    return before != "" and not before.endswith(":") and stop.after != ""


def _goes_on_after_quote(stop: _Stop) -> bool:
    """«چرا؟» را پرسید: the mark belongs to the quotation, and the sentence goes on."""
    return stop.closed and (stop.after in _continuing("." in stop.mark) or _is_told(stop))


def _clause_goes_on(stop: _Stop) -> bool:
    """در پاسخ به این پرسش که «چرا؟» پاسخی نداد: what stands before the quotation has no verb yet."""
    text, start = stop.text, stop.start
    opener = text.rfind(_OPENERS.get(stop.closer, " "), max(start, stop.at - _LONGEST_QUOTATION), stop.at)
    if not stop.closed or "." in stop.mark or opener < 0 or not stop.after:
        return False
    before = text[start:opener].rstrip()
    told = (analyse(fold(word)) for word in _WORDS.findall(before))
    return before != "" and not before.endswith(":") and not any(map(_is_finite, told))


def _is_told(stop: _Stop) -> bool:
    """«چرا؟» پرسید, «چرا؟» فریاد زد: the verb of the sentence follows."""
    first, second = (*(found[1] for found in _NEXT_WORD.finditer(stop.text, stop.end, stop.end + _FURTHEST)), "", "")[
        :2
    ]
    for form, noun in ((analyse(fold(first)), ""), (analyse(fold(second)), first)):
        if form and form.person == 3 and form.tense in _TOLD:
            return not noun or compound_lemma(noun, form) is not None
    return False


_TOLD = ("past", "present", "imperfect", "perfect")


def _is_finite(form: VerbForm | None) -> bool:
    return form is not None and form.tense not in ("participle", "infinitive")


_GOES_ON: tuple[Callable[[_Stop], bool], ...] = (
    _abbreviation,
    _counts,
    _acronym,
    _glued_word,
    _dots,
    _latin,
    _short_quotation,
    _goes_on_after_quote,
    _clause_goes_on,
)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(fold(row["abbreviation"]) for row in load_table("abbreviations.tsv"))


@cache
def _continuing(full_stop: bool) -> frozenset[str]:
    rows = load_table("words_continuing.tsv")
    return frozenset(fold(row["word"]) for row in rows if row["after"] == "any" or not full_stop)

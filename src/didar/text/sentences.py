"""Cut a paragraph into sentences: where a full stop, a question or exclamation mark, or dots end one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.persian.verbs import VerbForm, analyse
from didar.records import Span
from didar.spans import trim
from didar.text.acronyms import are_letters

_CLOSERS = "»”\"'’)\\]"
_LETTER = "[\u0621-\u06cc]{2}"
_MARKS = ".!؟?…"
# Runs of marks are taken whole, so that a million dots take linear time; a set of letters alone is found fastest.
_RUN = re.compile(f"[{_MARKS}]+")
_END = re.compile(rf"(?P<mark>[{_MARKS}]++)(?P<closers>\s?[{_CLOSERS}]++(?=\s|$|[.]|{_LETTER}))?\.?(?=\s|$|{_LETTER})")
_GLUED = re.compile(_LETTER)
_LAST_WORD = re.compile(r"[\w.\u200c]+$")
_NEXT_WORD = re.compile(r"\s*([\w\u200c]+)")
_FURTHEST = 40  # letters before a mark in which its word is looked for
_LONG = 5  # letters, more than any abbreviation or name of a Latin letter has


class _Stop:
    """A run of marks that may end the sentence, with the words on its sides."""

    def __init__(self, text: str, start: int, match: re.Match[str]) -> None:
        self.text, self.start, self.at, self.end = text, start, match.start(), match.end()
        self.mark: str = match["mark"]
        self.closed = match["closers"] is not None

    @property
    def single(self) -> bool:
        """A full stop and nothing else."""
        return self.mark == "." and not self.closed

    @cached_property
    def before(self) -> str:
        """The word that the marks end, with the stops that stand in it."""
        return _last_word(self._words_before)

    @property
    def before_blank(self) -> str:
        """The word before, where a space stands between it and the marks."""
        return _last_word(self._words_before.rstrip())

    @property
    def _words_before(self) -> str:
        return self.text[max(self.start, self.at - _FURTHEST) : self.at]

    @cached_property
    def after(self) -> str:
        """The folded word that follows."""
        found = _NEXT_WORD.match(self.text, self.end)
        return fold(found[1]) if found else ""


def _last_word(words: str) -> str:
    found = _LAST_WORD.search(words)
    return found.group() if found else ""


def find_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the borders of the sentences of one paragraph; a closing » belongs to its sentence."""
    at = read = start
    for run in _RUN.finditer(text, start, end):
        match = _END.match(text, run.start(), end) if run.start() >= read else None
        if match is None:
            continue
        read = match.end()
        if _is_plain(text, match) or not _goes_on(_Stop(text, at, match)):
            yield from _piece(text, at, read)
            at = read
    yield from _piece(text, at, end)


def _is_plain(text: str, match: re.Match[str]) -> bool:
    """Tell whether a full stop is one that no rule can doubt: a long word before, a space or the end behind."""
    at, end = match.span()
    return match[0] == "." and text[at - _LONG : at].isalpha() and not text[end : end + 1].isalpha()


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
    word = stop.before
    if not stop.single or not word.isdigit() or len(word) > 2:
        return False
    return not stop.text[stop.start : stop.at - len(word)].strip()


def _acronym(stop: _Stop) -> bool:
    """دی.ان.ای, دی. ان. ای: the stops between names of Latin letters."""
    return stop.mark == "." and are_letters(stop.before.rpartition(".")[2], stop.after)


def _glued_word(stop: _Stop) -> bool:
    """«است.باهنر» is two sentences, for a verb ends the first; «ای.بی.سی» is one word."""
    if stop.closed or stop.mark.strip(".") or not _GLUED.match(stop.text, stop.end):
        return False
    return not _is_finite(analyse(fold(stop.before.rpartition(".")[2])))


def _dots(stop: _Stop) -> bool:
    """Dots leave something out; they end a sentence only after its verb."""
    if stop.mark == "." or stop.mark.strip("….") != "":
        return False
    return not _is_finite(analyse(fold(stop.before)) or analyse(fold(stop.before_blank)))


def _in_brackets(stop: _Stop) -> bool:
    """(؟) and (!) are remarks of the writer."""
    return stop.closed and stop.text[stop.at - 1 : stop.at] in ("(", "[")


def _goes_on_after_quote(stop: _Stop) -> bool:
    """«چرا؟» را پرسید: the mark belongs to the quotation, and the sentence goes on."""
    if not stop.closed or not stop.after:
        return False
    form = analyse(stop.after)
    return stop.after in _continuing() or (form is not None and form.tense in _TOLD)


_TOLD = ("past", "present", "imperfect", "perfect")


def _is_finite(form: VerbForm | None) -> bool:
    return form is not None and form.tense not in ("participle", "infinitive")


_GOES_ON: tuple[Callable[[_Stop], bool], ...] = (
    _abbreviation,
    _counts,
    _acronym,
    _glued_word,
    _dots,
    _in_brackets,
    _goes_on_after_quote,
)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(fold(row["abbreviation"]) for row in load_table("abbreviations.tsv"))


@cache
def _continuing() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in load_table("words_continuing.tsv"))

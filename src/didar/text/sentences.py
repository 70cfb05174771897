"""Cut a paragraph into sentences: where a full stop, a question or exclamation mark, or dots end one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.persian.verbs import analyse
from didar.records import Span
from didar.spans import trim
from didar.text.acronyms import are_letters

_CLOSERS = "»”\"'’)\\]"
_LETTER = "[\u0621-\u06cc]{2}"
_MARKS = ".!؟?…"
# Runs are taken whole and only from their beginning, so that a million dots take linear time.
_END = re.compile(
    rf"(?<![{_MARKS}])(?P<mark>[{_MARKS}]++)(?P<closers>\s?[{_CLOSERS}]++(?=\s|$|[.]|{_LETTER}))?\.?(?=\s|$|{_LETTER})"
)
_GLUED = re.compile(_LETTER)
_LAST_WORD = re.compile(r"[\w.\u200c]+$")
_NEXT_WORD = re.compile(r"\s*([\w\u200c]+)")
_FURTHEST = 40  # letters before a mark in which its word is looked for


def find_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the borders of the sentences of one paragraph; a closing » belongs to its sentence."""
    at = start
    for match in _END.finditer(text, start, end):
        if any(rule(text, at, match) for rule in _GOES_ON):
            continue
        yield from _piece(text, at, match.end())
        at = match.end()
    yield from _piece(text, at, end)


def _piece(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    span = trim(text, Span(start, end))
    if span.end > span.start:
        yield span.start, span.end


# --- why a mark does not end the sentence ------------------------------------------------------------------------


def _abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    """ه.ش., م., initials, a number that counts a list."""
    if match["mark"] != "." or match["closers"]:
        return False
    word = _word_before(text, start, match.start())
    return fold(word) in _abbreviations() or (len(word) == 1 and word.isalpha()) or _counts(text, start, match, word)


def _counts(text: str, start: int, match: re.Match[str], word: str) -> bool:
    return word.isdigit() and len(word) <= 2 and not text[start : match.start() - len(word)].strip()


def _acronym(text: str, start: int, match: re.Match[str]) -> bool:
    """دی.ان.ای, دی. ان. ای: the stops between names of Latin letters."""
    following = _NEXT_WORD.match(text, match.end())
    before = _word_before(text, start, match.start()).rpartition(".")[2]
    return bool(following) and match["mark"] == "." and are_letters(before, following[1] if following else "")


def _dots(text: str, start: int, match: re.Match[str]) -> bool:
    """Dots leave something out; they end a sentence only after its verb."""
    if match["mark"].strip("….") or (len(match["mark"]) < 2 and match["mark"] == "."):
        return False
    form = analyse(fold(_word_before(text, start, match.start()))) or analyse(
        fold(_word_before(text, start, match.start(), blank=True))
    )
    return form is None or form.tense in ("participle", "infinitive")


def _glued_word(text: str, start: int, match: re.Match[str]) -> bool:
    """«است.باهنر» is two sentences, for a verb ends the first; «ای.بی.سی» is one word."""
    if not _GLUED.match(text, match.end()) or match["mark"].strip("."):
        return False
    form = analyse(fold(_word_before(text, start, match.start()).rpartition(".")[2]))
    return not match["closers"] and (form is None or form.tense in ("participle", "infinitive"))


def _goes_on_after_quote(text: str, start: int, match: re.Match[str]) -> bool:
    """«چرا؟» را پرسید: the mark belongs to the quotation, and the sentence goes on."""
    if not match["closers"]:
        return False
    following = _NEXT_WORD.match(text, match.end())
    if not following:
        return False
    word = fold(following[1])
    form = analyse(word)
    return word in _continuing() or (form is not None and form.tense in ("past", "present", "imperfect", "perfect"))


def _in_brackets(text: str, start: int, match: re.Match[str]) -> bool:
    """(؟) and (!) are remarks of the writer."""
    return bool(match["closers"]) and text[match.start() - 1 : match.start()] in ("(", "[")


_GOES_ON: tuple[Callable[[str, int, re.Match[str]], bool], ...] = (
    _abbreviation,
    _acronym,
    _glued_word,
    _dots,
    _in_brackets,
    _goes_on_after_quote,
)


def _word_before(text: str, start: int, at: int, blank: bool = False) -> str:
    """Return the word that ends at `at`; with `blank`, the word before a space there."""
    before = text[max(start, at - _FURTHEST) : at]
    found = _LAST_WORD.search(before.rstrip() if blank else before)
    return found.group() if found else ""


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(fold(row["abbreviation"]) for row in load_table("abbreviations.tsv"))


@cache
def _continuing() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in load_table("words_continuing.tsv"))

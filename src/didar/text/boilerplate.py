"""Tell what belongs to the page and not to the report: the end of a line that is boilerplate, and whole lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.records import Span

_LETTERS = re.compile(r"[^\W\d_]+")
# Lines without a sentence: codes («۷۱۰۴/۶۰۶۸»), dots and stars; addresses, handles and hashtags, one or several.
_CODE = re.compile(r"[\d\s/\\|.…*_\-–—=]+")
_ADDRESSES = re.compile(r"[^\w@#]*+(?:(?:https?://|www\.|[@#])\S++|[A-Za-z\d\-]+(?:\.[A-Za-z\d\-]+)+(?:/\S*)?)\W*")
_HASHTAGS = re.compile(r"[\s\W]*(?:[#@][\w\u200c]+[\s\W]*)+")
_FORM_FROM = 0.6  # a form stands in the last two fifths of an article; higher up its words are somebody's sentence
_LONGEST_PHRASE = 100  # letters of a line that may be one of the phrases; the longest phrase has 34


def squeeze(line: str) -> str:
    """Return the letters of a line and nothing else, folded."""
    return fold("".join(_LETTERS.findall(line))).casefold()


_squeezed = lru_cache(maxsize=64)(squeeze)  # a short line is compared with each list of phrases


def find_tail(text: str, span: Span) -> int | None:
    """Return where in a line of `text` the boilerplate begins; the line's start for the whole line, None for none."""
    line = text[span.start : span.end]
    if _is_phrase(line, "line") or _ends_so(line):
        return span.start
    for place in ("tail", "opens", "form"):
        for match in _stretches(line, place):
            at = span.start + match.start("phrase")
            if place != "form" or at >= _FORM_FROM * len(text):
                return span.start if match.start("phrase") == _first_letter(line) else at
    return None


def _first_letter(line: str) -> int:
    match = _LETTERS.search(line)
    return match.start() if match else 0


def is_form(line: str) -> bool:
    """Tell whether a stretch of boilerplate is a form or bar, after which no report follows."""
    return _pattern("form", _AT_START).match(line) is not None


def ends_report(line: str) -> bool:
    """Tell whether a stretch of boilerplate is the mark of a report's end, behind which captions and links stand."""
    return _pattern("tail", _AT_START).match(line) is not None


def opens_list(line: str) -> bool:
    """Tell whether a line only announces the headlines that follow: «بیشتر بخوانید:»."""
    return _is_phrase(line, "opens")


def _is_phrase(line: str, place: str) -> bool:
    return len(line) <= _LONGEST_PHRASE and _squeezed(line) in _phrases(place)


def count_closing(lines: Sequence[str]) -> int:
    """Count the lines at the end of an article that hold no sentence: codes, addresses, hashtags, «Link»."""
    count = 0
    for line in reversed(lines):
        if not _closes(line):
            break
        count += 1
    return count


def _closes(line: str) -> bool:
    if _CODE.fullmatch(line) or _ADDRESSES.fullmatch(line) or _HASHTAGS.fullmatch(line):
        return True
    return _is_phrase(line, "end") or find_tail(line, Span(0, len(line))) == 0


def _ends_so(line: str) -> bool:
    return len(line) <= _LONGEST_PHRASE and _squeezed(line).endswith(tuple(_phrases("ends")))


@cache
def _phrases(place: str) -> frozenset[str]:
    return frozenset(squeeze(row["phrase"]) for row in load_table("boilerplate.tsv") if row["place"] == place)


# What may stand before boilerplate in a line, at its start and further in, and what may follow the closing words.
# The second begins with a set of letters, so that a line without them is passed over quickly.
_AT_START = r"[\s\u200c*\-–•#/.]*"
_AFTER_MARK = r"[.!؟?»”\)\]…/:]\s*+(?:/\s*+)?"
_AFTER = {"tail": r"(?:\s*/\s*[\w.]*)*+[\s\u200c\d./+]*+$", "opens": r"\s*(?::|/|$)[^.]{0,400}$", "form": ""}


def _stretches(line: str, place: str) -> Iterator[re.Match[str]]:
    """Yield the stretches of boilerplate in a line from left to right."""
    first = _pattern(place, _AT_START).match(line)
    if first:
        yield first
    yield from _pattern(place, _AFTER_MARK).finditer(line, first.end() if first else 0)


@cache
def _pattern(place: str, before: str) -> re.Pattern[str]:
    rows = [row["phrase"] for row in load_table("boilerplate.tsv") if row["place"] == place]
    words = sorted((_loosely(phrase) for phrase in rows), key=len, reverse=True)
    return re.compile(f"{before}(?P<phrase>(?:{'|'.join(words)})(?!\\w){_AFTER[place]})")


def _loosely(phrase: str) -> str:
    """Write a phrase so that its words match with a space, a half-space or nothing between them."""
    return r"[\s\u200c]*".join(re.escape(part) for part in re.split(r"[\s\u200c]+", phrase))

"""Draw the body out of a page of unknown make with trafilatura, its half-spaces guarded."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Sequence

# trafilatura keeps printable characters only, and U+200C is none: it deletes every half-space (measured with 2.3.1).
# This letter stands in for it meanwhile: printable, and used in no text (an obsolete Cyrillic one).
_SENTINEL = "\ua66e"
_HALF_SPACE = re.compile(r"\u200c|&zwnj;?|&#0*8204;?|&#x0*200c;?", re.IGNORECASE)


def body_of(page: str) -> tuple[str, ...]:
    """Return the paragraphs of the main text of a page; empty where none is found."""
    import trafilatura

    # It logs what it gives up on; the caller says so in words of its own.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    guarded = _HALF_SPACE.sub(_SENTINEL, page.replace(_SENTINEL, ""))
    text = trafilatura.extract(guarded, include_comments=False, include_tables=False, include_formatting=False)
    lines = (line.strip() for line in (text or "").replace(_SENTINEL, "\u200c").split("\n"))
    return tuple(line for line in lines if line)


def parted_as_shown(drawn: Sequence[str], shown: Sequence[str]) -> list[str]:
    """Return the drawn lines, each parted where the page shows several lines (the extractor joins those in tables)."""
    whole, openings = frozenset(shown), defaultdict[str, list[int]](list)
    for at, line in enumerate(shown):
        openings[_first_word(line)].append(at)
    return [
        piece
        for line in drawn
        for piece in ([line] if line in whole else _pieces(line, shown, openings[_first_word(line)]))
    ]


def _first_word(line: str) -> str:
    return line.partition(" ")[0]


def _pieces(line: str, shown: Sequence[str], starts: Sequence[int]) -> Sequence[str]:
    """Return the shown lines, from one of `starts` on, that make up a line together; the line itself where none do."""
    for first in starts:
        last, joined = first, ""
        while last < len(shown) and len(joined) < len(line) and line.startswith(joined):
            joined, last = f"{joined} {shown[last]}".strip(), last + 1
        if joined == line:
            return shown[first:last]
    return [line]

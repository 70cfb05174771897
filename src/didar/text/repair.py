"""Repair a text: letters, half-spaces and spaces as a careful editor would have typed them, with every edit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from didar.records import Edit, Repaired, Span

_ARABIC = {"ي": "ی", "ى": "ی", "ك": "ک"}
_RULES = re.compile(r"(?P<letter>[يىك])|(?P<double_space>(?<= ) +)|(?P<nbsp>\u00a0)")


def repair(text: str) -> Repaired:
    """Return the repaired text and the edits that led there, in order, their spans into `text`."""
    edits = tuple(_edits(text))
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (text[at : edit.span.start], edit.to)
        at = edit.span.end
    return Repaired(text="".join(pieces) + text[at:], edits=edits)


def _edits(text: str) -> Iterator[Edit]:
    for match in _RULES.finditer(text):
        to = {"letter": _ARABIC.get(match.group(), ""), "double_space": "", "nbsp": " "}[match.lastgroup or ""]
        yield Edit(span=Span(*match.span()), to=to, rule=match.lastgroup or "")

"""Join parties that stand side by side: «چین و آمریکا», «دو مقام اسرائیلی و یک مقام آمریکایی»."""

from __future__ import annotations

from didar.mentions.found import Found
from didar.mentions.line import Line

_JOINED = ("person", "organization", "group")


def joint_parties(line: Line, here: list[Found]) -> list[Found]:
    """Return one group for every row of mentions joined by «و» (and commas before it)."""
    if len(here) < 2:
        return []
    ordered = sorted((one for one in here if one.type in _JOINED and one.form != "pronoun"), key=lambda one: one.start)
    joint: list[Found] = []
    row: list[Found] = []
    last = False
    for one in ordered:
        link = _link(line, row[-1].end, one.start) if row else None
        if link is None or last:
            joint.extend(_joined(row, last))
            row, last = [], False
        row.append(one)
        last = link == "and"
    joint.extend(_joined(row, last))
    return joint


def _link(line: Line, end: int, start: int) -> str | None:
    between = line.norms[end:start]
    if between == ["،"]:
        return "comma"
    if between and line.is_word(end, "and") and all(line.is_word(at, "besides") for at in range(end + 1, start)):
        return "and"
    return None


def _joined(row: list[Found], last: bool) -> list[Found]:
    if len(row) < 2 or not last:
        return []
    starts = {row[0].start, row[-2].start}  # the first of a row may be no part of it: «به گزارش ایرنا، X و Y»
    return [Found(start, row[-1].end, "group", "nominal", "joint", plural=True) for start in sorted(starts)]

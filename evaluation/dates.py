"""Measure dates: the expressions of dates.tsv in, the share read rightly and of look-alikes refused out.

python evaluation/dates.py [FILE]
"""

from __future__ import annotations

import sys
from pathlib import Path

from didar.mentions.dates import parse_date


def rows(path: Path) -> list[list[str]]:
    """Return the rows of the table: publication day, expression, value, end."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(line + "\t\t").split("\t")[:4] for line in lines[1:]]


def judge(published: str, expression: str, value: str, end: str) -> str | None:
    """Return what is wrong with the reading of an expression, None where it is right."""
    found = parse_date(expression, published or None)
    if value == "none":
        return f"taken for a date: {found.value}" if found else None
    if found is None:
        return "not seen as a date"
    told = (found.value or "-", found.end or "")
    return None if told == (value, end) else f"read as {told[0]} {told[1]}, is {value} {end}"


def main() -> None:
    """Print the figures and every error."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("dates.tsv")
    dates = [row for row in rows(path) if row[2] != "none"]
    names = [row for row in rows(path) if row[2] == "none"]
    for label, group in (("value right", dates), ("look-alikes refused", names)):
        wrong = [(row[1], complaint) for row in group if (complaint := judge(*row))]
        print(f"{label:20} {len(group) - len(wrong)} of {len(group)}  {1 - len(wrong) / len(group):.3f}")
        for expression, complaint in wrong:
            print(f"    {expression}: {complaint}")


if __name__ == "__main__":
    main()

"""Measure how well a phrase that names somebody is read: name, rank, role, organization, country, English, Latin.

    .venv/bin/python evaluation/offices.py [TSV] [--show]

Right is what equals the wanted string (folded, without spaces and marks), or one of several parted by «/».
"""

from __future__ import annotations

import argparse
from pathlib import Path

from didar.mentions.phrase import PhraseParts, parse_phrase
from didar.persian.letters import fold

FIELDS = ("name", "rank", "role", "organization", "country", "english", "latin")
OURS = Path(__file__).with_name("offices.tsv")


def main() -> None:
    """Read the phrases, print the share of each field that is right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("phrases", nargs="?", default=OURS, type=Path)
    parser.add_argument("--show", action="store_true", help="print what differs")
    options = parser.parse_args()
    rows = read_rows(options.phrases)
    right = dict.fromkeys(FIELDS, 0)
    asked = dict.fromkeys(FIELDS, 0)
    for row in rows:
        parts = parse_phrase(row["phrase"])
        for field in FIELDS:
            good = is_right(parts, field, row[field])
            # Where neither side has a value there is nothing to be right about, but an invented value is wrong.
            asked[field] += row[field] != "-" or not good
            right[field] += good and row[field] != "-"
            if options.show and not good:
                print(f"{field}: {row['phrase']} | {row[field]} | {getattr(parts, field)}")
    print(f"{len(rows)} phrases")
    for field in FIELDS:
        print(f"{field:<13}{right[field] / asked[field]:.3f} of {asked[field]}")


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of the set as mappings from column to cell."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    heading = lines[0].split("\t")
    return [dict(zip(heading, line.split("\t"), strict=True)) for line in lines[1:]]


def is_right(parts: PhraseParts, field: str, wanted: str) -> bool:
    """Tell whether a field of the parts is one of the wanted values."""
    found = getattr(parts, field)
    return any((found is None) if one == "-" else squeeze(found or "") == squeeze(one) for one in wanted.split("/"))


def squeeze(words: str) -> str:
    """Return the letters and digits alone."""
    return "".join(letter for letter in fold(words).casefold() if letter.isalnum())


if __name__ == "__main__":
    main()

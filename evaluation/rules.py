"""Print how often each rule is right on the work fold: content rules, then speaker rules.

python -m evaluation.rules [--records RECORDS.jsonl]
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from didar.evaluating.counting import Compared, Counts, speaker_right
from didar.evaluating.pairing import STRICT
from didar.evaluating.scoring import compare_all
from evaluation.shared import load_gold, load_records

Table = dict[str, Counts]


def content_rules(compared: Iterable[Compared]) -> Table:
    """Count what each statement rule found: detected, with exact boundaries, extra."""
    table: Table = defaultdict(Counter)
    for one in compared:
        for pair in one.counted_pairs():
            table[one.found.statements[pair.found].rule].update(found=1, right=1, strict=pair.weight >= STRICT)
        for j in one.pairing.extra:
            table[one.found.statements[j].rule].update(found=1, extra=1)
    return table


def speaker_rules(compared: Iterable[Compared]) -> Table:
    """Count how often each speaker rule named the right one, on detected statements."""
    table: Table = defaultdict(Counter)
    for one in compared:
        for pair in one.counted_pairs():
            rule = one.found.statements[pair.found].speaker_rule or "(none)"
            table[rule].update(found=1, right=speaker_right(one, pair))
    return table


def table_lines(table: Table) -> Iterator[str]:
    """Return a line for each rule, the one that costs most first."""
    for rule, counts in sorted(table.items(), key=lambda item: item[1]["right"] - item[1]["found"]):
        strict = f"  strict {counts['strict']:4}" if "strict" in counts else ""
        share = counts["right"] / counts["found"]
        yield f"{rule:<44} found {counts['found']:4}  right {counts['right']:4}{strict}  ({share:.2f})"


def main() -> None:
    """Read the work fold, or take records, and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=Path, help="records to measure instead of reading the articles now")
    options = parser.parse_args()
    golds = load_gold("work")
    compared = compare_all(golds, load_records(golds, options.records))
    print("statement rules", *table_lines(content_rules(compared)), sep="\n  ")
    print("speaker rules", *table_lines(speaker_rules(compared)), sep="\n  ")


if __name__ == "__main__":
    main()

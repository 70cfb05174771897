"""The lexicon loader refuses a bad line with file and line number."""

from __future__ import annotations

import pytest

from didar.persian.lexicon.loader import LexiconError, parse_counts, parse_table

GOOD = "# words\nword\tclass\texample\nراه\tnoun\tراه باز است.\nمی‌رود\tverb\tوی می‌رود.\n"


def test_rows_are_mappings_from_column_to_cell() -> None:
    rows = parse_table(GOOD, "words.tsv")
    assert [row["word"] for row in rows] == ["راه", "می‌رود"]
    assert rows[1]["example"] == "وی می‌رود."


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("پل\tnoun", "words.tsv:5: 2 columns where the heading has 3"),
        ("كتاب\tnoun\tکتاب.", "words.tsv:5: Arabic letter U+0643"),
        ("پل \tnoun\tپل.", "words.tsv:5: stray space in 'پل '"),
        ("پل\tnoun\tپل  باز است.", "words.tsv:5: stray space"),
        ("می \u200cرود\tverb\tوی.", "words.tsv:5: stray space"),
        ("راه\tnoun\tراه.", "words.tsv:5: 'راه' stands already in line 3"),
    ],
)
def test_a_bad_line_is_refused_with_its_place(line: str, complaint: str) -> None:
    with pytest.raises(LexiconError, match=complaint.replace("+", r"\+")):
        parse_table(GOOD + line + "\n", "words.tsv")


def test_counts() -> None:
    assert parse_counts("# counted\nراه\t12\nپل\t3\n", "w.counts.tsv") == {"راه": 12, "پل": 3}


@pytest.mark.parametrize("bad", ["راه", "راه\tسه", "راه\t1\t2", ""])
def test_a_bad_count_is_refused_with_its_place(bad: str) -> None:
    with pytest.raises(LexiconError, match=r"w\.counts\.tsv:2"):
        parse_counts(f"پل\t3\n{bad}\nرود\t4\n", "w.counts.tsv")

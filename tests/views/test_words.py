"""The sentences of labels.tsv and rules.tsv show what they say: each is read, and the value it stands for comes out."""

from __future__ import annotations

import pytest

import didar
from didar.persian.lexicon.loader import Row, load_table
from didar.records import Record

# Of the labels these are values that reading a sentence gives; the others name parts of a page or of a drawing.
_FIELDS = ("act", "kind", "meeting")
_BEFORE = "وزیر راه\nمهرداد کوهیار وزیر راه کوهستان گفت: پل باز است.\n"


def labels() -> list[Row]:
    return [row for row in load_table("labels.tsv", key=2) if row["field"] in _FIELDS]


def values(record: Record, field: str) -> set[str]:
    if field == "meeting":
        return {meeting.type for meeting in record.meetings}
    return {value for s in record.statements for value in (s.acts if field == "act" else (s.kind,))}


@pytest.mark.parametrize("row", labels(), ids=lambda row: f"{row['field']}-{row['key']}")
def test_label(row: Row) -> None:
    assert row["key"] in values(didar.read("\n" + row["example"]), row["field"])


def rules(record: Record) -> set[str]:
    names = [rule for s in record.statements for rule in (s.rule, s.speaker_rule)]
    names += [mention.rule for entity in record.entities for mention in entity.mentions]
    names += [meeting.rule for meeting in record.meetings]
    return {part for name in names for part in name.split("/")}


@pytest.mark.parametrize("row", load_table("rules.tsv"), ids=lambda row: row["rule"])
def test_rule(row: Row) -> None:
    # Some rules need a headline, some somebody to point back to.
    told = (row["example"] + "\nاین متن خبر است.", "\n" + row["example"], "\n" + _BEFORE + row["example"])
    assert row["rule"] in {rule for text in told for rule in rules(didar.read(text))}

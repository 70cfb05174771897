"""Anomalies: invented records with something wrong in, the name of what is wrong out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from didar.records import Record, Span, Statement
from evaluation.anomalies import count_record, find_anomalies, unread_colons, word_before
from evaluation.corpus import ALL, COLUMNS, read_kept, report_lines, write_kept
from tests.evaluation.invented import TEXT, span


def said(
    content: str, *, source: str | None = "وی", cue: str | None = "افزود", speaker: str | None = "e1"
) -> Statement:
    start = TEXT.index(content)
    return Statement(
        id="s1",
        speaker=speaker,
        source=span(source) if source else None,
        cue=span(cue) if cue else None,
        content=(Span(start, start + len(content)),),
        kind="direct",
        acts=("assert",),
        section="body",
    )


def record(*statements: Statement) -> Record:
    return Record(
        id="r",
        text_sha256="",
        sections=(),
        boilerplate=(span("انتهای پیام"),),
        entities=(),
        statements=statements,
        meetings=(),
        notes=(),
    )


RAILWAY = "راه‌آهن شمالی تا پاییز باز می‌شود"


@pytest.mark.parametrize(
    ("statement", "anomalies"),
    [
        (said(RAILWAY), []),
        (said(RAILWAY, speaker=None), ["no_speaker"]),
        (said(RAILWAY, cue=None), ["no_cue"]),
        (said("اه‌آهن شمالی"), ["mid_word"]),
        (said("و گفت"), ["mid_clause"]),
        (said("را می‌سازیم"), ["mid_clause"]),
        (said("راه‌آهن شمالی تا"), ["dangling"]),
        (said(RAILWAY, source="با یاشار"), ["source_no_noun_phrase"]),
        (said(RAILWAY, source="تالوری دیدار کرد"), ["source_no_noun_phrase"]),
    ],
)
def test_what_looks_wrong_is_named(statement: Statement, anomalies: list[str]) -> None:
    assert [name for name, _ in find_anomalies(record(statement), TEXT)] == anomalies


def test_a_colon_that_opens_no_content_is_unread() -> None:
    both = record(said(RAILWAY), said("پل‌های مرزی را می‌سازیم"))
    assert list(unread_colons(both, TEXT)) == []
    places = list(unread_colons(record(), TEXT))
    assert [word_before(TEXT, place) for place in places] == ["کرد و گفت".partition(" ")[2], "وی افزود"]


def test_a_clock_time_is_no_unread_colon() -> None:
    assert list(unread_colons(record(), "ساعت 10:30 آمد")) == []


def test_one_content_read_twice_is_counted() -> None:
    counts = count_record(record(said(RAILWAY), said(RAILWAY)), TEXT)
    assert (counts["statements"], counts["told_twice_over"], counts["articles_without_statement"]) == (2, 1, 0)


def test_counts_are_kept_and_read_again(tmp_path: Path) -> None:
    counts = {name: Counter({column: n for n, column in enumerate(COLUMNS, 1)}) for name in ("a/b", ALL)}
    write_kept(counts, tmp_path / "corpus.tsv")
    assert read_kept(tmp_path / "corpus.tsv") == counts
    lines = list(report_lines(counts, counts))
    assert lines[2].split() == ["articles_without_statement", "2.0000", "2.0000", "2.0000"]
    assert read_kept(tmp_path / "none.tsv") == {}

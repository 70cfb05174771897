"""The whole reading: what must hold of every record, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import didar
from didar.reading import read_article
from didar.records import Article, Record, Span

WORDS = [
    "وی", "گفت", "که", "افزود", "خواستار", "شد", "به", "گفته", "با", "بیان", "اینکه", "را", "دانست", "وزیر",
    "دفاع", "دریابار", "آرش", "کوهیار", "،", ":", "«", "»", ".", "؟", "در", "دیدار", "این", "از", "خبر",
    "داد", "آمده", "است", "بیانیه", "مورد", "انتقاد", "قرار", "نیز", "همچنین", "ًً", "ـ", "🔹", "12", "۱۴۰۲",
    "http://x.y/z", "@kanal",
]  # fmt: skip


def spans(record: Record) -> Iterator[Span]:
    """Yield every span of a record."""
    yield from (section.span for section in record.sections)
    yield from record.boilerplate
    for statement in record.statements:
        yield from statement.content
        yield from (span for span in (statement.source, statement.cue, statement.topic) if span)
    for entity in record.entities:
        yield from (mention.span for mention in entity.mentions)
        yield from (role.span for role in entity.roles if role.span)
    yield from (meeting.trigger for meeting in record.meetings if meeting.trigger)
    yield from (date.span for date in record.dates)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, "\n"]), min_size=1, max_size=60), st.sampled_from([" ", "", "  "]))
def test_any_words_give_a_record_whose_spans_lie_in_the_text(words: list[str], gap: str) -> None:
    text = "خبر\n" + gap.join(words)
    record = read_article(Article(id="t", text=text))
    assert all(0 <= span.start <= span.end <= len(text) for span in spans(record))
    known = {entity.id for entity in record.entities}
    assert {s.speaker for s in record.statements if s.speaker} <= known
    assert {p.entity for m in record.meetings for p in m.participants} <= known


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_text_gives_a_record(text: str) -> None:
    assert read_article(Article(id="t", text=text)).id == "t"


def test_offsets_point_into_the_text_as_it_was_handed_in() -> None:
    text = "خبر\nآرش كوهيار وزير راه دريابار گفت: جاده ها باز ميشود."
    (statement,) = didar.read(text).statements
    assert statement.source
    assert statement.cue
    assert text[statement.source.start : statement.source.end] == "آرش كوهيار وزير راه دريابار"
    assert text[statement.cue.start : statement.cue.end] == "گفت"
    assert [text[s.start : s.end] for s in statement.content] == ["جاده ها باز ميشود"]


@pytest.mark.parametrize("text", ["خبر بی‌سخن\nپل باز شد.", "x", "۱۲۳"])
def test_nothing_to_find_gives_a_note(text: str) -> None:
    record = didar.read(text)
    assert not record.statements
    assert [note.message for note in record.notes if note.stage == "reading"] == ["no statement and no meeting found"]

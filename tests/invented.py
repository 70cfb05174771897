"""Invented reports with their records, as the reader would hand them to the archive: fictional people and states."""

from __future__ import annotations

import hashlib
import re

from didar.records import (
    Article,
    DateMention,
    Entity,
    EntityMention,
    Event,
    Meeting,
    MeetingPlace,
    MeetingTime,
    Note,
    Participant,
    Record,
    Role,
    Section,
    Source,
    Span,
    Statement,
)
from didar.store.columns import index_words
from didar.store.rows import IndexedWords, Page, Reading, Words

TEXT = """کریمان: بندر ساوان باز می‌شود
سرلشکر مهران کریمان رئیس ستاد کشور ساوان با نریمان الوندی وزیر دفاع کشور مازیار دیدار کرد.
وی در این دیدار گفت: بندر ساوان تا پایان تابستان باز می‌شود. الوندی هم خواستار همکاری دو کشور شد.
انتهای پیام"""


def span_of(text: str, words: str, start: int = 0) -> Span:
    """Return where `words` stand in `text`."""
    at = text.index(words, start)
    return Span(at, at + len(words))


def words_of_text(text: str) -> Words:
    """Return the plain words of a text, its half-spaces dropped: what the text stage does, in small."""
    found = [(m.start(), m.end(), m.group().replace("\u200c", "")) for m in re.finditer(r"[\w\u200c]+", text)]
    norms = tuple(norm for _, _, norm in found)
    stems = tuple(re.sub("(ها|های|ی)$", "", norm) or norm for norm in norms)
    return Words(tuple(s for s, _, _ in found), tuple(e for _, e, _ in found), norms, stems)


def sections_of(text: str) -> tuple[Section, ...]:
    """Return a section for each line: the first is the title."""
    sections, start = [], 0
    for line in text.split("\n"):
        sections.append(Section(type="body" if start else "title", span=Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(sections)


def indexed(text: str, record: Record) -> IndexedWords:
    """Return the words of a text, as `words_of_text` below makes them, for the indexes."""
    return index_words(words_of_text(text), text, record)


def rich_reading(key: str = "savan-1", text: str = TEXT, page: Page | None = None, **source: str) -> Reading:
    """Return a reading in which every field of a record that the archive keeps says something."""
    article = Article(id=key, text=text, source=Source(**source), sections=sections_of(text))
    record = Record(
        id=key,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        source=article.source,
        sections=sections_of(text)[:-1],
        boilerplate=(span_of(text, "انتهای پیام"),),
        entities=_entities(text),
        statements=_statements(text),
        meetings=_meetings(text),
        notes=(Note(stage="text", message="a doubt", span=Span(0, 6)), Note(stage="page", message="hard text")),
        dates=_dates(text),
        events=(
            Event(id="v1", type="CONSULT", actors=("e1",), recipients=("e2",), trigger=span_of(text, "دیدار کرد"),
                  factuality="asserted", mode="meet", contexts=("military",), rule="meeting_is_consult"),
        ),
    )  # fmt: skip
    return Reading(article=article, record=record, words=indexed(text, record), marks=(-5, 2**62, 7), page=page)


def _entities(text: str) -> tuple[Entity, ...]:
    title, named, he = span_of(text, "کریمان"), span_of(text, "مهران کریمان"), span_of(text, "وی")
    role = span_of(text, "رئیس ستاد کشور ساوان")
    return (
        Entity(
            id="e1",
            type="person",
            name="مهران کریمان",
            latin="Mehran Kariman",
            aliases=("کریمان", "سرلشکر کریمان"),
            mentions=(
                EntityMention(span=title, form="name", rule="surname"),
                EntityMention(span=named, form="name", rule="full_name"),
                EntityMention(span=he, form="pronoun", rule="last_speaker"),
            ),
            roles=(
                Role(title="رئیس ستاد کشور ساوان", span=role, english="Chief of Staff of Savan", sector="MIL"),
                Role(title="فرمانده", span=None, status="derived"),
            ),
        ),
        Entity(
            id="e2",
            type="person",
            name="نریمان الوندی",
            latin="Nariman Alvandi",
            country="ZZ",
            mentions=(EntityMention(span=span_of(text, "نریمان الوندی"), form="name", rule="full_name"),),
        ),
    )


def _statements(text: str) -> tuple[Statement, ...]:
    said = span_of(text, "بندر ساوان تا پایان تابستان باز می‌شود")
    return (
        Statement(
            id="s1", speaker="e1", source=span_of(text, "کریمان"), cue=None, kind="direct", acts=("announce",),
            content=(span_of(text, "بندر ساوان باز می‌شود"),), section="title", same_as="s2", rule="headline_colon",
            speaker_status="stated", speaker_rule="surname",
        ),
        Statement(
            id="s2", speaker="e1", source=span_of(text, "وی"), cue=span_of(text, "گفت"), cue_lemma="گفتن",
            content=(said,), kind="direct", acts=("announce", "promise"), section="body", meeting="m1",
            addressees=("e2",), topic=span_of(text, "این دیدار"), confidence=0.9, rule="colon_after_cue",
            speaker_rule="last_speaker", speaker_status="derived", stance="relay",
        ),
        Statement(
            id="s3", speaker="e2", source=span_of(text, "الوندی هم"), cue=span_of(text, "خواستار"), negated=True,
            content=(span_of(text, "همکاری"), span_of(text, "دو کشور")), kind="indirect", acts=("request",),
            section="body", nested_in="s2", rule="split_light_verb",
        ),
    )  # fmt: skip


def _meetings(text: str) -> tuple[Meeting, ...]:
    parties = (Participant(entity="e1", part="host"), Participant(entity="e2", part="visitor"))
    time = MeetingTime(span=None, value="2019-06-08", status="derived")
    place = MeetingPlace(span=span_of(text, "بندر ساوان"), name="بندر ساوان", status="stated")
    trigger = span_of(text, "دیدار کرد")
    return (
        Meeting(id="m1", type="in_person", participants=parties, trigger=trigger, time=time, place=place, rule="verb"),
        Meeting(id="m2", type="phone", participants=parties[:1], trigger=None, standing="announced"),
    )


def _dates(text: str) -> tuple[DateMention, ...]:
    span = span_of(text, "پایان تابستان")
    return (
        DateMention(span=span, value=None, granularity="season", calendar="jalali", status="unknown"),
        DateMention(span=span, value="2019-06-22", end="2019-09-22", granularity="range", calendar="jalali",
                    status="derived", rule="season"),
    )  # fmt: skip


def small_reading(number: int, *, text: str | None = None, published: str | None = None) -> Reading:
    """Return the reading of a report of two lines with one statement; each number is another report."""
    text = text or f"الوندی: پل شماره {number} ساخته شد\nنریمان الوندی گفت: پل شماره {number} ساخته شد."
    said = Span(text.rindex(":") + 2, len(text) - 1)
    speaker = Entity(
        id="e1",
        type="person",
        name="نریمان الوندی",
        mentions=(EntityMention(span=span_of(text, "نریمان الوندی"), form="name", rule="full_name"),),
    )
    statement = Statement(
        id="s1", speaker="e1", source=None, cue=None, content=(said,), kind="direct", acts=("announce",), section="body"
    )
    record = Record(
        id=f"small-{number}",
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        sections=sections_of(text),
        boilerplate=(),
        entities=(speaker,),
        statements=(statement,),
        meetings=(),
        notes=(),
    )
    article = Article(id=f"small-{number}", text=text, source=Source(published=published))
    return Reading(article=article, record=record, words=indexed(text, record))

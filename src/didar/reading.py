"""The whole story: an article in, its record out. The only file that knows the order of the stages."""

from __future__ import annotations

import hashlib

from msgspec.structs import replace

from didar.alignment import Alignment
from didar.calibration import calibrate
from didar.events.find import find_events
from didar.meetings.find import find_meetings
from didar.mentions.find import find_mentions
from didar.records import Article, Note, Record, Repaired, Text
from didar.references.resolve import resolve
from didar.statements.find import find_statements
from didar.text.prepare import prepare_text
from didar.tracing import trace_back


def read_article(article: Article) -> Record:
    """Return what an article says; every span points into `article.text`, code points, as it was handed in."""
    return read_text(prepare_text(article))


def read_text(text: Text) -> Record:
    """Return what a prepared text says, for those who need its words too (the archive indexes them)."""
    article = text.article
    mentions = find_mentions(text)
    sayings = find_statements(text, mentions)
    contacts = find_meetings(text, mentions, sayings)
    deeds = find_events(text, mentions, sayings)
    resolved = resolve(text, mentions, sayings, contacts, deeds)
    record = Record(
        id=article.id,
        text_sha256=hashlib.sha256(article.text.encode()).hexdigest(),
        source=article.source,
        text=article.text,
        repaired=Repaired(text=text.text, edits=text.edits),
        sections=text.sections,
        boilerplate=tuple(section.span for section in text.sections if section.type == "boilerplate"),
        entities=resolved.entities,
        statements=tuple(calibrate(said) for said in resolved.statements),
        meetings=resolved.meetings,
        dates=mentions.dates,
        events=resolved.events,
        notes=(*text.notes, *mentions.notes, *resolved.notes, *_nothing_found(resolved.statements, resolved.meetings)),
    )
    record = trace_back(record, Alignment.from_edits(text.edits))
    return replace(record, notes=(*article.notes, *record.notes))


def _nothing_found(*found: tuple[object, ...]) -> tuple[Note, ...]:
    return () if any(found) else (Note(stage="reading", message="no statement and no meeting found"),)

"""Read records for comparison: JSON Lines of this or another system in, the fields that are measured out.

Only `id` is asked for: a system that finds no meetings leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from didar.evaluating.gold import GoldArticle, GoldError, numbered_lines
from didar.records import Record, Span


class FoundRole(msgspec.Struct, frozen=True):
    """An office that the system gives to an entity."""

    title: str = ""


class FoundEntity(msgspec.Struct, frozen=True, kw_only=True):
    """An entity as a system found it."""

    id: str
    name: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    roles: tuple[FoundRole, ...] = ()


class FoundStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as a system found it."""

    content: tuple[Span, ...] = ()
    kind: str | None = None
    acts: tuple[str, ...] = ()
    speaker: str | None = None
    source: Span | None = None
    cue: Span | None = None
    addressees: tuple[str, ...] = ()
    topic: Span | None = None
    nested_in: str | None = None
    confidence: float | None = None
    cue_lemma: str | None = None
    section: str | None = None
    rule: str = ""
    speaker_rule: str = ""


class FoundParticipant(msgspec.Struct, frozen=True):
    """A participant of a meeting as a system found it."""

    entity: str


class FoundMeeting(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting as a system found it; a participant may be a bare entity id."""

    type: str | None = None
    participants: tuple[FoundParticipant | str, ...] = ()
    trigger: Span | None = None
    rule: str = ""

    def entity_ids(self) -> tuple[str, ...]:
        """Return the ids of the participants."""
        return tuple(p if isinstance(p, str) else p.entity for p in self.participants)


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The measured part of a system's record."""

    id: str
    statements: tuple[FoundStatement, ...] = ()
    entities: tuple[FoundEntity, ...] = ()
    meetings: tuple[FoundMeeting, ...] = ()
    boilerplate: tuple[Span, ...] = ()

    def entity(self, id: str | None) -> FoundEntity | None:
        """Return the entity of an id."""
        return next((e for e in self.entities if e.id == id), None)


_DECODER = msgspec.json.Decoder(Found)


def found_from_record(record: Record) -> Found:
    """Return the measured part of one of Didar's own records."""
    return _DECODER.decode(msgspec.json.encode(record))


def read_found(path: Path) -> dict[str, Found]:
    """Return the records of a JSON Lines file by id; raises GoldError with file and line for a bad one."""
    records: dict[str, Found] = {}
    for place, line in numbered_lines(path):
        try:
            found = _DECODER.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise GoldError(f"{place}: {error}") from error
        if found.id in records:
            raise GoldError(f"{place}: the id {found.id!r} stands twice")
        records[found.id] = found
    return records


def check_spans(golds: Iterable[GoldArticle], records: Mapping[str, Found], path: Path) -> None:
    """Raise GoldError where a span of a record lies outside the text that was annotated."""
    for gold in golds:
        for span in _spans_of(records.get(gold.id) or Found(id=gold.id)):
            if not 0 <= span.start <= span.end <= len(gold.text):
                place = f"{path}: record {gold.id!r}"
                raise GoldError(f"{place}: [{span.start}, {span.end}] is no span of its {len(gold.text)} characters")


def _spans_of(found: Found) -> Iterator[Span]:
    for said in found.statements:
        yield from said.content
        yield from (span for span in (said.source, said.cue, said.topic) if span is not None)
    yield from found.boilerplate

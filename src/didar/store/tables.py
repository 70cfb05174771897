"""Write the parts of a record into their tables, each part as rows that point to their article."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from didar.identities.spelling import name_key, name_words
from didar.records import Article, Entity, Event, Meeting, Record, Role, Span, Statement
from didar.store.files import Connection
from didar.store.rows import Reading

Row = tuple[object, ...]
Ids = dict[str | None, int | None]  # the labels of one record («e1», «s3») -> the numbers of their rows; None -> None
Parts = Iterable[Entity | Meeting | Statement | Event]
DIDAR = "didar"  # who decides where no human being did
GAP = " … "  # between the parts of a content that stands in several places


class RowIds(msgspec.Struct, frozen=True):
    """The numbers that the entities, meetings, statements and events of one record have in the archive."""

    entities: Ids
    meetings: Ids
    statements: Ids
    events: Ids


def write(connection: Connection, article: int, reading: Reading) -> RowIds:
    """Write all parts of a reading's record; return the numbers of their rows."""
    record, text = reading.record, reading.article.text
    ids = _numbers(connection, record)
    _write_page_parts(connection, article, record)
    _write_entities(connection, article, record, ids)
    _write_meetings(connection, article, reading, ids)
    _write_statements(connection, article, record, text, ids)
    _write_events(connection, article, record, ids)
    _write_dates_and_notes(connection, article, record)
    return ids


def remove(connection: Connection, article: int) -> None:
    """Take out what `write` wrote of an article; what hangs on statements, meetings and entities goes with them."""
    for table in ("statements", "meetings", "events", "entities", "sections", "boilerplate", "dates", "notes"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
    connection.execute("DELETE FROM judgements WHERE article = ? AND decided_by = ?", (article, DIDAR))


def pair(span: Span | None) -> tuple[int | None, int | None]:
    """Return the start and end of a span, two nulls where there is none."""
    return (span.start, span.end) if span else (None, None)


_LAST = """SELECT ifnull((SELECT max(id) FROM entities), 0), ifnull((SELECT max(id) FROM meetings), 0),
                  ifnull((SELECT max(id) FROM statements), 0), ifnull((SELECT max(id) FROM events), 0)"""


def _numbers(connection: Connection, record: Record) -> RowIds:
    """Give each part of a record the next number of its table; nobody else writes during our transaction."""
    parts: tuple[Parts, ...] = (record.entities, record.meetings, record.statements, record.events)
    lasts = connection.execute(_LAST).fetchone()
    return RowIds(*map(_numbered, parts, lasts))


def _numbered(parts: Parts, last: int) -> Ids:
    ids: Ids = {None: None}
    ids.update((part.id, number) for number, part in enumerate(parts, last + 1))
    return ids


def _insert(connection: Connection, table: str, rows: list[Row]) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


def _write_page_parts(connection: Connection, article: int, record: Record) -> None:
    sections: list[Row] = [
        (article, at, section.type, *pair(section.span), *pair(section.repeats))
        for at, section in enumerate(record.sections)
    ]
    _insert(connection, "sections", sections)
    _insert(connection, "boilerplate", [(article, at, *pair(span)) for at, span in enumerate(record.boilerplate)])


def _write_entities(connection: Connection, article: int, record: Record, ids: RowIds) -> None:
    entities: list[Row] = []
    roles: list[Row] = []
    mentions: list[Row] = []
    for entity in record.entities:
        id = ids.entities[entity.id]
        own = (entity.id, entity.type, entity.name, entity.latin, entity.country, name_key(entity.name), None)
        entities.append((id, article, *own))
        roles += [
            (id, at, office_id(connection, role), role.status, *pair(role.span)) for at, role in enumerate(entity.roles)
        ]
        mentions += [
            (id, at, mention.span.start, mention.span.end, mention.form, mention.rule)
            for at, mention in enumerate(entity.mentions)
        ]
    _insert(connection, "entities", entities)
    _insert(connection, "roles", roles)
    _insert(connection, "mentions", mentions)


def office_id(connection: Connection, role: Role) -> int:
    """Return the number of an office; write it down when it is first met."""
    told = (role.title, role.english, role.country, role.sector)
    sql = "SELECT id FROM offices WHERE title = ? AND english IS ? AND country IS ? AND sector IS ?"
    known = connection.execute(sql, told).fetchone()
    if known:
        return int(known[0])
    sql = "INSERT INTO offices (title, english, country, sector, key) VALUES (?, ?, ?, ?, ?)"
    return int(connection.execute(sql, (*told, " ".join(name_words(role.title)))).lastrowid or 0)


def _write_meetings(connection: Connection, article: int, reading: Reading, ids: RowIds) -> None:
    record = reading.record
    rows = [_meeting_row(article, meeting, reading.article, ids) for meeting in record.meetings]
    _insert(connection, "meetings", rows)
    participants: list[Row] = [
        (ids.meetings[meeting.id], at, ids.entities[party.entity], party.part)
        for meeting in record.meetings
        for at, party in enumerate(meeting.participants)
    ]
    _insert(connection, "participants", participants)


def _meeting_row(article: int, meeting: Meeting, report: Article, ids: RowIds) -> Row:
    time, place, trigger = meeting.time, meeting.place, meeting.trigger
    return (
        ids.meetings[meeting.id], article, meeting.id, meeting.type, meeting.standing,
        (time.value if time else None) or report.source.published, time.value if time else None,
        place.name if place else None,
        report.text[trigger.start : trigger.end] if trigger else None,
        *pair(trigger),
        *pair(time.span if time else None), time.status if time else None,
        *pair(place.span if place else None), place.status if place else None,
        meeting.confidence, meeting.rule,
    )  # fmt: skip


def _write_statements(connection: Connection, article: int, record: Record, text: str, ids: RowIds) -> None:
    rows = [_statement_row(article, statement, text, ids) for statement in record.statements]
    _insert(connection, "statements", rows)
    contents: list[Row] = []
    acts: list[Row] = []
    addressees: list[Row] = []
    for statement in record.statements:
        id = ids.statements[statement.id]
        contents += [(id, at, span.start, span.end) for at, span in enumerate(statement.content)]
        acts += [(id, at, act) for at, act in enumerate(statement.acts)]
        addressees += [(id, at, ids.entities[label]) for at, label in enumerate(statement.addressees)]
    _insert(connection, "contents", contents)
    _insert(connection, "acts", acts)
    _insert(connection, "addressees", addressees)


def _statement_row(article: int, statement: Statement, text: str, ids: RowIds) -> Row:
    cue = statement.cue
    return (
        ids.statements[statement.id], article, statement.id, ids.entities[statement.speaker],
        GAP.join(text[span.start : span.end] for span in statement.content), statement.kind,
        text[cue.start : cue.end] if cue else None, statement.cue_lemma, statement.cue_tense, statement.stance,
        statement.section, statement.negated, statement.confidence, statement.rule, statement.speaker_rule,
        statement.speaker_status, ids.meetings[statement.meeting], ids.statements[statement.nested_in],
        ids.statements[statement.same_as], None,
        *pair(statement.source), *pair(cue), *pair(statement.topic),
    )  # fmt: skip


def _write_events(connection: Connection, article: int, record: Record, ids: RowIds) -> None:
    events: list[Row] = []
    parties: list[Row] = []
    for event in record.events:
        id = ids.events[event.id]
        told = (event.id, event.type, event.mode, msgspec.json.encode(event.contexts).decode(), event.factuality)
        events.append((id, article, *told, event.rule, *pair(event.trigger)))
        sides = [(label, "actor") for label in event.actors] + [(label, "recipient") for label in event.recipients]
        parties += [(id, at, ids.entities[label], side) for at, (label, side) in enumerate(sides)]
    _insert(connection, "events", events)
    _insert(connection, "event_parties", parties)


def _write_dates_and_notes(connection: Connection, article: int, record: Record) -> None:
    dates: list[Row] = [
        (article, at, *pair(date.span), date.value, date.end, date.granularity, date.calendar, date.status, date.rule)
        for at, date in enumerate(record.dates)
    ]
    notes: list[Row] = [
        (article, at, note.stage, note.message, *pair(note.span)) for at, note in enumerate(record.notes)
    ]
    _insert(connection, "dates", dates)
    _insert(connection, "notes", notes)

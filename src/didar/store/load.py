"""Read an article and its record out of an archive again, as they went in."""

from __future__ import annotations

import zlib
from typing import Any

import msgspec

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
from didar.store.files import Connection

Labels = dict[int | None, str | None]


def load_article(connection: Connection, article: int) -> Article:
    """Return the article as it was handed in to the reader."""
    sql = "SELECT given_id, text, layout, url, outlet, published, path FROM articles WHERE id = ?"
    id, text, layout, url, outlet, published, path = connection.execute(sql, (article,)).fetchone()
    sections = msgspec.json.decode(zlib.decompress(layout), type=tuple[Section, ...]) if layout else ()
    source = Source(url=url, outlet=outlet, published=published, path=path)
    return Article(id=id, text=text, source=source, sections=sections)


def load_record(connection: Connection, number: int) -> Record:
    """Return the record of an article with its text, without its repaired text (a reading makes that anew)."""
    article = load_article(connection, number)
    sha256 = connection.execute("SELECT sha256 FROM articles WHERE id = ?", (number,)).fetchone()[0]
    entities = _labels(connection, "entities", number)
    meetings, statements = (_labels(connection, table, number) for table in ("meetings", "statements"))
    return Record(
        id=article.id,
        text_sha256=sha256,
        text=article.text,
        source=article.source,
        sections=tuple(_section(row) for row in _rows(connection, "sections", number)),
        boilerplate=tuple(Span(row["start"], row["end"]) for row in _rows(connection, "boilerplate", number)),
        entities=tuple(_entity(connection, id) for id in entities if id),
        statements=tuple(_statement(connection, id, entities, meetings, statements) for id in statements if id),
        meetings=tuple(_meeting(connection, id, entities) for id in meetings if id),
        notes=tuple(_note(row) for row in _rows(connection, "notes", number)),
        dates=tuple(_date(row) for row in _rows(connection, "dates", number)),
        events=tuple(_event(connection, id, entities) for id in _labels(connection, "events", number) if id),
    )


class Row(dict[str, Any]):
    """A row by the names of its columns."""

    def span(self, name: str) -> Span | None:
        """Return the span of the columns «name_start» and «name_end», null where they are."""
        start, end = self[f"{name}_start"], self[f"{name}_end"]
        return None if start is None else Span(start, end)


def select(connection: Connection, sql: str, values: tuple[object, ...] = ()) -> list[Row]:
    """Return the rows of a question, each by the names of its columns."""
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [Row(zip(names, values, strict=True)) for values in cursor]


def _rows(connection: Connection, table: str, owner: int, by: str = "article") -> list[Row]:
    return select(connection, f"SELECT * FROM {table} WHERE {by} = ? ORDER BY position", (owner,))


def _labels(connection: Connection, table: str, article: int) -> Labels:
    """Return the numbers and labels of an article's rows, in the order of the record."""
    labels: Labels = {None: None}
    labels.update(connection.execute(f"SELECT id, label FROM {table} WHERE article = ? ORDER BY id", (article,)))
    return labels


def _one(connection: Connection, table: str, id: int) -> Row:
    return select(connection, f"SELECT * FROM {table} WHERE id = ?", (id,))[0]


def _plain_span(row: Row) -> Span | None:
    return None if row["start"] is None else Span(row["start"], row["end"])


def _section(row: Row) -> Section:
    return Section(type=row["type"], span=Span(row["start"], row["end"]), repeats=row.span("repeats"))


def _note(row: Row) -> Note:
    return Note(stage=row["stage"], message=row["message"], span=_plain_span(row))


def _date(row: Row) -> DateMention:
    told = {name: row[name] for name in ("value", "granularity", "calendar", "status", "rule")}
    return DateMention(span=Span(row["start"], row["end"]), end=row["value_end"], **told)


def _entity(connection: Connection, id: int) -> Entity:
    row = _one(connection, "entities", id)
    aliases = """SELECT names.name FROM entity_names JOIN names ON names.id = entity_names.name
                  WHERE entity = ? AND rank > 0 ORDER BY rank"""
    return Entity(
        id=row["label"],
        type=row["type"],
        name=row["name"],
        latin=row["latin"],
        country=row["country"],
        aliases=tuple(name for (name,) in connection.execute(aliases, (id,))),
        mentions=tuple(_mention(row) for row in _rows(connection, "mentions", id, "entity")),
        roles=tuple(_role(row) for row in select(connection, _ROLES, (id,))),
    )


def _mention(row: Row) -> EntityMention:
    return EntityMention(span=Span(row["start"], row["end"]), form=row["form"], rule=row["rule"])


_ROLES = "SELECT * FROM roles JOIN offices ON offices.id = roles.office WHERE entity = ? ORDER BY position"


def _role(row: Row) -> Role:
    told = {name: row[name] for name in ("title", "english", "country", "sector", "status")}
    return Role(span=_plain_span(row), **told)


def _statement(connection: Connection, id: int, entities: Labels, meetings: Labels, statements: Labels) -> Statement:
    row = _one(connection, "statements", id)
    return Statement(
        id=row["label"],
        speaker=entities[row["speaker"]],
        source=row.span("source"),
        cue=row.span("cue"),
        topic=row.span("topic"),
        content=tuple(Span(part["start"], part["end"]) for part in _rows(connection, "contents", id, "statement")),
        acts=tuple(act["act"] for act in _rows(connection, "acts", id, "statement")),
        addressees=_named(_rows(connection, "addressees", id, "statement"), entities),
        meeting=meetings[row["meeting"]],
        nested_in=statements[row["nested_in"]],
        same_as=statements[row["same_as"]],
        negated=bool(row["negated"]),
        **{name: row[name] for name in _PLAIN},
    )


_PLAIN = (
    "kind", "cue_lemma", "cue_tense", "stance", "section", "confidence", "rule", "speaker_rule", "speaker_status",
)  # fmt: skip


def _named(rows: list[Row], entities: Labels) -> tuple[str, ...]:
    return tuple(label for row in rows if (label := entities[row["entity"]]) is not None)


def _meeting(connection: Connection, id: int, entities: Labels) -> Meeting:
    row = _one(connection, "meetings", id)
    parties = _rows(connection, "participants", id, "meeting")
    time = MeetingTime(span=row.span("time"), value=row["date"], status=row["time_status"])
    place = MeetingPlace(span=row.span("place"), name=row["place"], status=row["place_status"])
    return Meeting(
        id=row["label"],
        participants=tuple(Participant(entity=str(entities[party["entity"]]), part=party["part"]) for party in parties),
        trigger=row.span("trigger"),
        time=time if time.status else None,
        place=place if place.status else None,
        **{name: row[name] for name in ("type", "standing", "confidence", "rule")},
    )


def _event(connection: Connection, id: int, entities: Labels) -> Event:
    row = _one(connection, "events", id)
    parties = _rows(connection, "event_parties", id, "event")
    return Event(
        id=row["label"],
        actors=_named([party for party in parties if party["side"] == "actor"], entities),
        recipients=_named([party for party in parties if party["side"] == "recipient"], entities),
        trigger=row.span("trigger"),
        contexts=tuple(msgspec.json.decode(row["contexts"])),
        **{name: row[name] for name in ("type", "mode", "factuality", "rule")},
    )

"""Leave out of a record what is less sure than asked for."""

from __future__ import annotations

from msgspec.structs import replace

from didar.records import Record, Statement


def confident(record: Record, least: float) -> Record:
    """Return the record without statements and meetings below a confidence; nothing refers to what is left out."""
    if not least:
        return record
    meetings = tuple(meeting for meeting in record.meetings if meeting.confidence >= least)
    statements = [statement for statement in record.statements if statement.confidence >= least]
    kept = {meeting.id for meeting in meetings} | {statement.id for statement in statements}
    return replace(record, meetings=meetings, statements=tuple(_unlinked(one, kept) for one in statements))


def _unlinked(statement: Statement, kept: set[str]) -> Statement:
    links = {name: getattr(statement, name) for name in ("meeting", "nested_in", "same_as")}
    lost = {name: None for name, id in links.items() if id and id not in kept}
    return replace(statement, **lost) if lost else statement

"""Draw a record for people to read on a terminal: title, meetings, statements with their speakers, notes."""

from __future__ import annotations

from collections.abc import Iterator

import click

from didar.records import Meeting, Record, Span, Statement
from didar.views.labels import COMMA, Language, label, word
from didar.views.people import Cast
from didar.views.safe import isolate, plain, right_to_left, shorten

_FIRST_LINE = 150


def draw_pretty(record: Record, language: Language = "persian") -> str:
    """Return the drawing of a record, lines with colours; its text must be in it."""
    blocks = (_head(record), _meetings(record, language), _statements(record, language), _notes(record, language))
    lines = [line for block in blocks for line in block]
    return "\n".join(map(right_to_left, lines) if language == "persian" else lines) + "\n"


def text_of(record: Record, span: Span | None) -> str:
    """Return the words of a span."""
    return record.text[span.start : span.end] if span and isinstance(record.text, str) else ""


def title_of(record: Record) -> str:
    """Return the headline; the first line where the report has none."""
    titles = [text_of(record, section.span) for section in record.sections if section.type == "title"]
    return " ".join(titles) or text_of(record, Span(0, 200)).strip().split("\n")[0]


def _head(record: Record) -> Iterator[str]:
    yield click.style(isolate(shorten(title_of(record), 300)), bold=True)
    source = record.source
    told = [isolate(part) for part in (record.id, source.outlet, source.published) if part]
    yield click.style(" · ".join(told), dim=True)


def _meetings(record: Record, language: Language) -> Iterator[str]:
    if not record.meetings:
        return
    cast = Cast(record, language)
    yield _heading("meetings", language)
    for meeting in record.meetings:
        parties = _parties(meeting, cast, language)
        yield f"  {_meeting_label(meeting, language)}: {parties}{when_and_where(record, meeting, language)}"


def _meeting_label(meeting: Meeting, language: Language) -> str:
    name = label("meeting", meeting.type, language)
    standing = "" if meeting.standing == "held" else f" ({label('standing', meeting.standing, language)})"
    return f"{meeting.id} " + click.style(name + standing, fg="cyan")


def _parties(meeting: Meeting, cast: Cast, language: Language) -> str:
    names = [cast.full(participant.entity) for participant in meeting.participants]
    return " — ".join(names) or word("party_unknown", language)


def when_and_where(record: Record, meeting: Meeting, language: Language) -> str:
    told = []
    if meeting.time and meeting.time.span:
        value = f" = {isolate(meeting.time.value)}" if meeting.time.value else ""
        told.append(f"{word('at', language)}: {isolate(text_of(record, meeting.time.span))}{value}")
    if meeting.place and meeting.place.span:
        told.append(f"{word('in', language)}: {isolate(text_of(record, meeting.place.span))}")
    return f" ({'; '.join(told)})" if told else ""


def _statements(record: Record, language: Language) -> Iterator[str]:
    if not record.statements:
        if not record.meetings:
            yield click.style(word("nothing", language), dim=True)
        return
    cast = Cast(record, language)
    yield _heading("statements", language)
    met: set[str | None] = set()
    for statement in record.statements:
        name = cast.short if statement.speaker in met else cast.full
        met.add(statement.speaker)
        yield _who(statement, name(statement.speaker), language) + _links(statement, cast, language)
        yield "      " + isolate(shorten(" … ".join(text_of(record, span) for span in statement.content), _FIRST_LINE))


def _who(statement: Statement, name: str, language: Language) -> str:
    return f"  {statement.id} {click.style(name, fg='green', bold=True)} · {_how(statement, language)}"


def _how(statement: Statement, language: Language) -> str:
    acts = COMMA[language].join(label("act", act, language) for act in statement.acts)
    return click.style(acts, fg="yellow") + " · " + label("kind", statement.kind, language)


def _links(statement: Statement, cast: Cast, language: Language) -> str:
    told = []
    if statement.addressees:
        told.append(f"{word('to', language)} {cast.names(list(statement.addressees))}")
    for key in ("meeting", "nested_in", "same_as"):
        if id := getattr(statement, key):
            told.append(f"{word('said_in' if key == 'meeting' else key, language)} {id}")
    return "".join(f" · {part}" for part in told)


def _notes(record: Record, language: Language) -> Iterator[str]:
    if record.notes:
        yield _heading("notes", language)
    for note in record.notes:
        yield click.style(f"  {plain(note.stage)}: {isolate(note.message)}", dim=True)


def _heading(key: str, language: Language) -> str:
    return click.style(word(key, language), underline=True)

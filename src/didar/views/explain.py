"""Tell in words how each statement was found: the rules and the entries of the lexicon that led to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import click

from didar.persian.lexicon.index import Entry, entries_in, entries_of
from didar.persian.lexicon.loader import load_table
from didar.records import Entity, EntityMention, Meeting, Record, Span, Statement
from didar.views.labels import label
from didar.views.people import Cast
from didar.views.pretty import text_of, title_of
from didar.views.safe import isolate, plain, shorten

# A content before its cue whose clause follows it; the rule's name is that of the first part with this behind it.
_GOES_ON = "_and_that"
_CUE_TABLES = ("cues.tsv", "participles.tsv", "relays.tsv")
_TRIGGER_TABLES = ("meeting_nouns.tsv",)
_SOURCE_TABLES = (
    "pronouns.tsv", "ranks.tsv", "office_modifiers.tsv", "roles.tsv", "organizations.names.tsv",
    "organization_heads.tsv", "groups.tsv", "documents.tsv", "media.names.tsv", "countries.names.tsv",
    "given_names.counts.tsv", "surnames.counts.tsv",
)  # fmt: skip


def explain(record: Record, wanted: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the lines that explain a record, or only those of its statements whose ids are wanted."""
    yield click.style(isolate(shorten(title_of(record), 200)), bold=True)
    for statement in record.statements:
        if not wanted or statement.id in wanted:
            yield from _explain_statement(record, statement)
    for meeting in record.meetings if not wanted else ():
        yield from _explain_meeting(record, meeting)


def describe(rule: str) -> str:
    """Return a rule in words with its name: the parts of a rule made of several are parted by a stroke."""
    return "; ".join(f"{_words_of(part)} [{plain(part)}]" for part in rule.split("/") if part)


def is_described(rule: str) -> bool:
    """Tell whether every part of a rule stands in rules.tsv."""
    return all(part.removesuffix(_GOES_ON) in _descriptions() for part in rule.split("/"))


def _words_of(rule: str) -> str:
    words = _descriptions().get(rule.removesuffix(_GOES_ON), "a rule without description")
    return f"{words}, and it goes on in the clause after «that»" if rule.endswith(_GOES_ON) else words


@cache
def _descriptions() -> dict[str, str]:
    return {row["rule"]: row["english"] for row in load_table("rules.tsv")}


def _explain_statement(record: Record, statement: Statement) -> Iterator[str]:
    cast = Cast(record, "english")
    yield ""
    yield click.style(f"{statement.id}  {cast.full(statement.speaker)}", bold=True)
    yield _row("said", " … ".join(isolate(shorten(text_of(record, span), 200)) for span in statement.content))
    yield _row("how", describe(statement.rule))
    yield from _cue(record, statement)
    yield from _speaker(record, statement, cast.get(statement.speaker))
    yield _row("kind", f"{label('kind', statement.kind, 'english')}; reported {statement.stance}")
    yield _row("acts", ", ".join(label("act", act, "english") for act in statement.acts))
    yield from _links(record, statement)
    yield _row("sure", f"{statement.confidence:.0%}")


def _explain_meeting(record: Record, meeting: Meeting) -> Iterator[str]:
    cast = Cast(record, "english")
    trigger = text_of(record, meeting.trigger)
    yield ""
    yield click.style(f"{meeting.id}  {' — '.join(cast.full(one.entity) for one in meeting.participants)}", bold=True)
    yield _row("how", describe(meeting.rule))
    yield _row("trigger", isolate(trigger))
    for entry in entries_in(trigger, _TRIGGER_TABLES):
        yield _entry(entry)
    yield _row("type", f"{label('meeting', meeting.type, 'english')}; {label('standing', meeting.standing, 'english')}")
    yield _row("sure", f"{meeting.confidence:.0%}")


def _cue(record: Record, statement: Statement) -> Iterator[str]:
    form = [name for name in (statement.cue_tense, "negated" if statement.negated else None) if name]
    yield _row("cue", ", ".join([isolate(text_of(record, statement.cue)) or "none: a headline", *form]))
    for entry in entries_of(statement.cue_lemma or "", _CUE_TABLES):
        yield _entry(entry)


def _speaker(record: Record, statement: Statement, speaker: Entity | None) -> Iterator[str]:
    words = text_of(record, statement.source)
    yield _row("source", isolate(words) or "left out")
    for entry in entries_in(words, _SOURCE_TABLES):
        yield _entry(entry)
    yield _row("speaker", f"{describe(statement.speaker_rule)}; {label('status', statement.speaker_status, 'english')}")
    if mention := _mention_at(speaker, statement.source):
        yield _row("", describe(mention.rule))


def _mention_at(entity: Entity | None, span: Span | None) -> EntityMention | None:
    if entity is None or span is None:
        return None
    return next((one for one in entity.mentions if span.start <= one.span.start < span.end), None)


def _links(record: Record, statement: Statement) -> Iterator[str]:
    for name in ("same_as", "nested_in", "meeting"):
        if id := getattr(statement, name):
            yield _row(name.replace("_", " "), id)
    for note in record.notes:
        if note.stage == "references" and note.message.startswith(f"{statement.id} "):
            yield _row("note", isolate(note.message))


def _entry(entry: Entry) -> str:
    told = ", ".join(f"{name} {isolate(cell)}" for name, cell in entry.cells.items() if cell not in ("-", ""))
    return _row("", f"{entry.file}:{entry.line}  {isolate(entry.word)}  {told}")


def _row(name: str, words: str) -> str:
    return f"    {name:<10}{words}"

"""Link statements to the meeting in which they were made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cache

import msgspec
from msgspec.structs import replace

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.records import Entity, Meeting, Participant, Sentence, Statement, Text
from didar.references.merge_meetings import MOST_TOLD, ToldMeeting


class _Setting(msgspec.Struct, frozen=True, gc=False):
    """What a rule looks at: the statement, its sentence, the meetings told so far, the last one that a statement had,
    and those of the whole article that the narrator tells."""

    statement: Statement
    sentence: Sentence
    meetings: tuple[ToldMeeting, ...]
    before: ToldMeeting | None
    article: tuple[ToldMeeting, ...]


Rule = Callable[[_Setting], ToldMeeting | None]


def link_meetings(
    statements: tuple[Statement, ...], meetings: tuple[ToldMeeting, ...], entities: tuple[Entity, ...], text: Text
) -> tuple[tuple[Statement, ...], tuple[Meeting, ...]]:
    """Return the statements, each with the id of its meeting where the text ties it to one, and the meetings.

    Who speaks «در این دیدار» was there: somebody whom the report has not yet named as a participant becomes one.
    """
    if not meetings:
        return statements, ()
    starts = [sentence.start for sentence in text.sentences]
    first_told = [min((span.start for span in told.triggers), default=0) for told in meetings]
    narrated = tuple(told for told in meetings[:MOST_TOLD] if _is_narrated(told, statements))
    linked: list[Statement] = []
    before: ToldMeeting | None = None
    for statement in statements:
        sentence = text.sentences[max(bisect_right(starts, _told_at(statement)) - 1, 0)]
        behind = bisect_right(first_told, sentence.end)
        near = meetings[max(behind - MOST_TOLD, 0) : behind]
        setting = _Setting(statement, sentence, near, before, narrated)
        found = next((told for rule in _RULES if (told := rule(setting)) is not None), None)
        linked.append(replace(statement, meeting=found.meeting.id) if found else statement)
        if statement.nested_in is None:
            before = found or before
    people = {entity.id for entity in entities if entity.type == "person"}
    present: dict[str | None, list[str]] = {}
    for said in linked:
        if said.nested_in is None and said.speaker in people:
            present.setdefault(said.meeting, []).append(said.speaker)
    return _as_told_again(linked), tuple(_with_speakers(told.meeting, present) for told in meetings)


def _with_speakers(meeting: Meeting, present: dict[str | None, list[str]]) -> Meeting:
    """Add those who spoke in a meeting to its participants; reporters are none of a news conference."""
    if meeting.type in ("press", "letter", "visit"):
        return meeting
    known = {participant.entity for participant in meeting.participants}
    new = [speaker for speaker in dict.fromkeys(present.get(meeting.id, ())) if speaker not in known]
    return replace(meeting, participants=(*meeting.participants, *(Participant(entity=entity) for entity in new)))


def _told_at(statement: Statement) -> int:
    return (statement.cue or statement.content[0]).start


def _is_narrated(told: ToldMeeting, statements: tuple[Statement, ...]) -> bool:
    """Tell whether a meeting is told outside everybody's words: what a speaker tells of another day is no setting."""
    return any(not any(_in_words(said, trigger.start) for said in statements) for trigger in told.triggers)


def _takes_part(told: ToldMeeting, statement: Statement) -> bool:
    return any(participant.entity == statement.speaker for participant in told.meeting.participants)


def _in_words(statement: Statement, position: int) -> bool:
    return any(span.start <= position < span.end for span in statement.content)


def meeting_in_frame(setting: _Setting) -> ToldMeeting | None:
    """«X در دیدار با Y گفت»: a meeting told in the statement's sentence, outside its words, by one who was there."""
    for told in setting.meetings:
        here = (t for t in told.triggers if setting.sentence.start <= t.start < setting.sentence.end)
        if _takes_part(told, setting.statement) and any(not _in_words(setting.statement, t.start) for t in here):
            return told
    return None


def points_back(setting: _Setting) -> ToldMeeting | None:
    """«وی در این دیدار گفت»: the last meeting told before."""
    norms = [(token.start, token.norm) for token in setting.sentence.tokens]
    pointing = folded("meetings.toml", "pointing")
    topics = folded("meetings.toml", "spoken_of")
    pointed = [
        at
        for (_, before), (at, first), (_, second) in zip([(0, ""), *norms], norms, norms[1:], strict=False)
        if first in pointing and second in _nouns() and before not in topics
    ]
    if not any(not _in_words(setting.statement, at) for at in pointed):
        return None
    told = [t for t in setting.meetings if any(span.start < setting.sentence.start for span in t.triggers)]
    there = [t for t in told if _takes_part(t, setting.statement)] or told
    return max(there, key=lambda t: _last_before(t, setting.sentence.start), default=None)


def _last_before(told: ToldMeeting, position: int) -> int:
    return max((span.start for span in told.triggers if span.start < position), default=-1)


def goes_on(setting: _Setting) -> ToldMeeting | None:
    """A statement before was made in a meeting, and one of its participants speaks on."""
    before = setting.before
    return before if before and _takes_part(before, setting.statement) else None


def headline_of_meeting(setting: _Setting) -> ToldMeeting | None:
    """A headline or lead gives the words of one who takes part in a single meeting of the article."""
    if setting.statement.section not in ("title", "lead"):
        return None
    his = [told for told in setting.article if _takes_part(told, setting.statement)]
    return his[0] if len(his) == 1 else None


_RULES: tuple[Rule, ...] = (meeting_in_frame, points_back, goes_on, headline_of_meeting)


def _as_told_again(statements: list[Statement]) -> tuple[Statement, ...]:
    """Give a headline's statement the meeting of the body statement that it tells."""
    meetings = {statement.id: statement.meeting for statement in statements}
    return tuple(
        replace(s, meeting=meetings.get(s.same_as)) if s.meeting is None and s.same_as else s for s in statements
    )


@cache
def _nouns() -> frozenset[str]:
    """Return the words that alone name a meeting, with their endings."""
    endings = load_patterns("meetings.toml")["endings"]
    words = (row["word"] for row in load_table("meeting_nouns.tsv") if " " not in row["word"])
    return frozenset(fold(word + ending) for word in words for ending in endings)

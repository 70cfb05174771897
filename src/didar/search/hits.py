"""What the archive answers: found reports, statements, meetings and people, with the names of the contract."""

from __future__ import annotations

import msgspec

from didar.records import Span


class ArticleHit(msgspec.Struct, frozen=True, kw_only=True):
    """A report that a query found; `highlights` are code points of its text as published."""

    article: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    snippet: str
    marks: tuple[Span, ...] = ()
    highlights: tuple[Span, ...] = ()
    score: float | None = None
    story: int | None = None
    number: int


class StatementHit(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what, where and when; `speaker_*` are null where the report does not say who spoke."""

    article: str
    statement: str
    published: str | None
    outlet: str | None
    speaker: str | None
    latin: str | None
    country: str | None
    role: str | None
    role_english: str | None
    acts: tuple[str, ...]
    kind: str
    cue: str | None
    content: str
    addressees: tuple[str, ...]
    section: str
    confidence: float
    rule: str
    title: str | None
    url: str | None
    person: int | None
    number: int


class ParticipantHit(msgspec.Struct, frozen=True, kw_only=True):
    """One who took part in a meeting."""

    name: str
    latin: str | None
    country: str | None
    part: str
    person: int | None


class MeetingHit(msgspec.Struct, frozen=True, kw_only=True):
    """Who met whom, where and when."""

    article: str
    meeting: str
    published: str | None
    outlet: str | None
    type: str
    standing: str
    date: str | None
    place: str | None
    participants: tuple[ParticipantHit, ...]
    trigger: str | None
    confidence: float
    rule: str
    title: str | None
    url: str | None
    number: int


class PersonHit(msgspec.Struct, frozen=True, kw_only=True):
    """One person across the articles of the archive; statements that were told before are not counted again."""

    person: int
    name: str
    latin: str | None
    country: str | None
    type: str
    roles: tuple[str, ...]
    roles_english: tuple[str, ...]
    articles: int
    statements: int
    meetings: int
    first: str | None
    last: str | None

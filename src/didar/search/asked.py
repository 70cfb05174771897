"""What each verb of an archive may be asked beside its query: the names, and the types of their values."""

from __future__ import annotations

from typing import TypedDict


class AskedOfStatements(TypedDict, total=False):
    """The fields of `didar.search.statements.StatementQuestion`, where they are explained, but for the query."""

    speaker: str | None
    country: str | None
    role: str | None
    to: str | None
    act: str | None
    kind: str | None
    outlet: str | None
    since: str | None
    until: str | None
    about: str | None
    min_confidence: float | None
    repeats: bool


class AskedOfMeetings(TypedDict, total=False):
    """Type and standing in the words of the record, part of an outlet's name, days in either calendar."""

    type: str | None
    standing: str | None
    outlet: str | None
    since: str | None
    until: str | None


class AskedOfPeople(TypedDict, total=False):
    """A state by code or name, words of an office in Persian or English, and person, organization, group or place."""

    country: str | None
    role: str | None
    type: str | None

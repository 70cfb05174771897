"""Decide whether someone in an article is a person known from other articles: same, different or unsure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

import msgspec

Verdict = Literal["same", "different", "unsure"]


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of someone: in one article, or of a person in all articles so far.

    `words` are the words of the name without rank; `named` is false where there is only an office for a name. `offices`
    are the titles as compared. `first` and `last` are the days between which that was said.
    """

    type: str
    words: tuple[str, ...]
    named: bool
    country: str | None = None
    offices: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None


Rule = Callable[[Profile, Profile], Verdict | None]

# An office is another's after an election or a reshuffle; within this time it is likely the same one's.
_SAME_HOLDER_DAYS = 180


def other_kind(one: Profile, person: Profile) -> Verdict | None:
    """A state body is no human being, and a document is no other article's document."""
    return "different" if one.type != person.type or one.type == "document" else None


def whole_name_in_office(one: Profile, person: Profile) -> Verdict | None:
    """The same whole name in offices of one domain, though a report may put one of them to another state."""
    return "same" if _same_whole_name(one, person) and _related_offices(one, person) else None


def other_country(one: Profile, person: Profile) -> Verdict | None:
    """Both speak for a state, and not for the same one."""
    return "different" if one.country and person.country and one.country != person.country else None


def same_body(one: Profile, person: Profile) -> Verdict | None:
    """An organization, group or place of the same name."""
    if one.type == "person":
        return None
    return "same" if _joined(one) == _joined(person) else "different"


def same_office(one: Profile, person: Profile) -> Verdict | None:
    """Both are known by an office alone: the same holder within months, else perhaps."""
    if one.named or person.named:
        return None
    if _joined(one) != _joined(person):
        return "different"
    return "same" if _near(one, person) else "unsure"


def office_of_named(one: Profile, person: Profile) -> Verdict | None:
    """One has a name and the other only the office that the named one holds: perhaps."""
    if one.named == person.named:
        return None
    return "unsure" if one.offices & person.offices else "different"


def whole_name(one: Profile, person: Profile) -> Verdict | None:
    """The same name of two words or more: the same, unless all that is known of their offices speaks against it."""
    if not _same_whole_name(one, person):
        return None
    at_odds = one.offices and person.offices and not _related_offices(one, person)
    return "unsure" if at_odds and _other_sectors(one, person) else "same"


def other_first_name(one: Profile, person: Profile) -> Verdict | None:
    """Two generals of one surname stay two."""
    return "different" if len(one.words) > 1 and len(person.words) > 1 else None


def surname_and_office(one: Profile, person: Profile) -> Verdict | None:
    """The surname alone, with an office that this person holds."""
    if one.words[-1:] != person.words[-1:]:
        return "different"
    return "same" if one.offices & person.offices else None


def surname_alone(one: Profile, person: Profile) -> Verdict | None:
    """The surname alone proves nothing."""
    return "unsure"


RULES: tuple[Rule, ...] = (
    other_kind,
    whole_name_in_office,
    other_country,
    same_body,
    same_office,
    office_of_named,
    whole_name,
    other_first_name,
    surname_and_office,
    surname_alone,
)


def decide(one: Profile, person: Profile) -> tuple[Verdict, str]:
    """Return the verdict on whether `one`, met in an article, is `person`, and the name of the rule that gave it."""
    for rule in RULES:
        if verdict := rule(one, person):
            return verdict, rule.__name__
    raise AssertionError("the last rule always answers")


def _joined(one: Profile) -> str:
    """Return a name as one word: «محمدرضا», «محمد رضا»."""
    return "".join(one.words)


def _same_whole_name(one: Profile, person: Profile) -> bool:
    whole = one.named and person.named and max(len(one.words), len(person.words)) > 1
    return whole and _joined(one) == _joined(person)


def _near(one: Profile, person: Profile) -> bool:
    if not (one.first and person.first and person.last):
        return True
    after = (one.first - person.last).days
    before = (person.first - one.first).days
    return max(after, before) <= _SAME_HOLDER_DAYS


def _related_offices(one: Profile, person: Profile) -> bool:
    """Tell whether two of their offices share a word beside the first («وزیر»، «رئیس» hold many)."""
    domains = {word for office in one.offices for word in office.split()[1:]}
    return any(word in domains for office in person.offices for word in office.split()[1:])


def _other_sectors(one: Profile, person: Profile) -> bool:
    return bool(one.sectors and person.sectors and not one.sectors & person.sectors)

"""Find the mentions of a text: people, offices, organizations, groups, documents, pronouns, states, dates."""

from __future__ import annotations

from collections.abc import Iterator

from didar.mentions.actors import rules_for
from didar.mentions.countries import with_states
from didar.mentions.dates import date_notes, find_dates
from didar.mentions.found import Found, mention_of
from didar.mentions.joint import joint_parties
from didar.mentions.line import Line
from didar.mentions.surnames import find_surnames, introduced
from didar.records import Mention, Mentions, Note, Text


def find_mentions(text: Text) -> Mentions:
    """Return the mentions of a text in its order; of those that begin together the longest stands first.

    People of a joint party («چین و آمریکا») are mentioned each for itself and once together.
    """
    actors = find_in_lines([Line(sentence, text.text) for sentence in text.sentences])
    dates = find_dates(text)
    return Mentions(actors=tuple(with_states(actors)), dates=dates, notes=(*_notes(actors), *date_notes(dates)))


def find_in_lines(lines: list[Line]) -> list[Mention]:
    """Return the mentions of sentences of one text, without what only the rest of the text tells of their states."""
    found = [_find_in(line) for line in lines]
    known = introduced(lines, found)
    for line, here in zip(lines, found, strict=True):
        here.extend(find_surnames(line, here, known))
        here.extend(joint_parties(line, here))
    actors = [mention_of(line, one) for line, here in zip(lines, found, strict=True) for one in here]
    return sorted(actors, key=_order)


def _notes(actors: list[Mention]) -> Iterator[Note]:
    """Note the offices of states that are no more: they get no country."""
    message = "a state that no longer exists: no country is given"
    for mention in actors:
        if any("gone" in office.modifiers for office in mention.offices):
            yield Note(stage="mentions", message=message, span=mention.span)


def _order(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end


def _find_in(line: Line) -> list[Found]:
    found: list[Found] = []
    floor = 0
    for at in line.begins:
        one = _at(line, at, floor) if at >= floor else None
        if one is None:
            continue
        while found and found[-1].start >= one.start:
            found.pop()
        found.append(one)
        floor = max(one.end, at + 1)
    return found


def _at(line: Line, at: int, floor: int) -> Found | None:
    for rule in rules_for(line.signs[at]):
        if (found := rule(line, at, floor)) is not None:
            return found
    return None

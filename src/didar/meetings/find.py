"""Find meetings: text, mentions and sayings in, contacts out, their parties still strings of words."""

from __future__ import annotations

from didar.meetings.parties import Clause, inside, parties
from didar.meetings.triggers import find_triggers
from didar.records import Contact, Mentions, Saying, Text


def find_meetings(text: Text, mentions: Mentions, sayings: tuple[Saying, ...]) -> tuple[Contact, ...]:
    """Return the contacts that the text tells, in the order of the text."""
    contacts: list[Contact] = []
    for number, sentence in enumerate(text.sentences):
        triggers = find_triggers(sentence, number)
        if not triggers:
            continue
        actors = tuple(mention for mention in mentions.actors if inside(mention.span, sentence))
        said = tuple((i, s) for i, s in enumerate(sayings) if inside(s.cue or s.content[0], sentence))
        clause = Clause(sentence, actors, said)
        for trigger in triggers:
            found = parties(clause, trigger)
            if len(found) > 1 or (trigger.frame == "press" and said):
                contacts.append(Contact(type=trigger.type, trigger=trigger.span, parties=found, rule=trigger.frame))
    return tuple(contacts)

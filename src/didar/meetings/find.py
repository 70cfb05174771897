"""Find meetings: text, mentions and sayings in, contacts out, their parties still strings of words."""

from __future__ import annotations

import msgspec

from didar.meetings.frames import read_trigger
from didar.meetings.report import Report
from didar.meetings.settings import place_of, time_of
from didar.meetings.sides import is_unnamed, other_of, subject_of
from didar.meetings.told import Told
from didar.meetings.triggers import Trigger, find_triggers
from didar.meetings.unreal import without_sides
from didar.meetings.view import View, view
from didar.meetings.voices import voices
from didar.meetings.words import words
from didar.persian.scene import Scene
from didar.records import Contact, Mentions, Part, Party, Saying, Text


def find_meetings(text: Text, mentions: Mentions, sayings: tuple[Saying, ...]) -> tuple[Contact, ...]:
    """Return the contacts that the text tells, in the order of the text."""
    report = Report(text, mentions, sayings)
    contacts: list[Contact] = []
    for number, sentence in enumerate(report.sentences):
        triggers = find_triggers(sentence, sentence.norms)
        if triggers and text.sections[sentence.paragraph].type != "boilerplate":
            scene = report.scene(number)
            contacts.extend(contact for trigger in triggers for contact in _read(report, scene, trigger))
    return tuple(contacts)


def _read(report: Report, scene: Scene, trigger: Trigger) -> list[Contact]:
    """Return the contacts that a trigger tells: one, or one for each side met apart."""
    inside = any(actor.first < trigger.first < actor.last for actor in scene.actors)
    if inside and trigger.frame not in ("press", "reporters"):
        # «سازمان کنفرانس دریا» is a name.
        return []
    seen = view(scene, trigger, voices(report.sayings, report.near.get(scene.number, []), trigger.span, scene.sentence))
    told = read_trigger(seen)
    if told is None:
        return []
    sides = [(one,) for one in told.others] if _met_separately(scene, trigger, told) else (told.others, *told.apart)
    found = [_contact(report, seen, msgspec.structs.replace(told, others=others)) for others in sides]
    return [contact for contact in found if contact]


def _met_separately(scene: Scene, trigger: Trigger, told: Told) -> bool:
    """«در دیدارهای جداگانه با X و Y»: two who met them one by one, or several who did."""
    near = scene.norms[max(trigger.first - 3, 0) : trigger.last + 4]
    return bool(told.subject) and len(told.others) > 1 and not words("separately").isdisjoint(near)


def _contact(report: Report, seen: View, told: Told) -> Contact | None:
    """Return the contact of one reading, None where nobody is known to have met."""
    scene, trigger = seen.scene, seen.trigger
    known = without_sides(scene, told)
    if (told.subject or told.others) and not (known.subject or known.others):
        # «دو طرف گفت‌وگو کردند»: who they are has been told before.
        return None
    subject = subject_of(report, seen, known)
    others = tuple(party for actor in known.others if (party := other_of(report, seen, known, actor)))
    if not subject and (len(others) < 2 and not told.alone):
        return None
    if told.type == "press" and all(is_unnamed(scene, party) for party in subject):
        return None
    return Contact(
        type=told.type, trigger=scene.span(trigger.first, told.last if told.rule == "met" else trigger.last + 1),
        parties=_with_parts(told, subject, others), rule=f"{trigger.frame}/{told.rule}", standing=told.standing,
        time=time_of(scene, trigger), place=place_of(scene, trigger, told.type), confidence=told.confidence,
    )  # fmt: skip


def _with_parts(told: Told, subject: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give each party its part: who travels visits, who receives is host; those who telephone or sit are peers."""
    mine: Part = "visitor" if told.type == "visit" else "unknown"
    theirs: Part = "host" if told.type == "visit" else "unknown"
    if told.rule == "received":
        mine, theirs = "host", "visitor"
    if told.type in ("phone", "video", "letter", "session", "talks"):
        mine = theirs = "peer"
    give = [Party(span=party.span, saying=party.saying, part=mine) for party in subject]
    return (*give, *(Party(span=party.span, saying=party.saying, part=theirs) for party in others))

"""Find the subject of a trigger: who met, sat or wrote, in its clause or in the words before its setting."""

from __future__ import annotations

from didar.meetings.parties import is_bare
from didar.meetings.triggers import Trigger
from didar.meetings.view import View
from didar.meetings.words import words
from didar.persian.actors import subjects
from didar.persian.scene import Scene, phrases
from didar.persian.tokens import Actor

_COMMA = "،"
# How far before a setting the words lie that somebody said there: «سخنان کامران دلاور (دلاور) در دیدار با».
_FAR = 14


def who_met(seen: View, others: list[Actor]) -> list[Actor]:
    """Return the subject of a trigger's clause: whoever «که» leads back to, else who stands in it or before it."""
    scene, at = seen.scene, seen.trigger.first
    states = [actor for actor in scene.actors if is_bare(actor)] if seen.trigger.type == "in_person" else []
    found = subjects(scene, at, [*others, *seen.outside, *states])
    start = scene.clause_start(at)
    before = scene.ending.get(start - 1) or _object_before_verb(scene, start - 1)
    if before is None or before in (*others, *seen.outside) or scene.norms[start - 1] not in phrases("that"):
        return found
    if is_bare(before):
        return found
    own = [actor for actor in found if actor.first >= start and actor.mention.type == "person"]
    return own or [before]


def _object_before_verb(scene: Scene, that: int) -> Actor | None:
    """«از شهردار ماهان خواست که», but «تحریم شهردار شد که با Y دیدار کند»: the mayor met."""
    near = (scene.verbs.get(that - 1), scene.verbs.get(that - 2))
    verb = next((verb for verb in near if verb and verb.last == that), None)
    return scene.ending.get(verb.first) if verb else None


def without_own_offices(scene: Scene, row: list[Actor]) -> list[Actor]:
    """Leave out offices that are of a named person before: «کامران دلاور، مدیرعامل و مؤسس شرکت»."""
    one_person = [row[0].mention.form == "name", *(actor.mention.form == "role" for actor in row[1:])] if row else []
    listed = len(row) > 1 and scene.norms[row[0].last - 1] not in phrases("and") and row[0].mention.offices
    return row[:1] if listed and all(one_person) else row


def who_spoke_there(scene: Scene, trigger: Trigger) -> list[Actor]:
    """Return whose words are told before a setting: «سخنان کامران دلاور در دیدار با»."""
    setting = _setting_before(scene, trigger)
    if setting is None:
        return []
    for at in range(setting - 1, max(setting - _FAR, scene.clause_start(setting)), -1):
        if scene.is_verb(at) or scene.norms[at] == _COMMA:
            return []
        if scene.norms[at - 1] in words("words_of") and at in scene.starting:
            return [scene.starting[at]]
    return []


def stands_before(seen: View) -> bool:
    """Tell whether a person, and nothing but a date, stands before the setting: «X امروز در نشست شورا»."""
    scene, at = seen.scene, _setting_before(seen.scene, seen.trigger)
    while at and (at - 1 in scene.dated or scene.norms[at - 1] == _COMMA or scene.is_adverb(at - 1)):
        at -= 1
    actor = scene.ending.get(at) if at else None
    if actor is None or actor.mention.type != "person" or actor.mention.form == "pronoun":
        return False
    return actor in who_met(seen, [])


def _setting_before(scene: Scene, trigger: Trigger) -> int | None:
    """Return where the words before a trigger begin that make a setting of it: «در آخرین دیدار»."""
    at = trigger.first
    if trigger.frame == "gathering":
        # «در جمع» begins with its setting.
        return at
    while at > max(trigger.first - 3, 1) and scene.norms[at - 1] in words("leading"):
        at -= 1
    step = scene.phrase_before(at, words("settings"))
    return at - step if step else None

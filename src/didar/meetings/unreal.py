"""Tell triggers that tell no contact: only thought of, another word, a match of teams."""

from __future__ import annotations

import msgspec

from didar.meetings.parties import named_before, named_behind
from didar.meetings.standing import is_arranged
from didar.meetings.told import Told
from didar.meetings.view import View
from didar.meetings.words import words
from didar.persian.scene import Scene
from didar.persian.tokens import Actor


def is_other_word(seen: View) -> bool:
    """«مصاحبه شوندگان», «دیدار نهایی», «فیلم ملاقات با کامران», «سالن اجلاس»."""
    scene, first = seen.scene, seen.trigger.first
    behind = scene.norms[seen.trigger.last + 1 : seen.trigger.last + 2]
    quoted = first - 1 if first > 1 and not scene.norms[first - 1].isalpha() else first
    named = first > 0 and (scene.norms[quoted - 1] in words("title_of") or scene.norms[first - 1] in words("hall"))
    return named or (bool(behind) and behind[0] in words("not_trigger"))


def is_match(seen: View) -> bool:
    """Tell whether a «دیدار» is one of teams: words of sport stand in its sentence and nobody in office or named."""
    if seen.trigger.type != "in_person" or not any(norm in words("sport") for norm in seen.scene.norms):
        return False
    own, others = named_behind(seen.scene, seen.trigger)
    sides = [*own, *others, *named_before(seen.scene, seen.trigger)]
    return not any(_may_meet(seen, actor) for actor in sides)


def _may_meet(seen: View, actor: Actor) -> bool:
    named = seen.scene.norms[actor.first : actor.last]
    return actor.mention.type in ("person", "group") and words("team").isdisjoint(named)


def without_sides(scene: Scene, told: Told) -> Told:
    """Return a reading without «دو طرف», «طرفین»: who they are has been told before."""
    subject, others = (
        tuple(a for a in side if words("sides").isdisjoint(scene.norms[a.first : a.last]))
        for side in (told.subject, told.others)
    )
    return msgspec.structs.replace(told, subject=subject, others=others)


def is_trial(seen: View) -> bool:
    """Tell whether a sitting is one of a court: «جلسه محاکمه متهمان»."""
    return seen.trigger.frame == "sitting" and not words("court").isdisjoint(seen.scene.norms)


def is_only_thought(seen: View) -> bool:
    """Tell whether a contact is only asked for, possible or refused: «درخواست دیدار», «باید گفت‌وگو کنند»."""
    scene, trigger = seen.scene, seen.trigger
    if scene.phrase_before(trigger.first, words("table")):
        return True
    if seen.verb:
        start = scene.clause_start(trigger.first)
        modal = any(scene.norms[at] in words("modal") for at in range(start, trigger.first))
        unreal = seen.verb.form.tense in ("subjunctive", "imperative", "infinitive")
        return modal or (unreal and not is_arranged(seen))
    name = "unreal" if trigger.type == "talks" else "unreal_always"
    return bool(scene.phrase_before(trigger.first, words(name)))

"""Read «X با Y دیدار کرد», «گفت‌وگوی X و Y», «تماس تلفنی»: a trigger in its scene in, who met whom out, or nothing."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from didar.meetings.parties import is_bare, named_before, named_behind, sides_before
from didar.meetings.subject import who_met
from didar.meetings.told import Told, tell
from didar.meetings.topic_or_setting import is_setting, is_topic
from didar.meetings.triggers import Trigger
from didar.meetings.view import View
from didar.meetings.words import words
from didar.persian.letters import fold
from didar.persian.scene import Scene, phrases
from didar.persian.tokens import Actor
from didar.records import MeetingType


def met(seen: View) -> Told | None:
    """«X با Y دیدار کرد»; «X و Y دیدار کردند»."""
    if seen.verb is None:
        return None
    scene, trigger = seen.scene, seen.trigger
    own, behind = named_behind(scene, trigger)
    before = named_before(scene, trigger)
    others = (behind or before) if seen.verb.first > trigger.last + 2 else (before or behind)
    passive = scene.norms[seen.verb.first - 1] in words("held") and fold(seen.verb.form.lemma) in words("happening")
    subject = own if passive else who_met(seen, others)
    if not (others or are_several(seen, subject)) or is_affair(trigger, others):
        return None
    found = tell(seen, "met", medium(seen), subject, others, 0.85, last=seen.verb.last)
    return msgspec.structs.replace(found, apart=_met_apart(scene, trigger, others))


def _met_apart(scene: Scene, trigger: Trigger, others: list[Actor]) -> tuple[tuple[Actor, ...], ...]:
    """Return the sides met before the other side, each for itself: «با X و سپس با Y دیدار کرد»."""
    sides = sides_before(scene, trigger) if others and _follows_and(scene, others) else ()
    return tuple(tuple(side) for side in sides if not set(side) & set(others))


def are_several(seen: View, subject: list[Actor]) -> bool:
    """Tell whether those who met are more than one, or one word names them all: «وزیران», «آنها»."""
    return len(subject) > 1 or any(_names_all(seen, actor) for actor in subject)


def _names_all(seen: View, actor: Actor) -> bool:
    """«وزیران», «آنها»; but «ما با مذاکره مشکلی نداریم» tells none."""
    own = seen.scene.norms[actor.first] in words("first_person")
    return actor.mention.plural and not (own and seen.verb is not None and seen.verb.form.negated)


def _follows_and(scene: Scene, others: list[Actor]) -> bool:
    """Tell whether «و با» opens a side: another one stands before it."""
    first = others[0].first
    near = range(max(first - 5, 0), first)
    return any(scene.phrase_at(at, phrases("and")) for at in near)


def is_affair(trigger: Trigger, others: list[Actor]) -> bool:
    """Tell whether talks with a bare state or city are an affair, no contact: «مذاکره با نوردلند»."""
    return trigger.type in ("talks", "in_person") and bool(others) and all(is_bare(actor) for actor in others)


def between(seen: View) -> Told | None:
    """«دیدار X با Y», «گفت‌وگوی تلفنی X و Y», «دیدار میان X و Y»: both sides stand behind the trigger."""
    scene, trigger = seen.scene, seen.trigger
    own, others = named_behind(scene, trigger)
    everybody = [*own, *others]
    if not others and trigger.plural:
        # «مشروح گفت‌وگوهای X، Y و Z»: whom each of them met nobody says.
        return None
    sides = bool(own) or _says_between(scene, trigger)
    if not sides or (len(everybody) < 2 and (_is_frame(seen) or not _are_chiefs(scene, everybody))):
        return None
    states = [actor for actor in everybody if is_bare(actor)]
    if trigger.type == "talks" and (is_topic(seen) or states):
        return None
    if trigger.type == "in_person" and len(states) == len(everybody):
        # «دیدار سرنویل و نوردلند» is a match.
        return None
    return tell(seen, "between", medium(seen), own, others, 0.7, last=everybody[-1].last)


def _is_frame(seen: View) -> bool:
    """«وی در دیدار اعضای شورا گفت»: who speaks there is the other side."""
    return seen.voices.frame is not None and is_setting(seen)


def _says_between(scene: Scene, trigger: Trigger) -> bool:
    near = range(trigger.last + 1, min(trigger.last + 6, len(scene.norms)))
    return any(scene.phrase_at(at, words("between")) and scene.norms[at - 1] not in words("ties") for at in near)


def _are_chiefs(scene: Scene, everybody: list[Actor]) -> bool:
    """«دیدار وزیران خارجه», «دیدار میان دو رئیس‌جمهور»: both sides in one word."""
    if len(everybody) != 1 or not everybody[0].mention.plural:
        return False
    chiefs, mention = everybody[0], everybody[0].mention
    several = not words("several").isdisjoint(scene.norms[chiefs.first : chiefs.last])
    states = mention.country is not None or several
    return mention.rule == "quantified" or (mention.rule == "office" and states)


def received(seen: View) -> Told | None:
    """«X سفیر Y را به حضور پذیرفت»: the host receives."""
    scene, trigger = seen.scene, seen.trigger
    verb = scene.verbs.get(trigger.last + 1)
    start = scene.clause_start(trigger.first)
    here = [actor for actor in scene.actors if actor.first >= start]
    guests = [actor for actor in here if scene.phrase_at(actor.last, phrases("object"))]
    if verb is None or fold(verb.form.lemma) not in words("receiving") or not guests:
        return None
    subject = who_met(seen, guests)
    return tell(seen, "received", "in_person", subject, guests, 0.8, last=verb.last, standing="held")


def medium(seen: View) -> MeetingType:
    """Return the type: of the trigger, or of a word for the medium beside it."""
    scene, trigger = seen.scene, seen.trigger
    if trigger.type != "talks":
        return trigger.type
    start = max(scene.clause_start(trigger.first), trigger.first - 12)
    near = scene.norms[start : min(trigger.last + 4, len(scene.norms))]
    for name in ("phone", "video"):
        if any(norm in words(name) for norm in near):
            return name
    met_there = any(a in words("in_place") and b in words("face_to_face") for a, b in pairwise(near))
    return "in_person" if met_there else "talks"

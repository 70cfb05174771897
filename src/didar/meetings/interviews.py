"""Read «در گفت‌وگو با خبرنگار», «خبرگزاری با X گفت‌وگو کرد»: a trigger in its scene in, who was asked out, or nothing."""

from __future__ import annotations

from didar.meetings.parties import named_before, named_behind
from didar.meetings.subject import who_met
from didar.meetings.told import Told, tell
from didar.meetings.triggers import Trigger
from didar.meetings.view import View
from didar.meetings.words import words
from didar.persian.actors import subjects
from didar.persian.scene import Scene
from didar.persian.tokens import Actor


def interview(seen: View) -> Told | None:
    """«در گفت‌وگو با خبرنگار ایسنا»: the speaker alone."""
    scene, trigger = seen.scene, seen.trigger
    others = named_behind(scene, trigger)[1] or (named_before(scene, trigger) if seen.verb else [])
    if trigger.type not in ("talks", "video", "phone") or not is_press(scene, trigger, others):
        return None
    subject = who_met(seen, others) or [actor for actor in seen.outside if actor.mention.type == "person"][:1]
    last = max([trigger.last + 1, *(actor.last for actor in others)])
    return tell(seen, "interview", "press", subject, (), 0.9, alone=True, last=last)


def is_press(scene: Scene, trigger: Trigger, others: list[Actor]) -> bool:
    """Tell whether the other side asks the questions: «در گفت‌وگو با خبرنگار», «با شبکه خبر»."""
    if any(actor.mention.sector == "JRN" for actor in others):
        return True
    near = range(trigger.last + 1, min(trigger.last + 4, len(scene.norms)))
    at = next((index for index in near if scene.phrase_at(index, words("with"))), None)
    return at is not None and any(word in words("press") for word in scene.norms[at + 1 : at + 6])


def interviewed(seen: View) -> Told | None:
    """«خبرگزاری دریا با X گفت‌وگو کرد», «گفت‌وگوی خبرنگار دریا با X»: X alone."""
    if seen.trigger.type not in ("talks", "press"):
        return None
    if seen.verb is None:
        return _interview_of(seen)
    others = named_before(seen.scene, seen.trigger) or named_behind(seen.scene, seen.trigger)[1]
    subject = subjects(seen.scene, seen.trigger.first, others)
    media = bool(subject) and all(actor.mention.sector == "JRN" for actor in subject)
    people = [actor for actor in others if actor.mention.type == "person"]
    return tell(seen, "interviewed", "press", people, (), 0.7, alone=True) if media and people else None


def _interview_of(seen: View) -> Told | None:
    own, others = named_behind(seen.scene, seen.trigger)
    asking = [actor for actor in own if not words("press").isdisjoint(seen.scene.norms[actor.first : actor.last])]
    people = [actor for actor in others if actor.mention.type == "person"]
    return tell(seen, "interviewed", "press", people, (), 0.7, alone=True) if asking and people else None

"""Find when and where a meeting was: a trigger in its scene in, the words that say so out."""

from __future__ import annotations

from didar.meetings.triggers import Trigger
from didar.meetings.words import words
from didar.persian.scene import Scene
from didar.records import MeetingType, Span

# How many words before and behind a trigger belong to it, within its clause.
_NEAR = 14


def time_of(scene: Scene, trigger: Trigger) -> Span | None:
    """Return the words of the date nearest to a trigger in its clause."""
    around = range(max(trigger.first - _NEAR, 0), trigger.last + _NEAR)
    near = [at for at in around if at in scene.dated and _in_clause(scene, trigger, at)]
    if not near:
        return None
    at = min(near, key=lambda index: abs(index - trigger.first))
    first = last = at
    while first - 1 in scene.dated:
        first -= 1
    while last + 1 in scene.dated:
        last += 1
    return scene.span(first, last + 1)


def place_of(scene: Scene, trigger: Trigger, kind: MeetingType) -> Span | None:
    """Return the place that a clause names: «در اصفهان دیدار کردند», «به سرنویل سفر کرد»."""
    word = "to_place" if kind == "visit" else "in_place"
    near = scene.actors[scene.actor_from(trigger.first - _NEAR) : scene.actor_from(trigger.last + _NEAR)]
    for actor in sorted(near, key=lambda one: abs(one.first - trigger.first)):
        led = actor.mention.type == "place" and scene.phrase_before(actor.first, words(word))
        if led and _in_clause(scene, trigger, actor.first):
            return actor.mention.span
    return None


def _in_clause(scene: Scene, trigger: Trigger, at: int) -> bool:
    first, last = min(at, trigger.last), max(at, trigger.first)
    if last - first > _NEAR:
        return False
    return not any(scene.is_mark(index) or scene.is_verb(index) for index in range(first + 1, last))

"""See a trigger in its sentence: the verb that makes it a predicate, and who only tells of it."""

from __future__ import annotations

import msgspec

from didar.meetings.triggers import Trigger
from didar.meetings.voices import Voices
from didar.meetings.words import words
from didar.persian.letters import fold
from didar.persian.scene import Scene, phrases
from didar.persian.tokens import Actor, Verb
from didar.records import Span
from didar.spans import overlap

_COMMA = "،"


class View(msgspec.Struct, frozen=True, gc=False):
    """A trigger in its scene, with the sayings around it and the verb that makes it a predicate.

    `outside` only tell of it: media, and whoever speaks the words in which it stands.
    """

    scene: Scene
    trigger: Trigger
    voices: Voices
    verb: Verb | None
    outside: tuple[Actor, ...] = ()


def view(scene: Scene, trigger: Trigger, around: Voices) -> View:
    """See a trigger with its predicate, if it has one."""
    outside = tuple(actor for actor in scene.actors if _is_outside(actor, around.teller))
    return View(scene, trigger, around, _predicate(scene, trigger), outside)


def _is_outside(actor: Actor, teller: Span | None) -> bool:
    return actor.mention.sector == "JRN" or (teller is not None and overlap(teller, actor.mention.span) > 0)


def _predicate(scene: Scene, trigger: Trigger) -> Verb | None:
    """Return the verb that makes a trigger a predicate: «دیدار کرد», «نشست برگزار شد», «دیداری با X داشت»."""
    at = trigger.last + 1
    if at < len(scene.norms) and scene.norms[at] in words("held"):
        return scene.verbs.get(at + 1)
    verb = scene.verbs.get(at)
    if verb:
        return verb if fold(verb.form.lemma) in words("light") else None
    verb = verb_of_clause(scene, at)
    tied = scene.norms[at : at + 1] != (_COMMA,) and scene.phrase_at(at, words("and"))
    if verb and tied and fold(verb.form.lemma) in words("light"):
        # «با X دیدار و درباره پل گفت‌وگو کرد»: one verb for both.
        return verb
    if verb and (trigger.ending in words("indefinite") or _has_adjective(scene, at) or trigger.plural):
        having = fold(verb.form.lemma) in words("having") or scene.norms[verb.first - 1] in words("held")
        return verb if having else None
    return None


def _has_adjective(scene: Scene, at: int) -> bool:
    """«مذاکرات متعددی با Y انجام داد», «نشست مشترکی دارد»: the ending stands on the adjective."""
    return at < len(scene.norms) and scene.norms[at] in words("qualities")


def verb_of_clause(scene: Scene, at: int) -> Verb | None:
    """Return the first verb from a token on, None where the clause ends before one."""
    for index in range(at, len(scene.norms)):
        if scene.is_mark(index) or index in scene.verbs:
            return scene.verbs.get(index)
    return None


def main_verb(scene: Scene, at: int) -> Verb | None:
    """Return the verb of a clause from a token on, beyond a clause with «که» right in it."""
    verb = verb_of_clause(scene, at)
    opened = next((i for i in range(at, len(scene.norms)) if scene.is_mark(i) or i in scene.verbs), None)
    if verb is not None or opened is None or scene.norms[opened] not in phrases("that"):
        return verb
    inner = verb_of_clause(scene, opened + 1)
    return verb_of_clause(scene, inner.last) if inner else None

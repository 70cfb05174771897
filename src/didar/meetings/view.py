"""See a trigger in its sentence: its verb, its setting, and what they say of when and whether it was."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from didar.meetings.triggers import Trigger
from didar.meetings.voices import Voices
from didar.meetings.words import words
from didar.persian.letters import fold
from didar.persian.scene import Scene, phrases
from didar.persian.tokens import Actor, Verb
from didar.records import MeetingType, Span, Standing
from didar.spans import overlap

# How many words before a trigger «قرار است» may stand.
_ARRANGED = 30


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A contact as one rule reads it; `subject` empty where a saying or an earlier sentence must tell it.

    `apart` are other sides met with the same verb, each for itself: «با X و سپس با Y دیدار کرد».
    """

    rule: str
    type: MeetingType
    subject: tuple[Actor, ...]
    others: tuple[Actor, ...]
    standing: Standing = "held"
    alone: bool = False
    last: int
    confidence: float
    apart: tuple[tuple[Actor, ...], ...] = ()


class View(msgspec.Struct, frozen=True):
    """A trigger in its scene, with the sayings around it and the verb that makes it a predicate.

    `outside` only tell of it: media, and whoever speaks the words in which it stands.
    """

    scene: Scene
    trigger: Trigger
    voices: Voices
    verb: Verb | None
    outside: tuple[Actor, ...] = ()


def tell(
    seen: View, rule: str, kind: MeetingType, subject: Sequence[Actor], others: Sequence[Actor], confidence: float, *,
    alone: bool = False, last: int | None = None, standing: Standing | None = None,
) -> Told:  # fmt: skip
    """Return a contact as a rule reads it; where nothing else is said it stands as its verb tells."""
    return Told(
        rule=rule, type=kind, subject=tuple(subject), others=tuple(others), confidence=confidence, alone=alone,
        standing=standing or standing_of(seen), last=last or seen.trigger.last + 1,
    )  # fmt: skip


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
    if verb and scene.phrase_at(at, words("and")) and fold(verb.form.lemma) in words("light"):
        # «با X دیدار و درباره پل گفت‌وگو کرد»: one verb for both.
        return verb
    if verb and (trigger.ending in words("indefinite") or _has_adjective(scene, at)):
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


def is_arranged(seen: View) -> bool:
    """«قرار است با Y دیدار کند»: announced, not only wished."""
    scene, first = seen.scene, seen.trigger.first
    for at in range(first, max(first - _ARRANGED, 0), -1):
        if scene.phrase_before(at, words("arranged")):
            return seen.trigger.type != "visit"
        if scene.is_verb(at - 1) or scene.norms[at - 1] in words("so_that"):
            break
    return False


def main_verb(scene: Scene, at: int) -> Verb | None:
    """Return the verb of a clause from a token on, beyond a clause with «که» right in it."""
    verb = verb_of_clause(scene, at)
    opened = next((i for i in range(at, len(scene.norms)) if scene.is_mark(i) or i in scene.verbs), None)
    if verb is not None or opened is None or scene.norms[opened] not in phrases("that"):
        return verb
    inner = verb_of_clause(scene, opened + 1)
    return verb_of_clause(scene, inner.last) if inner else None


def standing_of(seen: View) -> Standing:
    """Tell held from announced, cancelled and denied by the verb and the words behind the trigger."""
    scene = seen.scene
    # What a letter denies or calls off is not the letter.
    behind = () if seen.trigger.type == "letter" else scene.norms[seen.trigger.last + 1 :]
    for at, norm in enumerate(behind):
        if norm in words("cancelled"):
            return "cancelled"
        if norm in words("denied"):
            return "denied"
        if scene.is_mark(seen.trigger.last + 1 + at):
            break
    verb = seen.verb or _next_verb(seen)
    if verb is None:
        return "held"
    if verb.form.tense == "subjunctive" and is_arranged(seen):
        return "announced"
    if verb.form.negated:
        return "denied" if seen.verb else "held"
    return "announced" if verb.form.tense == "future" or (seen.verb and verb.form.tense == "present") else "held"


def _next_verb(seen: View) -> Verb | None:
    """Return the verb of the trigger's clause where it tells when the meeting is: «نشست ... برگزار خواهد شد»."""
    norms = seen.scene.norms
    held = next((at for at in range(seen.trigger.last, len(norms)) if norms[at] in words("held")), -2)
    return seen.scene.verbs.get(held + 1)


def is_topic(seen: View) -> bool:
    """Tell whether a meeting is only spoken of: «با اشاره به نشست», «از دیدار X خبر داد»."""
    scene, first = seen.scene, seen.trigger.first
    while first > 0 and scene.norms[first - 1] in _adjectives() and first > seen.trigger.first - 3:
        first -= 1
    if scene.phrase_before(first, words("settings")):
        return False
    told = scene.phrase_before(first, words("topics")) or _topic_of(scene, first)
    return bool(told) and not is_own(seen)


def _topic_of(scene: Scene, first: int) -> bool:
    """«با اشاره به تداوم مذاکرات»: one noun stands between."""
    if first < 2 or scene.is_preposition(first - 1) or not scene.norms[first - 1].isalpha():
        return False
    return scene.phrase_before(first - 1, words("topics")) > 1


def _adjectives() -> frozenset[str]:
    return words("leading")


def is_own(seen: View) -> bool:
    """«دیدارش با», «دیدار قریب‌الوقوع خود با»."""
    scene, trigger = seen.scene, seen.trigger
    behind = scene.norms[trigger.last + 1 : trigger.last + 5]
    return trigger.ending in words("own_endings") or any(norm in words("own") for norm in behind)


def is_setting(seen: View) -> bool:
    """Tell whether a sitting is where something was said: «در جلسه», «در حاشیه نشست»."""
    scene, first = seen.scene, seen.trigger.first
    if is_topic(seen):
        return False
    for at in range(first, max(first - 5, 0), -1):
        if scene.phrase_before(at, words("settings")):
            return True
        if scene.is_preposition(at - 1) or scene.is_verb(at - 1):
            break
    return False


def is_reported(seen: View) -> bool:
    """Tell whether a medium speaks in the frame: «شینهوا از حضور X در نشست خبر داد»; it did not take part."""
    source = seen.voices.source
    media = (actor.mention.span for actor in seen.scene.actors if actor.mention.sector == "JRN")
    return source is not None and any(overlap(source, span) for span in media)

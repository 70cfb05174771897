"""Find the other side of a trigger: the words before and behind it that name with whom, between whom, who was there."""

from __future__ import annotations

from collections.abc import Iterator

from didar.meetings.triggers import Trigger, first_words
from didar.meetings.words import words
from didar.persian.actors import joined
from didar.persian.scene import Scene, phrases
from didar.persian.tokens import Actor

# How far behind a trigger «میان» may open its two sides.
_FAR = 14
# Words between a trigger and «با»: «دیدار روز سه‌شنبه خود با وزیر».
_GAP = 6
# Words between a trigger and what depends on it: «نشست فوق‌العاده شورا».
_GENITIVE = 2


def named_behind(scene: Scene, trigger: Trigger) -> tuple[list[Actor], list[Actor]]:
    """Return what stands behind a trigger: its own subject («دیدار X با Y») and the other side.

    «دیدار میان X و Y» gives both as other side.
    """
    own: list[Actor] = []
    at, end = trigger.last + 1, min(trigger.last + 1 + _GAP, len(scene.norms))
    passed = 0
    while at < end:
        if step := sides_open(scene, at):
            found = joined(scene, at + step)
            return own, [] if own and _of_another(scene, found) else without_second_office(scene, found)
        if at in scene.starting and not own and passed <= _GENITIVE and not scene.is_preposition(at - 1):
            own = joined(scene, at)
            at, end = own[-1].last, min(own[-1].last + _GAP, len(scene.norms))
            continue
        if at in scene.dated:
            # «جلسه علنی صبح امروز مجلس»: a date takes no room.
            end = min(end + 1, len(scene.norms))
        else:
            passed += 1
        if not _passes(scene, at):
            break
        at += 1
    return own, [] if own else _far_between(scene, trigger)


def _of_another(scene: Scene, found: list[Actor]) -> bool:
    """«نشست سران در ماهان با Y دیدار کرد»: whom one met there did not sit with the heads of state."""
    for at in range(found[-1].last if found else len(scene.norms), len(scene.norms)):
        if scene.is_verb(at) or scene.is_mark(at):
            return False
        if scene.norms[at] in first_words() and at + 1 in scene.verbs:
            return True
    return False


def without_second_office(scene: Scene, row: list[Actor]) -> list[Actor]:
    """«کامران دلاور نماینده مردم و امام جمعه ماهان» is one man."""
    if len(row) != 2 or row[0].mention.form != "name" or row[1].mention.form != "role":
        return row
    return row[:1] if scene.phrase_at(row[1].first, words("second_office")) else row


def sides_open(scene: Scene, at: int) -> int:
    """Return how many words «با» or «میان» has that opens a side, 0 for none or for what ties it: «روابط میان»."""
    if step := scene.phrase_at(at, words("with")):
        return step
    tied = at > 0 and scene.norms[at - 1] in words("ties")
    return 0 if tied else scene.phrase_at(at, words("between"))


def _far_between(scene: Scene, trigger: Trigger) -> list[Actor]:
    """Return the sides of «جلسه‌ای فشرده در هتل دریا میان X و Y»: nothing else has two sides after «میان»."""
    for at in range(trigger.last + 1, min(trigger.last + _FAR, len(scene.norms))):
        if scene.is_verb(at) or scene.is_mark(at):
            break
        if scene.norms[at - 1] not in words("ties") and (step := scene.phrase_at(at, words("between"))):
            found = joined(scene, at + step)
            return found if len(found) > 1 else []
    return []


def _passes(scene: Scene, at: int) -> bool:
    """Tell whether a word may stand between a trigger and the party behind it."""
    if at in scene.dated:
        return True
    if scene.is_verb(at) or scene.is_mark(at) or (scene.norms[at] in words("and") and not _ties_adjectives(scene, at)):
        return False
    return not scene.is_preposition(at) or at + 1 in scene.dated or _place_at(scene, at + 1)


def _ties_adjectives(scene: Scene, at: int) -> bool:
    """«دیدار سازنده و پرثمری با X»: «با» stands close behind."""
    near = range(at + 2, min(at + 4, len(scene.norms)))
    behind = scene.norms[at - 1] not in first_words()
    return behind and scene.norms[at] != "،" and any(scene.phrase_at(index, words("with")) for index in near)


def _place_at(scene: Scene, at: int) -> bool:
    actor = scene.starting.get(at)
    return actor is not None and actor.mention.type == "place"


def named_before(scene: Scene, trigger: Trigger) -> list[Actor]:
    """Return the other side before a predicate: «با X و Y دیدار کرد», «میان X و Y»."""
    return next(sides_before(scene, trigger), [])


def sides_before(scene: Scene, trigger: Trigger) -> Iterator[list[Actor]]:
    """Return every other side before a predicate, the nearest first: «با X و سپس با Y دیدار کرد»."""
    start = scene.clause_start(trigger.first)
    for at in range(trigger.first - 1, start - 1, -1):
        if scene.is_verb(at):
            return
        step = sides_open(scene, at)
        found = joined(scene, at + step) if step else []
        if found and not (trigger.type == "in_person" and all(is_bare(actor) for actor in found)):
            yield without_second_office(scene, [actor for actor in found if actor.last <= trigger.first])


def attending(scene: Scene, trigger: Trigger) -> list[Actor]:
    """Return who was there: «نشست شورا با حضور X و Y و به همراه Z»."""
    found: list[Actor] = []
    for at in range(trigger.last + 1, len(scene.norms)):
        arranged = scene.phrase_before(at + 1, words("arranged"))
        if (scene.is_verb(at) and not arranged) or (scene.is_mark(at) and scene.norms[at] not in phrases("that")):
            break
        if step := scene.phrase_at(at, words("attended_by")):
            found += [actor for actor in joined(scene, at + step) if actor not in found]
    return found


def is_bare(actor: Actor) -> bool:
    """Tell whether an actor is only a state, a capital or a place: «در نزدیکی مرز با سرنویل»."""
    return actor.mention.type == "place" or actor.mention.rule in ("name", "capital")

"""Find when and where a meeting was: a trigger in its scene in, the words that say so out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from didar.meetings.parties import is_bare
from didar.meetings.triggers import Trigger
from didar.meetings.words import words
from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.persian.scene import Scene
from didar.records import MeetingType, Span

# How many words away a trigger's clause reaches, and its sentence up to a colon.
_NEAR = 14
_FAR = 30
# How many adjectives may stand between a trigger and its date: «جلسه علنی امروز».
_ADJECTIVES = 4
# How many words a place may have behind its noun: «ساختمان وزارت راه».
_LONGEST_PLACE = 4


def time_of(scene: Scene, trigger: Trigger) -> Span | None:
    """Return the words of the date nearest to a trigger: in its clause, else in its sentence."""
    dated = [at for at in _around(scene, trigger) if at in scene.dated and not _is_of_another(scene, trigger, at)]
    at = _nearest(scene, trigger, dated)
    if at is None:
        return None
    first = last = at
    while first - 1 in scene.dated:
        first -= 1
    while last + 1 in scene.dated:
        last += 1
    return scene.span(first, last + 1)


def _is_of_another(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Tell whether a date is what something was for («در آستانه هفتم تیر») or of another noun («انتخابات خرداد»)."""
    while at - 1 in scene.dated:
        at -= 1
    before = at - 1
    if before < 0 or before in range(trigger.first, trigger.last + _ADJECTIVES) or at in scene.ending:
        return False
    if scene.norms[before] in words("not_when"):
        return True
    if before < trigger.first:
        # Before a trigger a noun in front of a date is mostly somebody's name that nobody knows.
        return False
    return scene.norms[before].isalpha() and not (scene.is_preposition(before) or _is_small(scene, before))


def _is_small(scene: Scene, at: int) -> bool:
    """Tell whether a word before a date says nothing of it: «که امروز», «نیز امروز»."""
    return scene.is_verb(at) or scene.is_mark(at) or scene.is_adverb(at) or scene.norms[at] in words("also")


def place_of(scene: Scene, trigger: Trigger, kind: MeetingType) -> Span | None:
    """Return the place that a clause names: «در اصفهان دیدار کردند», «در ساختمان شهرداری», «به سرنویل سفر کرد»."""
    if kind == "letter":
        # «نامه‌ای به مدیر شرکت نخ در ماهان»: where he sits, not where it was written.
        return None
    led_by = words("to_place" if kind == "visit" else "in_place")
    ends = {}
    covered = {at for actor in scene.actors for at in range(actor.first, actor.last)}
    for at in _around(scene, trigger):
        free = at not in covered and at + 1 < len(scene.norms) and _in_clause(scene, trigger, at)
        free = free and not any(scene.norms[index] in words("about") for index in _between(trigger, at))
        if free and scene.phrase_at(at, led_by) and (end := _place_end(scene, at + 1, kind)):
            ends[at + 1] = end
    first = _nearest(scene, trigger, ends)
    return None if first is None else scene.span(first, ends[first])


def _around(scene: Scene, trigger: Trigger) -> Iterable[int]:
    return range(max(trigger.first - _FAR, 0), min(trigger.last + _FAR, len(scene.norms)))


def _nearest(scene: Scene, trigger: Trigger, tokens: Iterable[int]) -> int | None:
    """Return the token nearest to a trigger, those of its clause before others; none beyond a colon."""
    here = [at for at in tokens if not any(scene.norms[index] == ":" for index in _between(trigger, at))]
    return min(here, key=lambda at: (not _in_clause(scene, trigger, at), abs(at - trigger.first)), default=None)


def _in_clause(scene: Scene, trigger: Trigger, at: int) -> bool:
    between = _between(trigger, at)
    return len(between) <= _NEAR and not any(scene.is_mark(index) or scene.is_verb(index) for index in between)


def _between(trigger: Trigger, at: int) -> range:
    return range(min(at, trigger.last) + 1, max(at, trigger.first))


# --- places ----------------------------------------------------------------------------------------------------------


def _place_end(scene: Scene, at: int, kind: MeetingType) -> int | None:
    """Return the end of the place that begins at a token: a state, a town, a building."""
    actor = scene.starting.get(at)
    if actor and is_bare(actor):
        return actor.last
    if length := scene.phrase_at(at, _names()):
        return at + length
    if kind == "visit" or scene.norms[at] not in words("building"):
        return None
    end = at + 1
    while end < len(scene.norms) and end - at <= _LONGEST_PLACE and not _ends_place(scene, end):
        end += 1
    # «در محل گفت» tells none.
    return end if end > at + 1 else None


def _ends_place(scene: Scene, at: int) -> bool:
    before_verb = at + 1 in scene.verbs
    return before_verb or scene.bounds(at) or scene.is_adverb(at) or at in scene.dated or not scene.norms[at].isalpha()


@cache
def _names() -> frozenset[str]:
    """Return the names of towns, provinces and states, folded."""
    places = (row["word"] for row in load_table("places.names.tsv"))
    states = (row["word"] for row in load_table("countries.names.tsv") if row["kind"] in ("name", "capital"))
    return frozenset(fold(name) for name in (*places, *states))

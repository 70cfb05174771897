"""Tell what a meeting is to its sentence: only its topic, the setting of somebody's words, the speaker's own."""

from __future__ import annotations

from didar.meetings.view import View, verb_of_clause
from didar.meetings.words import words
from didar.persian.scene import Scene
from didar.spans import overlap


def is_topic(seen: View) -> bool:
    """Tell whether a meeting is only spoken of: «با اشاره به نشست», «از دیدار X خبر داد»."""
    scene, first = seen.scene, seen.trigger.first
    while first > 0 and scene.norms[first - 1] in words("leading") and first > seen.trigger.first - 3:
        first -= 1
    if scene.phrase_before(first, words("settings")):
        return False
    told = scene.phrase_before(first, words("topics")) or _topic_of(scene, first)
    return bool(told) and not is_own(seen)


def _topic_of(scene: Scene, first: int) -> bool:
    """«با اشاره به تداوم مذاکرات», «درباره محتوای مذاکرات»: one noun stands between."""
    if first < 2 or scene.is_preposition(first - 1) or not scene.norms[first - 1].isalpha():
        return False
    return scene.norms[first - 2] in words("about") or scene.phrase_before(first - 1, words("topics")) > 1


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


def ended_before(seen: View) -> bool:
    """«بحران در نشست سران آرام شد و X گفت»: whoever is named beyond a verb did not speak there."""
    source, verb = seen.voices.source, verb_of_clause(seen.scene, seen.trigger.last + 1)
    if source is None or verb is None or not seen.scene.is_verb(verb.first):
        return False
    return seen.scene.edges[verb.first] < source.start

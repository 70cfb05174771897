"""Read «نامه»: a trigger in its scene in, who wrote to whom out, or nothing."""

from __future__ import annotations

from didar.meetings.parties import named_behind
from didar.meetings.subject import who_met
from didar.meetings.told import Told, tell
from didar.meetings.triggers import Trigger
from didar.meetings.view import View, verb_of_clause
from didar.meetings.words import words
from didar.persian.actors import joined
from didar.persian.letters import fold
from didar.persian.scene import Scene
from didar.persian.tokens import Actor

# Words between a trigger and «به»: «نامه‌ای درباره پل به X نوشت».
_GAP = 5


def letter(seen: View) -> Told | None:
    """«X در نامه‌ای به Y نوشت», «X نامه‌ای به Y نوشت»."""
    scene, trigger = seen.scene, seen.trigger
    own, _ = named_behind(scene, trigger)
    if own and (step := scene.phrase_at(own[-1].last, words("to"))):
        # «نامه X به Y»: both stand behind.
        to = joined(scene, own[-1].last + step)
        return _sent(seen, "letter_between", own, to) if to else None
    if (sender := _received_from(seen)) and (subject := who_met(seen, sender)):
        return _sent(seen, "letter_between", sender, subject)
    others = _addressed(scene, trigger)
    if not others or trigger.ending in words("own_endings"):
        return None
    if not _is_written(seen) and not scene.phrase_before(trigger.first, words("settings")):
        return None
    return _sent(seen, "letter", who_met(seen, others), others)


def _is_written(seen: View) -> bool:
    """Tell whether a verb or noun beside a letter says that it was sent: «نامه‌ای به X نوشت», «ارسال نامه به X»."""
    norms, trigger = seen.scene.norms, seen.trigger
    behind = [verb for verb in seen.scene.verbs.values() if verb.first > trigger.last]
    written = any(fold(verb.form.lemma) in words("sent") and verb.form.tense != "subjunctive" for verb in behind)
    nouns = (*norms[max(trigger.first - 1, 0) : trigger.first], *norms[trigger.last :])
    return written or any(norm in words("sent_nouns") for norm in nouns)


def _received_from(seen: View) -> list[Actor]:
    """Return who wrote, in «X نامه‌ای از Y دریافت کرد»."""
    scene, at = seen.scene, seen.trigger.last + 1
    if at >= len(scene.norms) or scene.norms[at] not in words("visiting"):
        return []
    verb = verb_of_clause(scene, at)
    got = verb is not None and scene.norms[verb.first - 1] in words("got")
    return joined(scene, at + 1) if got else []


def _addressed(scene: Scene, trigger: Trigger) -> list[Actor]:
    """Return to whom a letter goes: «نامه‌ای به X», «به X نامه نوشت», «نامه‌ای درباره پل به X نوشت»."""
    for at in range(trigger.last + 1, min(trigger.last + 1 + _GAP, len(scene.norms))):
        if step := scene.phrase_at(at, words("to")) or scene.phrase_at(at, words("letter_for")):
            return joined(scene, at + step)
        if scene.is_mark(at) or scene.is_verb(at):
            break
    ends = [trigger.first, *(verb.first for verb in scene.verbs.values() if verb.first > trigger.last)]
    return next((found for end in ends if (found := _right_before(scene, end))), [])


def _right_before(scene: Scene, end: int) -> list[Actor]:
    """Return the actors after «به» that end at a token, or a word before it («به X ارسال کرد»)."""
    for at in range(end - 1, scene.clause_start(end) - 1, -1):
        step = scene.phrase_at(at, words("to"))
        if step and (found := joined(scene, at + step)):
            return found if end - 1 <= found[-1].last <= end else []
    return []


def _sent(seen: View, rule: str, subject: list[Actor], others: list[Actor]) -> Told:
    return tell(seen, rule, "letter", subject, others, 0.7)

"""Tell held from announced, cancelled and denied: a trigger in its sentence in, the standing out."""

from __future__ import annotations

from didar.meetings.view import View
from didar.meetings.words import words
from didar.persian.tokens import Verb
from didar.records import Standing

# How many words before a trigger «قرار است» may stand.
_ARRANGED = 30


def standing_of(seen: View) -> Standing:
    """Tell held from announced, cancelled and denied by the words behind the trigger, else by the verb."""
    verb = seen.verb or _next_verb(seen)
    if (said := _said_behind(seen)) or verb is None:
        return said or "held"
    if verb.form.tense == "subjunctive" and is_arranged(seen):
        return "announced"
    if verb.form.negated:
        return "denied" if seen.verb else "held"
    return "announced" if verb.form.tense == "future" or (seen.verb and verb.form.tense == "present") else "held"


def _said_behind(seen: View) -> Standing | None:
    """Return what a word of the trigger's clause says: «لغو», «تکذیب»; what is called off in a letter or at a meeting
    («در جلسه شورا لغو شد») is not that."""
    scene, start = seen.scene, seen.trigger.last + 1
    within = seen.verb is None and scene.phrase_before(seen.trigger.first, words("settings"))
    for at in () if seen.trigger.type == "letter" or within else range(start, len(scene.norms)):
        if scene.norms[at] in words("cancelled"):
            return "cancelled"
        if scene.norms[at] in words("denied"):
            return "denied"
        if scene.is_mark(at):
            break
    return None


def _next_verb(seen: View) -> Verb | None:
    """Return the verb of the trigger's clause where it tells when the meeting is: «نشست ... برگزار خواهد شد»."""
    scene = seen.scene
    for at in range(seen.trigger.last + 1, len(scene.norms)):
        if scene.norms[at] in words("held") and (verb := scene.verbs.get(at + 1)):
            return verb
        if scene.is_verb(at) or scene.norms[at] == ":":
            break
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

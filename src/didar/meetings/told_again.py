"""Read «در این نشست», «در ادامه جلسه»: a trigger that names a meeting told before in, who was or spoke there out."""

from __future__ import annotations

from didar.meetings.parties import attending
from didar.meetings.subject import who_met
from didar.meetings.told import Told, tell
from didar.meetings.topic_or_setting import is_reported, is_setting
from didar.meetings.triggers import first_words
from didar.meetings.view import View, verb_of_clause
from didar.meetings.words import words
from didar.persian.actors import joined
from didar.persian.scene import phrases
from didar.persian.tokens import Actor
from didar.spans import overlap

_COMMA = "،"
# Frames of those who sit together: one of them may be the first whom the report names.
_OF_MANY = ("sitting", "conference", "press")


def points_back(seen: View) -> bool:
    """«این دیدار», «در این نشست گفت‌وگو کردند», «در ادامه جلسه وزیر گفت»: it has been told before."""
    scene, first = seen.scene, seen.trigger.first
    if seen.verb is None:
        return (first > 0 and scene.norms[first - 1] in words("pointing")) or _goes_on(seen) or _is_known(seen)
    told = first_words()
    clause = range(scene.clause_start(first), first - 1)
    return any(scene.norms[at] in words("pointing") and scene.norms[at + 1] in told for at in clause)


def _goes_on(seen: View) -> bool:
    """«در ادامه جلسه، وزیر گفت»: of a sitting without its name another part is told."""
    scene, at = seen.scene, seen.trigger.last + 1
    if seen.trigger.frame not in _OF_MANY or not scene.phrase_before(seen.trigger.first, words("parts")):
        return False
    source = seen.voices.source
    speaks = source is not None and at < len(scene.edges) and source.start == scene.edges[at]
    return speaks or not scene.norms[at : at + 1] or not scene.norms[at][:1].isalpha()


def _is_known(seen: View) -> bool:
    """«جلسه با حضور همه اعضا برگزار شد»: a sitting without name or ending that opens its sentence has been told."""
    scene, trigger = seen.scene, seen.trigger
    bare = trigger.first == trigger.last == 0 and not trigger.ending and trigger.frame in _OF_MANY
    return bare and bool(scene.phrase_at(1, words("attended_by")))


def present(seen: View) -> Told | None:
    """«در این نشست که با حضور X و Y برگزار شد», «در این نشست X نیز حضور داشت»: merged with the meeting told before."""
    there = attending(seen.scene, seen.trigger) or _attendants(seen)
    return tell(seen, "present", seen.trigger.type, (), there, 0.6, alone=True, standing="held") if there else None


def _attendants(seen: View) -> list[Actor]:
    """Return the subject of «حضور داشتند» behind a trigger, or of «که X و Y حضور داشتند»."""
    scene, start = seen.scene, seen.trigger.last + 1
    if that := scene.phrase_at(start, phrases("that")):
        start += that
        inner = verb_of_clause(scene, start)
        if inner and scene.norms[inner.first - 1] not in words("attending"):
            # «در این نشست که دیروز برگزار شد، X و Y حضور داشتند».
            start = inner.last
    verb = verb_of_clause(scene, start)
    if verb is None or scene.norms[verb.first - 1] not in words("attending") or verb.form.negated:
        return []
    between = scene.actors[scene.actor_from(start) : scene.actor_from(verb.first)]
    first = next((actor for actor in between if not scene.is_preposition(actor.first - 1)), None)
    return joined(scene, first.first) if first else []


def spoke_again(seen: View) -> Told | None:
    """«در این نشست وزیر راه گفت», «در ادامه جلسه دلاور افزود»: whoever speaks in a sitting sat there."""
    if seen.trigger.frame not in _OF_MANY:
        return None
    if acting := _acts_there(seen):
        return tell(seen, "present", seen.trigger.type, (), acting, 0.6, alone=True, standing="held")
    if not _speaks_there(seen):
        return None
    subject = who_met(seen, [])
    return tell(seen, "spoke_again", seen.trigger.type, subject, (), 0.6, alone=True, standing="held")


def _acts_there(seen: View) -> list[Actor]:
    """Return who stands right beside a sitting and did something there: «در این جلسه وزیر راه گزارشی داد»."""
    scene, at = seen.scene, seen.trigger.last + 1
    at += at < len(scene.norms) and scene.norms[at] == _COMMA
    verb, first = verb_of_clause(scene, at), scene.starting.get(at) or _right_before(seen)
    acts = verb is not None and verb.form.person == 3 and not verb.form.negated
    alone = seen.voices.frame is None and seen.voices.content is None
    if not acts or not alone or first is None or first.mention.type != "person" or first.mention.form == "pronoun":
        return []
    row = joined(scene, first.first)
    return [] if row and scene.phrase_at(row[-1].last, phrases("object")) else row


def _right_before(seen: View) -> Actor | None:
    """«وزیر راه در این جلسه گزارشی داد»."""
    scene, pointing = seen.scene, seen.trigger.first - 1
    step = scene.phrase_before(pointing, words("settings"))
    actor = scene.ending.get(pointing - step) if step else None
    while actor and scene.phrase_at(actor.first - 1, phrases("and")) and (before := scene.ending.get(actor.first - 1)):
        actor = before
    free = actor is not None and (actor.first == 0 or not scene.is_preposition(actor.first - 1))
    return actor if free else None


def _speaks_there(seen: View) -> bool:
    """Tell whether somebody named in the frame speaks in the setting that a trigger is."""
    source = seen.voices.source
    mentions = [actor.mention for actor in seen.scene.actors if actor.mention.type in ("person", "group")]
    people = [mention.span for mention in mentions if mention.form != "pronoun"]
    named = source is not None and any(overlap(span, source) for span in people)
    return named and (is_setting(seen) or _goes_on(seen)) and not is_reported(seen)

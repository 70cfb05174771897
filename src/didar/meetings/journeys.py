"""Read «سفر», «بازدید»: a trigger in its scene in, who visited whom out, or nothing."""

from __future__ import annotations

from didar.meetings.parties import is_bare, named_behind
from didar.meetings.subject import who_met
from didar.meetings.told import Told, tell
from didar.meetings.topic_or_setting import ended_before, is_setting
from didar.meetings.view import View
from didar.meetings.words import words
from didar.persian.actors import joined
from didar.persian.tokens import Actor


def travelled(seen: View) -> Told | None:
    """«X به سرنویل سفر کرد», «X از کارخانه Y بازدید کرد»: the visitor, and the host where one is named."""
    if seen.verb is None or seen.voices.content is not None:
        return None
    hosts = _hosts(seen)
    subject = who_met(seen, hosts)
    travels = bool(subject) and subject[0].mention.type in ("person", "group")
    return _visit(seen, "travelled", subject, hosts, seen.verb.last) if travels else None


def spoke_on_visit(seen: View) -> Told | None:
    """«X در بازدید از کارخانه Y گفت», «X در سفر به سرنویل گفت»."""
    if seen.voices.frame is None or not is_setting(seen) or ended_before(seen):
        return None
    if seen.scene.phrase_before(seen.trigger.first, words("before")) or named_behind(seen.scene, seen.trigger)[0]:
        # «پس از سفر کامران دلاور به سرنویل، شهردار گفت»: somebody else's.
        return None
    hosts = _hosts(seen)
    return _visit(seen, "spoke_on_visit", who_met(seen, hosts), hosts, seen.trigger.last + 1)


def journey(seen: View) -> Told | None:
    """«سفر X به سرنویل»: the visitor stands behind, by name; a bare office is mostly the report's own topic."""
    scene, trigger = seen.scene, seen.trigger
    own = [actor for actor in named_behind(scene, trigger)[0] if actor.mention.type == "person"]
    if not own or own[0].mention.form != "name" or not scene.phrase_at(own[-1].last, words("to")):
        return None
    return _visit(seen, "journey", own, [], trigger.last + 1)


def _hosts(seen: View) -> list[Actor]:
    """Return who is visited: «بازدید از شرکت نخ»; states and places are where, not who."""
    scene, trigger = seen.scene, seen.trigger
    before = range(trigger.first - 1, scene.clause_start(trigger.first), -1)
    for at in (*range(trigger.last + 1, trigger.last + 4), *before):
        if at < len(scene.norms) and (step := scene.phrase_at(at, words("visiting"))):
            return [actor for actor in joined(scene, at + step) if not is_bare(actor)]
    return []


def _visit(seen: View, rule: str, subject: list[Actor], hosts: list[Actor], last: int) -> Told:
    return tell(seen, rule, "visit", subject, hosts, 0.5, alone=True, last=last)

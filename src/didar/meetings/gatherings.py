"""Read «نشست», «همایش», «در جمع», «نشست خبری»: a trigger in its scene in, who sat together or spoke out, or nothing."""

from __future__ import annotations

from didar.meetings.interviews import is_press
from didar.meetings.parties import attending, is_bare, named_before, named_behind
from didar.meetings.standing import is_arranged
from didar.meetings.subject import stands_before, who_met
from didar.meetings.told import Told, tell
from didar.meetings.topic_or_setting import ended_before, is_own, is_reported, is_setting
from didar.meetings.view import View, main_verb, verb_of_clause
from didar.meetings.words import words
from didar.persian.actors import joined
from didar.persian.tokens import Actor


def attended(seen: View) -> Told | None:
    """«نشست شورا با حضور X و Y»."""
    guests = attending(seen.scene, seen.trigger)
    verb = verb_of_clause(seen.scene, seen.trigger.last + 1)
    if not guests or (verb is not None and verb.form.tense == "subjunctive" and not is_arranged(seen)):
        # «برای شرکت در نشستی با حضور همسایگان دعوت کند»: nobody sat yet.
        return None
    spoke = _spoke(seen)
    subject = who_met(seen, guests) if spoke else []
    own, theirs = named_behind(seen.scene, seen.trigger)
    bodies = [actor for actor in own if _is_body(seen, actor)]
    others = [actor for actor in dict.fromkeys((*bodies, *theirs, *guests)) if actor not in subject]
    return tell(seen, "attended", "session", subject, others, 0.7, alone=not spoke)


def spoke_in_sitting(seen: View) -> Told | None:
    """«X در جلسه شورا گفت»: the speaker sat with the council."""
    own, others = named_behind(seen.scene, seen.trigger)
    members = [*own, *others]
    if not members or _stayed_away(seen) or not (_spoke(seen) or _took_part_oneself(seen) or _attends(seen)):
        return None
    if not own and is_press(seen.scene, seen.trigger, others):
        # «در نشستی با خبرنگاران گفت».
        return press(seen)
    return tell(seen, "spoke_in_sitting", "session", who_met(seen, members), members, 0.7)


def _is_body(seen: View, actor: Actor) -> bool:
    """Tell whether a sitting is an actor's own: «نشست شورای آب», not «همایش وزارت کار», which only holds it."""
    if seen.scene.norms[actor.first] in words("no_body"):
        return False
    return seen.trigger.frame == "sitting" and actor.mention.type in ("organization", "group") and not is_bare(actor)


def sat(seen: View) -> Told | None:
    """«نشست شورای آب برگزار شد»: a body sat, or several did."""
    own = [actor for actor in named_behind(seen.scene, seen.trigger)[0] if actor.mention.type != "place"]
    inside = seen.scene.is_preposition(seen.trigger.first - 1)
    if not own or inside or not _was_held(seen) or not all(_is_body(seen, actor) for actor in own):
        return None
    return tell(seen, "sat", "session", (), own, 0.5, alone=True)


def _was_held(seen: View) -> bool:
    verb = verb_of_clause(seen.scene, seen.trigger.last + 1)
    if verb is None or verb.form.negated or (verb.form.tense == "subjunctive" and not is_arranged(seen)):
        return False
    return verb.first > 0 and seen.scene.norms[verb.first - 1] in words("held")


def in_council(seen: View) -> Told | None:
    """«X امروز در شورای آب گفت»: the body itself says where it was said."""
    scene, trigger = seen.scene, seen.trigger
    body, before = scene.starting.get(trigger.last), trigger.first - 1
    if seen.voices.frame is None or body is None or is_reported(seen):
        return None
    free = before < 0 or before in scene.dated or trigger.first in scene.ending or not scene.norms[before].isalpha()
    start = scene.clause_start(trigger.first)
    subject = [actor for actor in who_met(seen, [body]) if actor.first >= start]
    return tell(seen, "in_council", "session", subject, [body], 0.5) if free and subject else None


def sat_with(seen: View) -> Told | None:
    """«جلسه شورا با وزیر», «جلسه‌ای با وزیر داشت», «به جلسه خود با وزیر اشاره کرد»."""
    own, others = named_behind(seen.scene, seen.trigger)
    others = others or (named_before(seen.scene, seen.trigger) if seen.verb else [])
    if not others or not (seen.verb or own or is_own(seen)):
        return None
    if own:
        return tell(seen, "sat_between", "session", own, others, 0.6)
    return tell(seen, "sat_with", "session", who_met(seen, others), others, 0.6)


def took_part(seen: View) -> Told | None:
    """«X در همایش گفت», «X در همایش شرکت کرد»: nobody else is named."""
    if (not _spoke(seen) and not _attends(seen)) or _tells_of_others(seen) or _stayed_away(seen):
        return None
    behind = named_behind(seen.scene, seen.trigger)[0]
    if seen.trigger.frame == "sitting" and seen.voices.frame is None and not behind and not _attends(seen):
        # «پس از جلسه به خانه رفت»: of whom it was nobody says.
        return None
    # «همایش معلمان» is of people, «همایش وزارت کار» only by a body.
    members = [actor for actor in behind if actor.mention.type == "group"]
    subject = who_met(seen, members)
    return tell(seen, "took_part", "session", subject, members, 0.5, alone=True)


def _tells_of_others(seen: View) -> bool:
    """«با اشاره به شرکت وزیر در همایش گفت»: somebody else was there."""
    scene, first = seen.scene, seen.trigger.first
    subject = who_met(seen, [])
    nobody = bool(subject) and subject[0].mention.type not in ("person", "group") and seen.voices.frame is None
    start = scene.clause_start(first)
    coming = [at for at in range(start + 1, first) if scene.norms[at] in words("attending")]
    spoken_of = any(scene.phrase_before(at, words("spoken_of")) for at in coming)
    return nobody or spoken_of or any(_is_of_others(seen, at) for at in coming)


def _stayed_away(seen: View) -> bool:
    """«X در نشست سران شرکت نخواهد کرد»."""
    verb = main_verb(seen.scene, seen.trigger.last + 1)
    return verb is not None and verb.form.negated and seen.scene.norms[verb.first - 1] in words("attending")


def _is_of_others(seen: View, at: int) -> bool:
    """«امکان حضور مردم در مراسم», «اعضای حاضر در جلسه»: not the subject's own coming («با حضور در جلسه»)."""
    scene, last = seen.scene, seen.trigger.first - 1
    if scene.norms[at] in words("those_there"):
        return at + 1 == last and scene.norms[last] in words("in_place")
    named = any(at < actor.first < actor.last <= last for actor in scene.actors)
    return named and scene.norms[last] in words("in_place") and not scene.phrase_before(at + 1, words("attended_by"))


def _spoke(seen: View) -> bool:
    """Tell whether somebody spoke or acted in a sitting: «X در جلسه شورا گفت», «X در جلسه شورا گزارش داد»."""
    there = (seen.voices.frame is not None and not ended_before(seen)) or _acted(seen)
    return there and is_setting(seen) and not is_reported(seen)


def _took_part_oneself(seen: View) -> bool:
    """«در جلسه شورا شرکت کردم»."""
    verb = main_verb(seen.scene, seen.trigger.last + 1)
    own = verb is not None and verb.form.person == 1 and seen.voices.content is not None
    return own and verb is not None and seen.scene.norms[verb.first - 1] in words("attending") and is_setting(seen)


def _came(seen: View) -> bool:
    """«وی در جمع کارگران حاضر شد»."""
    verb = verb_of_clause(seen.scene, seen.trigger.last + 1)
    came = verb is not None and seen.scene.norms[verb.first - 1] in words("attending")
    return came and seen.voices.content is None


def _acted(seen: View) -> bool:
    verb = verb_of_clause(seen.scene, seen.trigger.last + 1)
    done = verb is None or not verb.form.negated
    return done and seen.voices.content is None and stands_before(seen)


def _attends(seen: View) -> bool:
    """«X در همایش شرکت کرد», «X در جلسه‌ای که امروز برگزار می‌شود حضور خواهد یافت»."""
    scene, trigger = seen.scene, seen.trigger
    verb = main_verb(scene, trigger.last + 1)
    came = verb is not None and verb.form.person == 3 and not verb.form.negated
    attends = came and verb is not None and scene.norms[verb.first - 1] in words("attending")
    return attends and is_setting(seen) and seen.voices.content is None


def press(seen: View) -> Told | None:
    """«در نشست خبری», «به خبرنگاران گفت», «در مصاحبه با»: the speaker alone."""
    subject = who_met(seen, [])
    acted = bool(subject) and seen.voices.content is None and seen.trigger.first > 0
    if seen.voices.frame is None and not (acted and (seen.verb or is_setting(seen))):
        return None
    if subject and subject[0].mention.form == "nominal" and subject[0].mention.type == "person":
        # «یک منبع آگاه به خبرنگار ما گفت» is no news conference.
        return None
    return tell(seen, "press", "press", subject, _beside(seen), 0.85, alone=True)


def _beside(seen: View) -> list[Actor]:
    """Return who stood beside the speaker: «در کنفرانس خبری مشترک با Y»."""
    near = seen.scene.norms[seen.trigger.last + 1 : seen.trigger.last + 3]
    shared = not words("joint").isdisjoint(near)
    others = named_behind(seen.scene, seen.trigger)[1] if shared else []
    return [] if is_press(seen.scene, seen.trigger, others) else others


def asked(seen: View) -> Told | None:
    """«در پاسخ به سوال خبرنگاران»: the reporters ask, the speaker answers."""
    scene, first = seen.scene, seen.trigger.first
    asked = any(scene.phrase_before(at, words("answering")) for at in range(first, max(first - 5, 0), -1))
    return press(seen) if asked and seen.voices.frame is not None else None


def gathering(seen: View) -> Told | None:
    """«در جمع کارگران گفت»."""
    members = joined(seen.scene, seen.trigger.last + 1)
    if members and members[0].mention.form == "pronoun":
        return None
    if is_press(seen.scene, seen.trigger, members):
        return press(seen)
    subject = who_met(seen, members)
    named = bool(subject) and subject[0].mention.type == "person" and subject[0].mention.form != "pronoun"
    if seen.voices.frame is None and not named and not _came(seen):
        return None
    return tell(seen, "gathering", "in_person", subject, members, 0.7 if members else 0.5, alone=True, standing="held")

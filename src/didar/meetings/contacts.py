"""Read «دیدار», «گفت‌وگو», «تماس تلفنی»: a trigger in its scene in, who met whom and how out, or nothing."""

from __future__ import annotations

import msgspec

from didar.meetings.parties import is_bare, named_before, named_behind, sides_before, who_met, who_spoke_there
from didar.meetings.told import Told, tell
from didar.meetings.topic_or_setting import is_own, is_reported, is_setting, is_topic
from didar.meetings.triggers import Trigger
from didar.meetings.unreal import is_match
from didar.meetings.view import View
from didar.meetings.words import words
from didar.persian.actors import joined, subjects
from didar.persian.letters import fold
from didar.persian.scene import Scene, phrases
from didar.persian.tokens import Actor
from didar.records import MeetingType


def _medium(seen: View) -> MeetingType:
    """Return the type: of the trigger, or of a word for the medium beside it."""
    scene, trigger = seen.scene, seen.trigger
    if trigger.type != "talks":
        return trigger.type
    start = max(scene.clause_start(trigger.first), trigger.first - 12)
    near = scene.norms[start : min(trigger.last + 4, len(scene.norms))]
    for name in ("phone", "video"):
        if any(norm in words(name) for norm in near):
            return name
    return "talks"


def is_press(scene: Scene, trigger: Trigger, others: list[Actor]) -> bool:
    """Tell whether the other side asks the questions: «در گفت‌وگو با خبرنگار», «با شبکه خبر»."""
    if any(actor.mention.sector == "JRN" for actor in others):
        return True
    near = range(trigger.last + 1, min(trigger.last + 4, len(scene.norms)))
    at = next((index for index in near if scene.phrase_at(index, words("with"))), None)
    return at is not None and any(word in words("press") for word in scene.norms[at + 1 : at + 6])


def interview(seen: View) -> Told | None:
    """«در گفت‌وگو با خبرنگار ایسنا»: the speaker alone."""
    scene, trigger = seen.scene, seen.trigger
    others = named_behind(scene, trigger)[1] or (named_before(scene, trigger) if seen.verb else [])
    if trigger.type not in ("talks", "video", "phone") or not is_press(scene, trigger, others):
        return None
    subject = who_met(seen, others) or [actor for actor in seen.outside if actor.mention.type == "person"][:1]
    last = max([trigger.last + 1, *(actor.last for actor in others)])
    return tell(seen, "interview", "press", subject, (), 0.9, alone=True, last=last)


def interviewed(seen: View) -> Told | None:
    """«خبرگزاری دریا با X گفت‌وگو کرد», «گفت‌وگوی خبرنگار دریا با X»: X alone."""
    if seen.trigger.type not in ("talks", "press"):
        return None
    if seen.verb is None:
        return _interview_of(seen)
    others = named_before(seen.scene, seen.trigger) or named_behind(seen.scene, seen.trigger)[1]
    subject = subjects(seen.scene, seen.trigger.first, others)
    media = bool(subject) and all(actor.mention.sector == "JRN" for actor in subject)
    people = [actor for actor in others if actor.mention.type == "person"]
    return tell(seen, "interviewed", "press", people, (), 0.7, alone=True) if media and people else None


def _interview_of(seen: View) -> Told | None:
    own, others = named_behind(seen.scene, seen.trigger)
    asking = [actor for actor in own if not words("press").isdisjoint(seen.scene.norms[actor.first : actor.last])]
    people = [actor for actor in others if actor.mention.type == "person"]
    return tell(seen, "interviewed", "press", people, (), 0.7, alone=True) if asking and people else None


def met(seen: View) -> Told | None:
    """«X با Y دیدار کرد»; «X و Y دیدار کردند»."""
    if seen.verb is None:
        return None
    scene, trigger = seen.scene, seen.trigger
    own, behind = named_behind(scene, trigger)
    before = named_before(scene, trigger)
    others = (behind or before) if seen.verb.first > trigger.last + 2 else (before or behind)
    passive = scene.norms[trigger.last + 1] in words("held")
    subject = own if passive else who_met(seen, others)
    plural = len(subject) > 1 or any(_are_several(seen, actor) for actor in subject)
    if (not others and not plural) or _is_affair(trigger, others):
        return None
    found = tell(seen, "met", _medium(seen), subject, others, 0.85, last=seen.verb.last)
    sides = sides_before(scene, trigger) if others and _follows_and(scene, others) else ()
    apart = [side for side in sides if not set(side) & set(others)]
    return msgspec.structs.replace(found, apart=tuple(tuple(side) for side in apart)) if apart else found


def _are_several(seen: View, actor: Actor) -> bool:
    """Tell whether one word names all who met: «وزیران», «آنها»; but «ما با مذاکره مشکلی نداریم» tells none."""
    own = seen.scene.norms[actor.first] in words("first_person")
    return actor.mention.plural and not (own and seen.verb is not None and seen.verb.form.negated)


def _follows_and(scene: Scene, others: list[Actor]) -> bool:
    """Tell whether «و با» opens a side: another one stands before it."""
    first = others[0].first
    near = range(max(first - 5, 0), first)
    return any(scene.phrase_at(at, phrases("and")) for at in near)


def between(seen: View) -> Told | None:
    """«دیدار X با Y», «گفت‌وگوی تلفنی X و Y», «دیدار میان X و Y»: both sides stand behind the trigger."""
    scene, trigger = seen.scene, seen.trigger
    own, others = named_behind(scene, trigger)
    everybody = [*own, *others]
    sides = bool(own) or _says_between(scene, trigger)
    if not sides or (len(everybody) < 2 and not _are_chiefs(scene, everybody)):
        return None
    states = [actor for actor in everybody if is_bare(actor)]
    if trigger.type == "talks" and (is_topic(seen) or states):
        return None
    if trigger.type == "in_person" and len(states) == len(everybody):
        # «دیدار سرنویل و نوردلند» is a match.
        return None
    return tell(seen, "between", _medium(seen), own, others, 0.7, last=everybody[-1].last)


def _are_chiefs(scene: Scene, everybody: list[Actor]) -> bool:
    """«دیدار وزیران خارجه», «دیدار میان دو رئیس‌جمهور»: both sides in one word."""
    if len(everybody) != 1 or not everybody[0].mention.plural:
        return False
    chiefs, mention = everybody[0], everybody[0].mention
    several = not words("several").isdisjoint(scene.norms[chiefs.first : chiefs.last])
    states = mention.country is not None or several
    return mention.rule == "quantified" or (mention.rule == "office" and states)


def _is_affair(trigger: Trigger, others: list[Actor]) -> bool:
    """Tell whether talks with a bare state or city are an affair, no contact: «مذاکره با نوردلند»."""
    return trigger.type in ("talks", "in_person") and bool(others) and all(is_bare(actor) for actor in others)


def _says_between(scene: Scene, trigger: Trigger) -> bool:
    near = range(trigger.last + 1, min(trigger.last + 6, len(scene.norms)))
    return any(scene.phrase_at(at, words("between")) for at in near)


def in_meeting(seen: View) -> Told | None:
    """«در دیدار با Y گفت»: who speaks met Y."""
    scene, trigger = seen.scene, seen.trigger
    own, others = named_behind(scene, trigger)
    if own and not others and own[0].mention.form == "pronoun":
        # «دیدار آنها» has been told before.
        return None
    others = others or own
    if not others or is_topic(seen) or _is_affair(trigger, others) or is_reported(seen):
        return None
    if scene.phrase_before(others[0].first, words("between")):
        return None
    framed = seen.voices.frame is not None
    if trigger.type == "talks" and not framed and not is_own(seen):
        return None
    subject = who_met(seen, others)
    return tell(seen, "in_meeting", _medium(seen), subject, others, 0.85 if framed else 0.6)


def together(seen: View) -> Told | None:
    """«X و Y در دیدار با یکدیگر گفتند»: both stand before it."""
    scene, at = seen.scene, seen.trigger.last + 1
    step = scene.phrase_at(at, words("with"))
    if not step or not scene.phrase_at(at + step, words("each_other")):
        return None
    subject = who_met(seen, [])
    both = len(subject) > 1 or any(_are_several(seen, actor) for actor in subject)
    return tell(seen, "together", _medium(seen), subject, (), 0.8, alone=True) if both else None


def spoken_there(seen: View) -> Told | None:
    """«سخنان X در دیدار با Y», «اظهارات X در جلسه شورا»: whose words are told, met Y."""
    scene, trigger = seen.scene, seen.trigger
    subject = who_spoke_there(scene, trigger)
    others = [actor for side in named_behind(scene, trigger) for actor in side]
    if trigger.frame == "gathering":
        others = joined(scene, trigger.last + 1)
    if not subject or not others or is_press(scene, trigger, others) or _is_affair(trigger, others):
        return None
    return tell(seen, "spoken_there", _medium(seen), subject, others, 0.7)


def met_somebody(seen: View) -> Told | None:
    """«در دیدار با انبوه مردم گفت»: nobody knows the other side by name, but the speaker met them."""
    if seen.voices.frame is None or seen.trigger.type == "talks" or not _with_somebody(seen):
        return None
    subject = who_met(seen, [])
    return tell(seen, "met_somebody", _medium(seen), subject, (), 0.5, alone=True)


def _with_somebody(seen: View) -> bool:
    at = seen.trigger.last + 1
    step = seen.scene.phrase_at(at, words("with"))
    after = seen.scene.norms[at + step : at + step + 1]
    return bool(step and after) and after[0] not in phrases("not_party") and not is_match(seen) and not is_topic(seen)


def call(seen: View) -> Told | None:
    """«با X تماس گرفت», «در تماس با X گفت»: other contacts («خطوط تماس») are no calls."""
    if seen.verb is None and (seen.voices.frame is None or not is_setting(seen)):
        return None
    return interview(seen) or met(seen) or in_meeting(seen)


def received(seen: View) -> Told | None:
    """«X سفیر Y را به حضور پذیرفت»: the host receives."""
    scene, trigger = seen.scene, seen.trigger
    verb = scene.verbs.get(trigger.last + 1)
    start = scene.clause_start(trigger.first)
    here = [actor for actor in scene.actors if actor.first >= start]
    guests = [actor for actor in here if scene.phrase_at(actor.last, phrases("object"))]
    if verb is None or fold(verb.form.lemma) not in words("receiving") or not guests:
        return None
    subject = who_met(seen, guests)
    return tell(seen, "received", "in_person", subject, guests, 0.8, last=verb.last, standing="held")

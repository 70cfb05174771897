"""Read «در دیدار با Y گفت», «سخنان X در دیدار با Y»: a trigger in its scene in, who met out, or nothing."""

from __future__ import annotations

from didar.meetings.contacts import are_several, is_affair, medium, met
from didar.meetings.interviews import interview, is_press
from didar.meetings.parties import named_before, named_behind
from didar.meetings.subject import who_met, who_spoke_there
from didar.meetings.told import Told, tell
from didar.meetings.topic_or_setting import is_own, is_reported, is_setting, is_topic
from didar.meetings.unreal import is_match
from didar.meetings.view import View
from didar.meetings.words import words
from didar.persian.actors import joined, subjects
from didar.persian.scene import phrases


def in_meeting(seen: View) -> Told | None:
    """«در دیدار با Y گفت»: who speaks met Y."""
    scene, trigger = seen.scene, seen.trigger
    own, others = named_behind(scene, trigger)
    if own and not others and own[0].mention.form == "pronoun":
        # «دیدار آنها» has been told before.
        return None
    framed = seen.voices.frame is not None
    if own and not others and not framed and not subjects(scene, trigger.first, own):
        # «در پی تماس تلفنی شهردار»: whom he called nobody says.
        return None
    # «دیدار کارگران» is with them, «مذاکرات کارگران» is theirs.
    others = others or (own if trigger.type != "talks" else [])
    if not others or is_topic(seen) or is_affair(trigger, others) or is_reported(seen):
        return None
    if scene.phrase_before(others[0].first, words("between")):
        return None
    if trigger.type == "talks" and not framed and not is_own(seen):
        return None
    subject = who_met(seen, others)
    return tell(seen, "in_meeting", medium(seen), subject, others, 0.85 if framed else 0.6)


def together(seen: View) -> Told | None:
    """«X و Y در دیدار با یکدیگر گفتند», «X و Y در دیدار خود گفتند», «X و Y تلفنی گفتند»: both stand before it."""
    scene, at = seen.scene, seen.trigger.last + 1
    step = scene.phrase_at(at, words("with"))
    mutual = bool(step and scene.phrase_at(at + step, words("each_other")))
    own = scene.phrase_at(at, words("own")) and not scene.phrase_at(at + 1, words("with"))
    open_still = seen.trigger.type != "talks" and not _is_with_others(seen)
    if not mutual and not ((own or open_still) and is_setting(seen)):
        return None
    subject = who_met(seen, [])
    several = are_several(seen, subject) if mutual or own else len(subject) > 1
    return tell(seen, "together", medium(seen), subject, (), 0.8, alone=True) if several else None


def _is_with_others(seen: View) -> bool:
    """Tell whether another side is named, or a «با» stands right behind a trigger."""
    scene, trigger = seen.scene, seen.trigger
    behind = any(named_behind(scene, trigger)) or scene.phrase_at(trigger.last + 1, words("with"))
    return bool(behind or named_before(scene, trigger))


def spoken_there(seen: View) -> Told | None:
    """«سخنان X در دیدار با Y», «اظهارات X در جلسه شورا»: whose words are told, met Y."""
    scene, trigger = seen.scene, seen.trigger
    subject = who_spoke_there(scene, trigger)
    others = [actor for side in named_behind(scene, trigger) for actor in side]
    if trigger.frame == "gathering":
        others = joined(scene, trigger.last + 1)
    if not subject or not others or is_press(scene, trigger, others) or is_affair(trigger, others):
        return None
    return tell(seen, "spoken_there", medium(seen), subject, others, 0.7)


def met_somebody(seen: View) -> Told | None:
    """«در دیدار با انبوه مردم گفت»: nobody knows the other side by name, but the speaker met them."""
    if seen.voices.frame is None or seen.trigger.type == "talks" or not _with_somebody(seen):
        return None
    subject = who_met(seen, [])
    return tell(seen, "met_somebody", medium(seen), subject, (), 0.5, alone=True)


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

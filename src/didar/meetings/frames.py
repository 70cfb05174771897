"""Read a trigger in its sentence: type, standing and parties of the contact, or nothing where it only names one.

Each frame of meeting_nouns.tsv has its rules, tried in order; the first answer wins.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from didar.meetings.parties import addressed, attending, is_bare, named_before, named_behind
from didar.meetings.triggers import Trigger, first_words
from didar.meetings.voices import Voices
from didar.meetings.words import words
from didar.persian.actors import joined, subjects
from didar.persian.letters import fold
from didar.persian.scene import Actor, Scene, Verb, phrases
from didar.records import MeetingType, Standing
from didar.spans import overlap


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A contact as one rule reads it; `subject` null where a saying or an earlier sentence must tell it."""

    rule: str
    type: MeetingType
    subject: tuple[Actor, ...]
    others: tuple[Actor, ...]
    standing: Standing = "held"
    alone: bool = False
    last: int
    confidence: float


class View(msgspec.Struct, frozen=True):
    """A trigger in its scene, with the sayings around it and the verb that makes it a predicate."""

    scene: Scene
    trigger: Trigger
    voices: Voices
    verb: Verb | None


Rule = Callable[[View], Told | None]


def view(scene: Scene, trigger: Trigger, around: Voices) -> View:
    """See a trigger with its predicate, if it has one."""
    return View(scene, trigger, around, _predicate(scene, trigger))


def _predicate(scene: Scene, trigger: Trigger) -> Verb | None:
    """Return the verb that makes a trigger a predicate: «دیدار کرد», «نشست برگزار شد», «دیداری با X داشت»."""
    at = trigger.last + 1
    if at < len(scene.norms) and scene.norms[at] in words("held"):
        return scene.verbs.get(at + 1)
    verb = scene.verbs.get(at)
    if verb:
        return verb if fold(verb.form.lemma) in words("light") else None
    verb = _verb_of_clause(scene, at)
    if verb and trigger.ending in words("indefinite"):
        having = fold(verb.form.lemma) in words("having") or scene.norms[verb.first - 1] in words("held")
        return verb if having else None
    return None


def _verb_of_clause(scene: Scene, at: int) -> Verb | None:
    for index in range(at, len(scene.norms)):
        if scene.is_mark(index) or index in scene.verbs:
            return scene.verbs.get(index)
    return None


def read_trigger(seen: View) -> Told | None:
    """Return the contact that a trigger tells, None where it tells none."""
    if _points_back(seen) or _only_thought(seen) or _is_other_word(seen) or _is_match(seen):
        return None
    return next((told for rule in _RULES[seen.trigger.frame] if (told := rule(seen)) is not None), None)


def _points_back(seen: View) -> bool:
    """«این دیدار», «در این نشست گفت‌وگو کردند»: it has been told before."""
    scene, first = seen.scene, seen.trigger.first
    if seen.verb is None:
        return first > 0 and scene.norms[first - 1] in words("pointing")
    told = first_words()
    clause = range(scene.clause_start(first), first - 1)
    return any(scene.norms[at] in words("pointing") and scene.norms[at + 1] in told for at in clause)


def _is_other_word(seen: View) -> bool:
    """«مصاحبه شوندگان», «دیدار نهایی»."""
    behind = seen.scene.norms[seen.trigger.last + 1 : seen.trigger.last + 2]
    return bool(behind) and behind[0] in words("not_trigger")


def _is_match(seen: View) -> bool:
    """Tell whether a «دیدار» is one of teams: words of sport stand in its sentence and nobody in office or named."""
    if seen.trigger.type != "in_person" or not any(norm in words("sport") for norm in seen.scene.norms):
        return False
    own, others = named_behind(seen.scene, seen.trigger)
    sides = [*own, *others, *named_before(seen.scene, seen.trigger)]
    return not any(actor.mention.type in ("person", "group") for actor in sides)


def _only_thought(seen: View) -> bool:
    """Tell whether a contact is only asked for, possible or refused: «درخواست دیدار», «باید گفت‌وگو کنند»."""
    scene, trigger = seen.scene, seen.trigger
    if seen.verb:
        start = scene.clause_start(trigger.first)
        modal = any(scene.norms[at] in words("modal") for at in range(start, trigger.first))
        return seen.verb.form.tense in ("subjunctive", "imperative", "infinitive") or modal
    name = "unreal" if trigger.type == "talks" else "unreal_always"
    return bool(scene.phrase_before(trigger.first, words(name)))


def _standing(seen: View) -> Standing:
    """Tell held from announced, cancelled and denied by the verb and the words behind the trigger."""
    scene = seen.scene
    behind = scene.norms[seen.trigger.last + 1 :]
    for at, norm in enumerate(behind):
        if norm in words("cancelled"):
            return "cancelled"
        if norm in words("denied"):
            return "denied"
        if scene.is_mark(seen.trigger.last + 1 + at):
            break
    verb = seen.verb or _next_verb(seen)
    if verb is None:
        return "held"
    if verb.form.negated:
        return "denied" if seen.verb else "held"
    return "announced" if verb.form.tense == "future" or (seen.verb and verb.form.tense == "present") else "held"


def _next_verb(seen: View) -> Verb | None:
    """Return the verb of the trigger's clause where it tells when the meeting is: «نشست ... برگزار خواهد شد»."""
    norms = seen.scene.norms
    held = next((at for at in range(seen.trigger.last, len(norms)) if norms[at] in words("held")), -2)
    return seen.scene.verbs.get(held + 1)


# --- the medium ------------------------------------------------------------------------------------------------------


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


def _is_press(scene: Scene, trigger: Trigger, others: list[Actor]) -> bool:
    """Tell whether the other side asks the questions: «در گفت‌وگو با خبرنگار», «با شبکه خبر»."""
    if any(actor.mention.sector == "JRN" for actor in others):
        return True
    near = range(trigger.last + 1, min(trigger.last + 4, len(scene.norms)))
    at = next((index for index in near if scene.phrase_at(index, words("with"))), None)
    return at is not None and any(word in words("press") for word in scene.norms[at + 1 : at + 6])


# --- rules of «دیدار», «گفت‌وگو», «تماس تلفنی» -------------------------------------------------------------------------


def _interview(seen: View) -> Told | None:
    """«در گفت‌وگو با خبرنگار ایسنا»: the speaker alone."""
    scene, trigger = seen.scene, seen.trigger
    others = named_behind(scene, trigger)[1] or (named_before(scene, trigger) if seen.verb else [])
    if trigger.type not in ("talks", "video", "phone") or not _is_press(scene, trigger, others):
        return None
    subject = subjects(scene, trigger.first, others)
    last = max([trigger.last + 1, *(actor.last for actor in others)])
    return Told(
        rule="interview", type="press", subject=tuple(subject), others=(), alone=True, last=last, confidence=0.9,
        standing=_standing(seen),
    )  # fmt: skip


def _met(seen: View) -> Told | None:
    """«X با Y دیدار کرد»; «X و Y دیدار کردند»."""
    if seen.verb is None:
        return None
    scene, trigger = seen.scene, seen.trigger
    own, behind = named_behind(scene, trigger)
    before = named_before(scene, trigger)
    others = (behind or before) if seen.verb.first > trigger.last + 2 else (before or behind)
    passive = scene.norms[trigger.last + 1] in words("held")
    subject = own if passive else subjects(scene, trigger.first, others)
    plural = len(subject) > 1 or any(actor.mention.plural for actor in subject)
    if (not others and not plural) or _is_affair(trigger, others):
        return None
    return Told(
        rule="met", type=_medium(seen), subject=tuple(subject), others=tuple(others), standing=_standing(seen),
        last=seen.verb.last, confidence=0.85,
    )  # fmt: skip


def _between(seen: View) -> Told | None:
    """«دیدار X با Y», «گفت‌وگوی تلفنی X و Y», «دیدار میان X و Y»: both sides stand behind the trigger."""
    scene, trigger = seen.scene, seen.trigger
    own, others = named_behind(scene, trigger)
    everybody = [*own, *others]
    chiefs = len(own) == 1 and not others and own[0].mention.plural and own[0].mention.rule == "office"
    if not chiefs and (len(everybody) < 2 or (not own and not _says_between(scene, trigger))):
        return None
    if trigger.type == "talks" and (seen.voices.frame is None or _is_topic(seen) or _is_affair(trigger, everybody)):
        return None
    last = everybody[-1].last
    return Told(
        rule="between", type=_medium(seen), subject=tuple(own), others=tuple(others), last=last,
        standing=_standing(seen), confidence=0.7,
    )  # fmt: skip


def _reported(seen: View) -> bool:
    """Tell whether a medium speaks in the frame: «شینهوا از حضور X در نشست خبر داد»; it did not take part."""
    source = seen.voices.source
    media = (actor.mention.span for actor in seen.scene.actors if actor.mention.sector == "JRN")
    return source is not None and any(overlap(source, span) for span in media)


def _is_affair(trigger: Trigger, others: list[Actor]) -> bool:
    """Tell whether talks with a bare state or city are an affair, no contact: «مذاکره با نوردلند»."""
    return trigger.type == "talks" and bool(others) and all(is_bare(actor) for actor in others)


def _says_between(scene: Scene, trigger: Trigger) -> bool:
    near = range(trigger.last + 1, min(trigger.last + 6, len(scene.norms)))
    return any(scene.phrase_at(at, words("between")) for at in near)


def _in_meeting(seen: View) -> Told | None:
    """«در دیدار با Y گفت»: who speaks met Y."""
    scene, trigger = seen.scene, seen.trigger
    own, others = named_behind(scene, trigger)
    if own and not others and own[0].mention.form == "pronoun":
        # «دیدار آنها» has been told before.
        return None
    others = others or own
    if not others and seen.voices.frame is not None and trigger.type != "talks" and _with_somebody(seen):
        # «در دیدار با انبوه مردم گفت»: nobody knows the other side by name, but the speaker met them.
        return Told(
            rule="in_meeting_with_some", type=_medium(seen), subject=tuple(subjects(scene, trigger.first, [])), others=(),
            standing=_standing(seen), last=trigger.last + 1, alone=True, confidence=0.5,
        )  # fmt: skip
    if not others or _is_topic(seen) or _is_affair(trigger, others) or _reported(seen):
        return None
    own_meeting = _is_own(seen)
    if seen.voices.frame is None and trigger.type == "talks" and not own_meeting:
        return None
    subject = subjects(scene, trigger.first, others)
    standing = _standing(seen)
    return Told(
        rule="in_meeting", type=_medium(seen), subject=tuple(subject), others=tuple(others), standing=standing,
        last=trigger.last + 1, confidence=0.85 if seen.voices.frame is not None else 0.6,
    )  # fmt: skip


def _with_somebody(seen: View) -> bool:
    at = seen.trigger.last + 1
    step = seen.scene.phrase_at(at, words("with"))
    after = seen.scene.norms[at + step : at + step + 1]
    return bool(step and after) and after[0] not in phrases("not_party") and not _is_match(seen) and not _is_topic(seen)


def _is_topic(seen: View) -> bool:
    """Tell whether a meeting is only spoken of: «با اشاره به نشست», «از دیدار X خبر داد»."""
    scene, first = seen.scene, seen.trigger.first
    while first > 0 and scene.norms[first - 1] in _adjectives() and first > seen.trigger.first - 3:
        first -= 1
    if scene.phrase_before(first, words("settings")):
        return False
    return bool(scene.phrase_before(first, words("topics"))) and not _is_own(seen)


def _adjectives() -> frozenset[str]:
    return words("leading")


def _is_own(seen: View) -> bool:
    """«دیدارش با», «دیدار قریب‌الوقوع خود با»."""
    scene, trigger = seen.scene, seen.trigger
    behind = scene.norms[trigger.last + 1 : trigger.last + 5]
    return trigger.ending in words("own_endings") or any(norm in words("own") for norm in behind)


# --- rules of «نشست», «نامه», «سفر» ----------------------------------------------------------------------------


def _sitting(seen: View) -> Told | None:
    """«نشست شورا با حضور X و Y»; «X در جلسه شورا گفت»."""
    scene, trigger = seen.scene, seen.trigger
    own, others = named_behind(scene, trigger)
    guests = attending(scene, trigger)
    spoke = seen.voices.frame is not None and _set_in(seen) and not _reported(seen)
    if guests:
        subject = subjects(scene, trigger.first, guests) if spoke else []
        everybody = tuple(actor for actor in guests if actor not in subject)
        return Told(
            rule="attended", type="session", subject=tuple(subject), others=everybody, standing=_standing(seen),
            last=trigger.last + 1, confidence=0.7, alone=not spoke,
        )  # fmt: skip
    members = [*own, *others]
    if spoke and members:
        subject = subjects(scene, trigger.first, members)
        return Told(
            rule="spoke_in_sitting", type="session", subject=tuple(subject), others=tuple(members),
            standing=_standing(seen), last=trigger.last + 1, confidence=0.7,
        )  # fmt: skip
    if others and (seen.verb or own):
        subject = own or subjects(scene, trigger.first, others)
        return Told(
            rule="sat_with", type="session", subject=tuple(subject), others=tuple(others),
            standing=_standing(seen), last=trigger.last + 1, confidence=0.6,
        )  # fmt: skip
    if spoke or _took_part(seen):
        subject = subjects(scene, trigger.first, members)
        return Told(
            rule="took_part", type="session", subject=tuple(subject), others=tuple(members), standing=_standing(seen),
            last=trigger.last + 1, alone=True, confidence=0.5,
        )  # fmt: skip
    return None


def _took_part(seen: View) -> bool:
    """«X در همایش شرکت کرد», «با حضور در مراسم»."""
    scene, trigger = seen.scene, seen.trigger
    verb = _verb_of_clause(scene, trigger.last + 1)
    attends = verb is not None and verb.form.person == 3 and scene.norms[verb.first - 1] in words("attending")
    return attends and _set_in(seen) and seen.voices.content is None


def _set_in(seen: View) -> bool:
    """Tell whether a sitting is where something was said: «در جلسه», «در حاشیه نشست»."""
    scene, first = seen.scene, seen.trigger.first
    if _is_topic(seen):
        return False
    for at in range(first, max(first - 5, 0), -1):
        if scene.phrase_before(at, words("settings")):
            return True
        if scene.is_preposition(at - 1) or scene.is_verb(at - 1):
            break
    return False


def _letter(seen: View) -> Told | None:
    """«X در نامه‌ای به Y نوشت», «X نامه‌ای به Y نوشت»."""
    scene, trigger = seen.scene, seen.trigger
    others = addressed(scene, trigger)
    if not others or trigger.ending in words("own_endings"):
        return None
    behind = [verb for verb in scene.verbs.values() if verb.first > trigger.last]
    written = any(fold(verb.form.lemma) in words("sent") and verb.form.tense != "subjunctive" for verb in behind)
    written = written or any(norm in words("sent_nouns") for norm in scene.norms[trigger.last :])
    if not written and not scene.phrase_before(trigger.first, words("settings")):
        return None
    return Told(
        rule="letter", type="letter", subject=tuple(subjects(scene, trigger.first, others)), others=tuple(others),
        last=trigger.last + 1, standing=_standing(seen), confidence=0.7,
    )  # fmt: skip


def _travelled(seen: View) -> Told | None:
    """«X به سرنویل سفر کرد»: the visitor alone."""
    if seen.verb is None or seen.voices.content is not None:
        return None
    subject = subjects(seen.scene, seen.trigger.first, [])
    if not subject:
        return None
    return Told(
        rule="travelled", type="visit", subject=tuple(subject), others=(), alone=True, standing=_standing(seen),
        last=seen.verb.last, confidence=0.5,
    )  # fmt: skip


def _asked(seen: View) -> Told | None:
    """«در پاسخ به سوال خبرنگاران»: the reporters ask, the speaker answers."""
    scene, first = seen.scene, seen.trigger.first
    asked = any(scene.phrase_before(at, words("answering")) for at in range(first, max(first - 5, 0), -1))
    return _press(seen) if asked and seen.voices.frame is not None else None


def _press(seen: View) -> Told | None:
    """«در نشست خبری», «به خبرنگاران گفت», «در مصاحبه با»: the speaker alone."""
    subject = subjects(seen.scene, seen.trigger.first, [])
    if seen.voices.frame is None and (not subject or seen.voices.content is not None or seen.trigger.first == 0):
        return None
    if subject and subject[0].mention.form == "nominal" and subject[0].mention.type == "person":
        # «یک منبع آگاه به خبرنگار ما گفت» is no news conference.
        return None
    return Told(
        rule="press", type="press", subject=tuple(subject), others=(), alone=True, last=seen.trigger.last + 1,
        standing=_standing(seen), confidence=0.85,
    )  # fmt: skip


def _gathering(seen: View) -> Told | None:
    """«در جمع کارگران گفت»."""
    members = joined(seen.scene, seen.trigger.last + 1)
    if members and members[0].mention.form == "pronoun":
        return None
    if _is_press(seen.scene, seen.trigger, members):
        return _press(seen)
    subject = subjects(seen.scene, seen.trigger.first, members)
    if seen.voices.frame is None and not subject:
        return None
    return Told(
        rule="gathering", type="in_person", subject=tuple(subject), others=tuple(members), standing="held",
        last=seen.trigger.last + 1, alone=True, confidence=0.7 if members else 0.5,
    )  # fmt: skip


def _call(seen: View) -> Told | None:
    """«با X تماس گرفت»: only the predicate is a call."""
    return _interview(seen) or _met(seen) if seen.verb else None


def _received(seen: View) -> Told | None:
    """«X سفیر Y را به حضور پذیرفت»: the host receives."""
    scene, trigger = seen.scene, seen.trigger
    verb = scene.verbs.get(trigger.last + 1)
    start = scene.clause_start(trigger.first)
    guests = [actor for actor in scene.actors if actor.first >= start and scene.phrase_at(actor.last, phrases("object"))]
    if verb is None or fold(verb.form.lemma) not in words("receiving") or not guests:
        return None
    subject = subjects(scene, trigger.first, guests)
    return Told(
        rule="received", type="in_person", subject=tuple(subject), others=tuple(guests), standing="held",
        last=verb.last, confidence=0.8,
    )  # fmt: skip


_RULES: dict[str, tuple[Rule, ...]] = {
    "contact": (_interview, _met, _between, _in_meeting),
    "sitting": (_sitting,),
    "letter": (_letter,),
    "visit": (_travelled,),
    "press": (_press,),
    "reporters": (_asked,),
    "call": (_call,),
    "received": (_received,),
    "gathering": (_gathering,),
}

"""Tell who the sides of a reading are: the words that name them, or the saying whose speaker they are."""

from __future__ import annotations

from didar.meetings.parties import is_bare
from didar.meetings.report import Report
from didar.meetings.subject import without_own_offices
from didar.meetings.told import Told
from didar.meetings.topic_or_setting import ended_before
from didar.meetings.view import View, verb_of_clause
from didar.meetings.words import words
from didar.persian.actors import joined
from didar.persian.scene import Scene
from didar.persian.tokens import Actor
from didar.records import Mention, Party, Span
from didar.spans import covers, overlap

# Rules whose subject is the one that they name, whoever speaks in the sentence.
_SUBJECT_BEHIND = (
    "between", "journey", "letter_between", "interviewed", "present", "spoken_there", "sat", "sat_between", "together",
)  # fmt: skip


def subject_of(report: Report, seen: View, told: Told) -> tuple[Party, ...]:
    """Return the subject: as the rule found it, the speaker of the frame or content, else who came before."""
    named = [actor for actor in told.subject if actor.mention.form != "pronoun"]
    if told.rule == "attended" and seen.voices.content is not None and _is_first_person(seen):
        return _speaker(seen.voices.content)
    if told.rule in _SUBJECT_BEHIND or (told.alone and told.rule == "attended"):
        pronoun = bool(told.subject) and not named and told.rule == "between"
        return _pointed_at(report, seen) if pronoun else _as_named(named)
    if seen.voices.frame is not None and not (named and ended_before(seen)):
        return _speaker_or(seen, named, told.rule == "met" or _travelled_oneself(seen, told, named))
    if seen.voices.content is not None:
        return _told_by(report, seen, named, told)
    return _as_named(named) or report.spoken_of_before(seen.scene)


def _is_first_person(seen: View) -> bool:
    """«جلسه‌ای با حضور مسئولان خواهیم داشت»."""
    verb = verb_of_clause(seen.scene, seen.trigger.last + 1)
    return verb is not None and verb.form.person == 1


def _pointed_at(report: Report, seen: View) -> tuple[Party, ...]:
    """Return whom «دیدار وی با Y» means: who speaks in the frame, or was spoken of before."""
    if seen.voices.frame is not None:
        return _speaker(seen.voices.frame)
    return report.spoken_of_before(seen.scene) if seen.voices.content is None else ()


def _speaker_or(seen: View, named: list[Actor], own_verb: bool) -> tuple[Party, ...]:
    """Return the speaker of the frame, or both who share it («X و Y در دیدار با Z گفتند»); a paper meets nobody."""
    frame, source = seen.voices.frame, seen.voices.source
    other = bool(named) and not _same(named[0].mention, source)
    papers = (actor.mention for actor in seen.scene.actors if actor.mention.type == "document")
    paper = other and any(_same(mention, source) for mention in papers)
    named = _joint(seen) or named
    state = other and any(is_bare(actor) and _same(actor.mention, source) for actor in seen.scene.actors)
    if len(named) > 1 or paper or ((own_verb or state) and other):
        return _as_named(named)
    return (Party(span=source, saying=frame),)


def _travelled_oneself(seen: View, told: Told, named: list[Actor]) -> bool:
    """«نخست‌وزیری که به سرنویل سفر کرده»: whoever speaks in the sentence."""
    return told.rule == "travelled" and bool(named) and named[0].last == seen.scene.clause_start(seen.trigger.first) - 1


def _joint(seen: View) -> list[Actor]:
    """Return both of a joint source («X و Y گفتند»), one speaker, but two who met; a bare state in it met nobody."""
    scene, source = seen.scene, seen.voices.source
    covered = [actor for actor in scene.actors if source and covers(source, actor.mention.span)]
    named = [actor for actor in covered if not is_bare(actor)] or covered
    row = joined(scene, named[0].first) if named else []
    joint = without_own_offices(scene, [actor for actor in row if actor in covered])
    return joint if len(joint) > 1 else []


def _told_by(report: Report, seen: View, named: list[Actor], told: Told) -> tuple[Party, ...]:
    """Return the subject of a meeting told inside somebody's words: «دیدار کردیم», «دیدارم با»."""
    if seen.trigger.ending in words("own_endings"):
        return _speaker(seen.voices.content)
    own = seen.verb.form.person == 1 if seen.verb else _is_first_person(seen)
    verb = seen.verb or verb_of_clause(seen.scene, seen.trigger.last + 1)
    if own and not told.alone:
        return _speaker(seen.voices.content)
    if named:
        return _as_named(named)
    # «از دیدار با Y خرسندم»: who speaks leaves himself out.
    direct = seen.voices.content is not None and report.sayings[seen.voices.content].kind == "direct"
    left_out = direct and verb is None and not told.subject
    return _speaker(seen.voices.content) if left_out or _names_oneself(seen, told) else ()


def _names_oneself(seen: View, told: Told) -> bool:
    """Tell whether a word for who speaks stands by a meeting: «ما», «دیدار خود با Y»."""
    norms, trigger = seen.scene.norms, seen.trigger
    before = norms[seen.scene.clause_start(trigger.first) : trigger.first]
    own = any(norm in words("first_person") for norm in before)
    own = own or any(norm in words("own") for norm in norms[trigger.first : told.last + 4])
    return own or any(actor.mention.form == "pronoun" for actor in told.subject)


def other_of(report: Report, seen: View, told: Told, actor: Actor) -> Party | None:
    """Return the other side; a pronoun is the speaker («در تماس تلفنی Y با وی») or who was named before.

    None for a paper: «با رأی نمایندگان پذیرفته شد».
    """
    if actor.mention.type == "document":
        return None
    if actor.mention.form != "pronoun":
        return Party(span=actor.mention.span)
    if seen.scene.norms[actor.first] in words("first_person"):
        content = seen.voices.content
        return None if content is None else Party(span=None, saying=content)
    if told.rule == "between" and seen.voices.frame is not None:
        return Party(span=report.sayings[seen.voices.frame].source, saying=seen.voices.frame)
    near = [one for one in seen.scene.actors if one.last <= seen.trigger.first and one not in told.subject]
    people = [one for one in near if one.mention.type == "person" and one.mention.form != "pronoun"]
    return Party(span=(people[-1] if people else actor).mention.span)


def _as_named(actors: list[Actor]) -> tuple[Party, ...]:
    return tuple(Party(span=actor.mention.span) for actor in actors)


def _speaker(saying: int | None) -> tuple[Party, ...]:
    return (Party(span=None, saying=saying),)


def is_unnamed(scene: Scene, party: Party) -> bool:
    """Tell whether a party is «یک منبع آگاه»: such a source gives no news conference."""
    people = (actor.mention for actor in scene.actors if actor.mention.type == "person")
    return any(mention.rule == "quantified" and _same(mention, party.span) for mention in people)


def _same(mention: Mention, source: Span | None) -> bool:
    return source is not None and overlap(mention.span, source) > 0

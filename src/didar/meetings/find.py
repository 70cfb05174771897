"""Find meetings: text, mentions and sayings in, contacts out, their parties still strings of words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import msgspec

from didar.meetings.frames import read_trigger
from didar.meetings.settings import place_of, time_of
from didar.meetings.subject import without_own_offices
from didar.meetings.told import Told
from didar.meetings.triggers import Trigger, find_triggers
from didar.meetings.unreal import without_sides
from didar.meetings.view import View, verb_of_clause, view
from didar.meetings.voices import voices
from didar.meetings.words import words
from didar.persian.actors import subjects
from didar.persian.scene import Scene, pieces
from didar.persian.tokens import Actor, norms_of
from didar.records import Contact, Mention, Mentions, Part, Party, Saying, Span, Text
from didar.spans import covers, overlap

# Rules whose subject is the one that they name, whoever speaks in the sentence.
_SUBJECT_BEHIND = (
    "between", "journey", "letter_between", "interviewed", "present", "spoken_there", "sat", "sat_between", "together",
)  # fmt: skip
# «سال گذشته» is not when somebody met.
_OF_A_MEETING = ("time", "day", "week", "month", "range")
# How many sentences before its own a left-out subject is looked for.
_BACK = 4


def find_meetings(text: Text, mentions: Mentions, sayings: tuple[Saying, ...]) -> tuple[Contact, ...]:
    """Return the contacts that the text tells, in the order of the text."""
    report = _Report(text, mentions, sayings)
    contacts: list[Contact] = []
    for number, sentence in enumerate(report.sentences):
        triggers = find_triggers(sentence, norms_of(sentence))
        if triggers and text.sections[sentence.paragraph].type != "boilerplate":
            scene = report.scene(number)
            contacts.extend(contact for trigger in triggers for contact in report.read(scene, trigger))
    return tuple(contacts)


class _Report:
    """A report while it is read: where its mentions, dates and sayings are."""

    def __init__(self, text: Text, mentions: Mentions, sayings: tuple[Saying, ...]) -> None:
        self.mentions, self.sayings = mentions, sayings
        self.sentences = [piece for sentence in text.sentences for piece in pieces(sentence)]
        self.starts = [mention.span.start for mention in mentions.actors]
        self.dates = [date for date in mentions.dates if date.granularity in _OF_A_MEETING]
        self.date_starts = [date.span.start for date in self.dates]
        self.near = self._sayings_by_sentence()

    def _sayings_by_sentence(self) -> dict[int, list[int]]:
        """Return the sayings that a sentence holds a part of, by the sentence's number."""
        starts = [sentence.start for sentence in self.sentences]
        near: dict[int, list[int]] = {}
        for index, saying in enumerate(self.sayings):
            spans = (*saying.content, saying.cue) if saying.cue else saying.content
            touched = {
                number
                for span in spans
                for number in range(max(bisect_right(starts, span.start) - 1, 0), bisect_left(starts, span.end))
            }
            for number in touched:
                near.setdefault(number, []).append(index)
        return near

    def scene(self, number: int) -> Scene:
        """See one sentence with its actors and dates."""
        sentence = self.sentences[number]
        first, last = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        dates = self.dates[bisect_left(self.date_starts, sentence.start) : bisect_left(self.date_starts, sentence.end)]
        return Scene(number, sentence, self.mentions.actors[first:last], [date.span for date in dates])

    def read(self, scene: Scene, trigger: Trigger) -> list[Contact]:
        """Return the contacts that a trigger tells: one, or one for each side met apart."""
        inside = any(actor.first < trigger.first < actor.last for actor in scene.actors)
        if inside and trigger.frame not in ("press", "reporters"):
            # «سازمان کنفرانس دریا» is a name.
            return []
        seen = view(scene, trigger, voices(self.sayings, self.near.get(scene.number, []), trigger.span, scene.sentence))
        told = read_trigger(seen)
        if told is None:
            return []
        sides = (told.others, *told.apart)
        found = [self._contact(seen, msgspec.structs.replace(told, others=others)) for others in sides]
        return [contact for contact in found if contact]

    def _contact(self, seen: View, told: Told) -> Contact | None:
        """Return the contact of one reading, None where nobody is known to have met."""
        scene, trigger = seen.scene, seen.trigger
        known = without_sides(scene, told)
        if (told.subject or told.others) and not (known.subject or known.others):
            # «دو طرف گفت‌وگو کردند»: who they are has been told before.
            return None
        subject = self._subject(seen, known)
        others = tuple(party for actor in known.others if (party := self._other(seen, known, actor)))
        if not subject and (len(others) < 2 and not told.alone):
            return None
        if told.type == "press" and all(_unnamed(scene, party) for party in subject):
            return None
        return Contact(
            type=told.type, trigger=scene.span(trigger.first, told.last if told.rule == "met" else trigger.last + 1),
            parties=_with_parts(told, subject, others), rule=f"{trigger.frame}/{told.rule}", standing=told.standing,
            time=time_of(scene, trigger), place=place_of(scene, trigger, told.type), confidence=told.confidence,
        )  # fmt: skip

    # --- who the subject is ------------------------------------------------------------------------------------------

    def _subject(self, seen: View, told: Told) -> tuple[Party, ...]:
        """Return the subject: as the rule found it, the speaker of the frame or content, else who came before."""
        named = [actor for actor in told.subject if actor.mention.form != "pronoun"]
        if told.rule in _SUBJECT_BEHIND or (told.alone and told.rule == "attended"):
            pronoun = bool(told.subject) and not named and told.rule == "between"
            return self._pointed_at(seen) if pronoun else tuple(Party(span=actor.mention.span) for actor in named)
        if seen.voices.frame is not None:
            return self._speaker_or(seen, named, told.rule == "met")
        if seen.voices.content is not None:
            return self._told_by(seen, named, told)
        return tuple(Party(span=actor.mention.span) for actor in named) or self._before(seen.scene)

    def _pointed_at(self, seen: View) -> tuple[Party, ...]:
        """Return whom «دیدار وی با Y» means: who speaks in the frame, or was spoken of before."""
        if seen.voices.frame is not None:
            return (Party(span=None, saying=seen.voices.frame),)
        return self._before(seen.scene) if seen.voices.content is None else ()

    def _speaker_or(self, seen: View, named: list[Actor], own_verb: bool) -> tuple[Party, ...]:
        """Return the speaker of the frame, or both who share it («X و Y در دیدار با Z گفتند»); a paper meets nobody."""
        frame, source = seen.voices.frame, seen.voices.source
        other = bool(named) and not _same(named[0].mention, source)
        papers = (actor.mention for actor in seen.scene.actors if actor.mention.type == "document")
        paper = other and any(_same(mention, source) for mention in papers)
        covered = [actor for actor in seen.scene.actors if source and covers(source, actor.mention.span)]
        joint = without_own_offices(seen.scene, covered)
        if len(joint) > 1:
            # A joint source («X و Y گفتند») is one speaker, but two who met.
            named = joint
        if len(named) > 1 or paper or (own_verb and other):
            return tuple(Party(span=actor.mention.span) for actor in named)
        return (Party(span=source, saying=frame),)

    def _told_by(self, seen: View, named: list[Actor], told: Told) -> tuple[Party, ...]:
        """Return the subject of a meeting told inside somebody's words: «دیدار کردیم», «دیدارم با»."""
        if seen.trigger.ending in words("own_endings"):
            return (Party(span=None, saying=seen.voices.content),)
        verb = seen.verb or verb_of_clause(seen.scene, seen.trigger.last + 1)
        if verb is not None and verb.form.person == 1 and not told.alone:
            return (Party(span=None, saying=seen.voices.content),)
        if named:
            return tuple(Party(span=actor.mention.span) for actor in named)
        start = seen.scene.clause_start(seen.trigger.first)
        own = any(norm in words("first_person") for norm in seen.scene.norms[start : seen.trigger.first])
        own = own or any(norm in words("own") for norm in seen.scene.norms[seen.trigger.first : told.last + 4])
        own = own or any(actor.mention.form == "pronoun" for actor in told.subject)
        # «از دیدار با Y خرسندم»: who speaks leaves himself out.
        direct = self.sayings[seen.voices.content].kind == "direct" if seen.voices.content is not None else False
        own = own or (direct and verb is None and not told.subject)
        return (Party(span=None, saying=seen.voices.content),) if own else ()

    def _other(self, seen: View, told: Told, actor: Actor) -> Party | None:
        """Return the other side; a pronoun is the speaker («در تماس تلفنی Y با وی») or who was named before."""
        if actor.mention.form != "pronoun":
            return Party(span=actor.mention.span)
        if seen.scene.norms[actor.first] in words("first_person"):
            content = seen.voices.content
            return None if content is None else Party(span=None, saying=content)
        if told.rule == "between" and seen.voices.frame is not None:
            return Party(span=self.sayings[seen.voices.frame].source, saying=seen.voices.frame)
        near = [one for one in seen.scene.actors if one.last <= seen.trigger.first and one not in told.subject]
        people = [one for one in near if one.mention.type == "person" and one.mention.form != "pronoun"]
        return Party(span=(people[-1] if people else actor).mention.span)

    def _before(self, scene: Scene) -> tuple[Party, ...]:
        """Return who was last spoken of, where the subject is left out: the speaker or subject of a sentence before."""
        for number in range(scene.number - 1, max(scene.number - 1 - _BACK, -1), -1):
            sentence = self.sentences[number]
            cues = [(index, self.sayings[index].cue) for index in self.near.get(number, [])]
            told = [index for index, cue in cues if cue and sentence.start <= cue.start < sentence.end]
            if told:
                return (Party(span=None, saying=told[-1]),)
            before = self.scene(number)
            if named := subjects(before, len(before.norms), [], people=True):
                return tuple(Party(span=actor.mention.span) for actor in named)
        return ()


def _same(mention: Mention, source: Span | None) -> bool:
    return source is not None and overlap(mention.span, source) > 0


def _unnamed(scene: Scene, party: Party) -> bool:
    """Tell whether a party is «یک منبع آگاه»: such a source gives no news conference."""
    people = (actor.mention for actor in scene.actors if actor.mention.type == "person")
    return any(mention.rule == "quantified" and _same(mention, party.span) for mention in people)


def _with_parts(told: Told, subject: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give each party its part: who travels visits, who receives is host; those who telephone or sit are peers."""
    mine: Part = "visitor" if told.type == "visit" else "unknown"
    theirs: Part = "host" if told.type == "visit" else "unknown"
    if told.rule == "received":
        mine, theirs = "host", "visitor"
    if told.type in ("phone", "video", "letter", "session", "talks"):
        mine = theirs = "peer"
    give = [Party(span=party.span, saying=party.saying, part=mine) for party in subject]
    return (*give, *(Party(span=party.span, saying=party.saying, part=theirs) for party in others))

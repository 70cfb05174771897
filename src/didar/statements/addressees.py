"""Find whom a statement is addressed to, and what it is about, in the clause before the cue."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from didar.persian.lexicon.lists import folded, opening_at, openings_in
from didar.persian.lexicon.loader import load_patterns
from didar.persian.tokens import Actor
from didar.records import Span
from didar.spans import overlap, trim
from didar.statements.address_frames import Frame
from didar.statements.clauses import ADVERBIAL, MARK, OBJECT, Clauses

_ADDRESSING, _TOPICS = "addressing.toml", "topics.toml"
# How many nouns may stand between «در گفت‌وگو با» and the mention («با خبرنگار سیاسی خبرگزاری دریابار»): gold has 3.
_FARTHEST = 3
# «در این دیدار» points back to a meeting told at most so many sentences before.
_LONGEST_BACK = 20
_EDGES = " \t\n.،؛:,*•-–—\u200c\u200f\ufeff"


def find_addressees(frame: Frame, sentences: tuple[Clauses, ...]) -> tuple[Span, ...]:
    """Return the mentions that the clause before a cue names as spoken to; `sentences` are those of the report."""
    found = {actor.mention.span for rule in RULES for actor in rule(frame) if actor.mention.type != "document"}
    found = found or {actor.mention.span for actor in in_that_meeting(frame, sentences)}
    return tuple(sorted(span for span in found if not overlaps_source(frame, span)))


def overlaps_source(frame: Frame, span: Span) -> bool:
    """Tell whether a mention names the speaker, who is no addressee."""
    return frame.draft.source is not None and overlap(span, frame.draft.source) > 0


def in_address_phrase(frame: Frame) -> tuple[Actor, ...]:
    """«در دیدار با شهردار ... گفت»"""
    found = (_next_actor(frame, at + taken) for at, taken in _openings(frame, _ADDRESSING, "address"))
    return tuple(actor for actor in found if actor)


def told_before_cue(frame: Frame) -> tuple[Actor, ...]:
    """«به خبرنگاران گفت»: the mention stands right before the cue, or before its object."""
    at = frame.ends
    while at and not frame.actor_at(at - 1) and frame.clauses.classes[at - 1] in (ADVERBIAL, MARK):
        at -= 1
    actor = frame.actor_at(at - 1) if at else None
    return (actor,) if actor and _governed(frame, actor, "told") else ()


def asked_for_it(frame: Frame) -> tuple[Actor, ...]:
    """«از شهردار خواست»"""
    if frame.draft.lemma not in load_patterns(_ADDRESSING)["asking"]:
        return ()
    ends = [
        v.last for v in frame.clauses.verbs if v.last <= frame.ends and v.form.person and v.form.tense != "subjunctive"
    ]
    asked = (a for a in frame.free_actors() if a.first >= max(ends, default=0) and _asked(frame, a))
    return tuple(sorted(asked, key=lambda a: (a.first, a.last)))[-1:]


def _asked(frame: Frame, actor: Actor) -> bool:
    """«از شهردار»، «از همه شهرداران», not «از دسترسی شرکت‌ها»."""
    for at in range(actor.first - 1, max(-1, actor.first - 2 - _FARTHEST), -1):
        if frame.clauses.norms[at] in folded(_ADDRESSING, "asked_of"):
            return frame.free[at]
        if frame.clauses.norms[at] not in folded(_ADDRESSING, "before_addressee"):
            return False
    return False


def obliged_to_it(frame: Frame) -> tuple[Actor, ...]:
    """«شهردار را موظف کرد»"""
    if frame.draft.lemma not in load_patterns(_ADDRESSING)["obliging"] or not frame.ends:
        return ()
    if frame.clauses.classes[frame.ends - 1] != OBJECT:
        return ()
    return tuple(a for a in frame.free_actors() if a.last == frame.ends - 1)


RULES: tuple[Callable[[Frame], tuple[Actor, ...]], ...] = (
    in_address_phrase,
    told_before_cue,
    asked_for_it,
    obliged_to_it,
)


def in_that_meeting(frame: Frame, sentences: tuple[Clauses, ...]) -> tuple[Actor, ...]:
    """«شهردار در این دیدار گفت»: the other one of the two who met in an earlier sentence."""
    if not any(_openings(frame, _ADDRESSING, "same_meeting")):
        return ()
    speaker = next((a for a in frame.clauses.actors if overlaps_source(frame, a.mention.span)), None)
    for earlier in reversed(sentences[max(0, frame.draft.sentence - _LONGEST_BACK) : frame.draft.sentence]):
        meets = not folded(_ADDRESSING, "meeting").isdisjoint(earlier.norms)
        if meets and (other := _other_party(earlier, speaker)):
            return other
    return ()


def _other_party(clauses: Clauses, speaker: Actor | None) -> tuple[Actor, ...]:
    """Of two people in a sentence, the one who does not speak; nobody where it is not plain who speaks."""
    people = [a for a in clauses.actors if a.mention.type == "person" and a.mention.form in ("name", "role")]
    if speaker is None or len(people) < 2:
        return ()
    same = [_same(actor, speaker) for actor in people[:2]]
    return (people[same.index(False)],) if sum(same) == 1 else ()


def _same(one: Actor, other: Actor) -> bool:
    """Tell whether two mentions share a surname, an office, or the first word of an office and the state."""
    ours, theirs = one.mention.key.split(), other.mention.key.split()
    return bool(_titles(one) & _titles(other)) or ours[-1:] == theirs[-1:]


def _titles(actor: Actor) -> set[tuple[str, str | None]]:
    offices = actor.mention.offices
    return {(o.title, None) for o in offices} | {(o.head.split()[0], o.country) for o in offices if o.country}


def _next_actor(frame: Frame, at: int) -> Actor | None:
    """The mention that begins at a token, perhaps after nouns that belong to it («خبرنگار دریابار»)."""
    for ahead in range(min(_FARTHEST + 1, frame.ends - at)):
        if actor := frame.actor_at(at + ahead):
            return actor
        if frame.clauses.classes[at + ahead] or not frame.free[at + ahead]:
            return None
    return None


def _governed(frame: Frame, actor: Actor, name: str) -> bool:
    """Tell whether one of the listed prepositions stands before the mention, not as part of another phrase."""
    norms, at = frame.clauses.norms, _preposition(frame, actor)
    if at < 0 or norms[at] not in folded(_ADDRESSING, name) or not frame.free[at]:
        return False
    return at == 0 or norms[at - 1] not in folded(_ADDRESSING, "binds_preposition")


def find_topic(frame: Frame) -> Span | None:
    """Return the noun phrase of «با اشاره به N»، «درباره N» before the cue; None where a clause follows."""
    if frame.draft.content.rule == "participle":
        return None
    first = next(_openings(frame, _TOPICS, "opening"), None)
    return _topic(frame, sum(first)) if first else None


def _openings(frame: Frame, file: str, name: str) -> Iterator[tuple[int, int]]:
    """Where phrases of a list begin outside all contents before the cue, each with its length."""
    found = openings_in(frame.clauses.norms, range(frame.ends), file, name)
    return ((at, taken) for at, taken in found if frame.free[at])


def part_topic(frame: Frame, topic: Span | None, addressees: tuple[Span, ...]) -> tuple[Span | None, tuple[Span, ...]]:
    """Return topic and addressees that share no words: «درباره حمله به ساوان گفت» has no addressee.

    Behind a topic only a medium is spoken to («درباره پل به ایسنا گفت»), who is asked, and who stands behind a comma.
    """
    if topic is None:
        return topic, addressees
    within = [a for a in frame.free_actors() if a.mention.span in addressees and overlap(a.mention.span, topic)]
    told = [a for a in within if _told_behind_topic(frame, a)]
    refused = {a.mention.span for a in within if a not in told}
    cut = Span(topic.start, min([topic.end, *(frame.clauses.tokens[_preposition(frame, a)].start for a in told)]))
    topic = trim(frame.clauses.text.text, cut, _EDGES)
    return topic if topic.end > topic.start else None, tuple(span for span in addressees if span not in refused)


def _told_behind_topic(frame: Frame, actor: Actor) -> bool:
    if actor.mention.sector == "JRN" or frame.draft.lemma in load_patterns(_ADDRESSING)["asking"]:
        return True
    return frame.clauses.classes[_preposition(frame, actor) - 1] == MARK


def _preposition(frame: Frame, actor: Actor) -> int:
    """Where the preposition stands that governs an addressee, perhaps before nouns that belong to it."""
    norms, at = frame.clauses.norms, actor.first - 1
    while at > 0 and norms[at] in folded(_ADDRESSING, "before_addressee"):
        at -= 1
    return at


def _topic(frame: Frame, first: int) -> Span | None:
    clauses = frame.clauses
    last = next((at for at in range(first, frame.ends) if _ends_topic(frame, at)), frame.ends)
    while last > first and (
        clauses.norms[last - 1] in folded(_TOPICS, "trailing") or clauses.classes[last - 1] == ADVERBIAL
    ):
        last -= 1
    if last <= first or clauses.norms[first] in folded(_TOPICS, "pronouns"):
        return None
    if opening_at(clauses.norms, first, _TOPICS, "clause"):
        return None
    return trim(clauses.text.text, clauses.span(first, last), _EDGES)


def _ends_topic(frame: Frame, at: int) -> bool:
    return not frame.free[at] or bool(opening_at(frame.clauses.norms, at, _TOPICS, "ending"))

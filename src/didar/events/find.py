"""Find events: text, mentions and sayings in, deeds in PLOVER's terms out, who did what to whom still strings of words.

What stands inside somebody's words was only said, and is left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from didar.events.predicates import Predicate, find_predicates, is_passive
from didar.events.reality import factuality_of, is_of_another_kind, listed
from didar.persian.actors import joined, subjects
from didar.persian.scene import Scene, pieces
from didar.persian.tokens import Actor
from didar.records import Deed, Mentions, Party, Saying, Text


def find_events(text: Text, mentions: Mentions, sayings: tuple[Saying, ...]) -> tuple[Deed, ...]:
    """Return the deeds that the narrator tells, in the order of the text."""
    starts = [mention.span.start for mention in mentions.actors]
    said = _covered(sayings)
    found: list[Deed] = []
    whole = (piece for sentence in text.sentences for piece in pieces(sentence))
    for number, sentence in enumerate(whole):
        predicates = find_predicates(sentence.norms)
        if not predicates or text.sections[sentence.paragraph].type in ("boilerplate", "repeat"):
            continue
        actors = mentions.actors[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        scene = Scene(number, sentence, actors, ())
        for predicate in predicates:
            if _inside(said, scene.edges[predicate.first]):
                continue
            told = [actor for actor in scene.actors if _inside(said, actor.mention.span.start)]
            if deed := _deed(scene, predicate, told):
                found.append(deed)
    return tuple(found)


def _covered(sayings: tuple[Saying, ...]) -> list[tuple[int, int]]:
    """Return where somebody speaks, as starts in order, each with the furthest end so far: no place for deeds."""
    spans = [span for saying in sayings for span in (*saying.content, *((saying.cue,) if saying.cue else ()))]
    covered, furthest = [], 0
    for span in sorted(spans):
        furthest = max(furthest, span.end)
        covered.append((span.start, furthest))
    return covered


def _inside(covered: list[tuple[int, int]], position: int) -> bool:
    at = bisect_right(covered, position, key=lambda pair: pair[0]) - 1
    return at >= 0 and position < covered[at][1]


def _deed(scene: Scene, predicate: Predicate, told: list[Actor]) -> Deed | None:
    """Return a deed whose doer, or in the passive whose recipient, the clause names; `told` stand in others' words."""
    if predicate.form.person in (1, 2) or predicate.form.tense in ("infinitive", "imperative"):
        return None
    if is_of_another_kind(scene, predicate):
        return None
    found = [actor for actor in subjects(scene, predicate.first, told) if actor.mention.form != "pronoun"]
    subject = found if _agrees(predicate, found) else []
    if is_passive(predicate):
        here = [actor for actor in subject if _is_near(scene, predicate, actor)]
        doers, recipients = _after(scene, predicate, listed("words", "agent")), here
    else:
        doers, recipients = subject, [actor for actor in _recipients(scene, predicate) if actor not in subject]
    if not doers:
        return None
    kind = predicate.kind
    return Deed(
        type=kind.type, mode=kind.mode, contexts=(kind.context,) if kind.context else (),
        trigger=scene.span(predicate.first, predicate.last), factuality=factuality_of(scene, predicate),
        actors=_parties(doers), recipients=_parties(recipients), rule="passive" if is_passive(predicate) else "active",
    )  # fmt: skip


def _is_near(scene: Scene, predicate: Predicate, actor: Actor) -> bool:
    """Tell whether an actor stands in a predicate's clause or «که» leads back to it: «نفتکشی که توقیف شد»."""
    start = scene.clause_start(predicate.first)
    return actor.first >= start or actor.last == start - 1


def _agrees(predicate: Predicate, subject: list[Actor]) -> bool:
    """Tell whether a verb's number fits: one man does not «راهپیمایی کردند», people do not «بازداشت کرد»."""
    mentions = [actor.mention for actor in subject]
    several = len(mentions) > 1 or any(mention.plural for mention in mentions)
    if predicate.form.number == "plural":
        return several or all(mention.type == "organization" for mention in mentions)
    return not (len(mentions) == 1 and mentions[0].plural and mentions[0].type == "group" and not is_passive(predicate))


def _parties(actors: list[Actor]) -> tuple[Party, ...]:
    return tuple(Party(span=actor.mention.span) for actor in actors)


def _recipients(scene: Scene, predicate: Predicate) -> list[Actor]:
    """Return to whom it was done: the actor before «را», or after the predicate's preposition."""
    if predicate.kind.recipient == "ra":
        return [actor for actor in _clause(scene, predicate) if scene.phrase_at(actor.last, listed("words", "object"))]
    return _after(scene, predicate, listed("after", predicate.kind.recipient))


def _clause(scene: Scene, predicate: Predicate) -> Iterator[Actor]:
    start = scene.clause_start(predicate.first)
    return (actor for actor in scene.actors if start <= actor.first < predicate.first)


def _after(scene: Scene, predicate: Predicate, prepositions: frozenset[str]) -> list[Actor]:
    """Return the actors after the last of some prepositions before a predicate."""
    for at in range(predicate.first - 1, scene.clause_start(predicate.first) - 1, -1):
        if scene.is_verb(at):
            return []
        step = scene.phrase_at(at, prepositions)
        if step and (found := joined(scene, at + step)):
            return found
    return []

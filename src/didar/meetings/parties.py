"""Find the parties of a trigger: the words before and after it that name who met whom."""

from __future__ import annotations

from functools import cache

from didar.meetings.triggers import Trigger
from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_patterns
from didar.records import Mention, Party, Saying, Sentence, Span


@cache
def words(name: str) -> frozenset[str]:
    """Return one list of meetings.toml, folded."""
    return frozenset(fold(word) for word in load_patterns("meetings.toml")[name])


class Clause:
    """The surroundings of a trigger: its sentence, and the mentions by the token that they begin at."""

    def __init__(self, sentence: Sentence, actors: tuple[Mention, ...], sayings: tuple[tuple[int, Saying], ...]):
        self.tokens = sentence.tokens
        self.norms = tuple(token.norm for token in sentence.tokens)
        self.sayings = sayings
        starts = {token.start: at for at, token in enumerate(sentence.tokens)}
        self.at: dict[int, Mention] = {starts[m.span.start]: m for m in actors if m.span.start in starts}

    def after(self, mention: Mention) -> int:
        """Return the index of the first token behind a mention."""
        return next((at for at, token in enumerate(self.tokens) if token.start >= mention.span.end), len(self.tokens))


def joined(clause: Clause, at: int) -> list[Mention]:
    """Return the mention that begins at a token and those that «و» or a comma ties to it."""
    found: list[Mention] = []
    while mention := clause.at.get(at):
        found.append(mention)
        at = clause.after(mention)
        if at >= len(clause.norms) or clause.norms[at] not in words("and"):
            break
        at += 1
    return found


def partners(clause: Clause, trigger: Trigger) -> list[Mention]:
    """Return who was met: after «با» behind the trigger, right behind it, or after the last «با» before it."""
    behind = trigger.last + 1
    if behind < len(clause.norms) and clause.norms[behind] in words("with"):
        return joined(clause, behind + 1)
    if found := joined(clause, behind):
        return found
    for at in range(trigger.first - 1, -1, -1):
        if clause.norms[at] in words("clause_marks"):
            break
        if clause.norms[at] in words("with") and at + 1 in clause.at:
            return joined(clause, at + 1)
    return []


def subject(clause: Clause, trigger: Trigger, others: list[Mention]) -> tuple[Party, ...]:
    """Return who met them: the speaker of the same sentence, else the mention before the trigger that is no object."""
    for index, saying in clause.sayings:
        if saying.source and saying.source not in [other.span for other in others]:
            return (Party(span=saying.source, saying=index),)
    for at, mention in clause.at.items():
        governed = at > 0 and clause.norms[at - 1] in words("prepositions")
        if at < trigger.first and not governed and mention not in others:
            return tuple(Party(span=m.span) for m in joined(clause, at) if m not in others)
    speaker = next((index for index, saying in clause.sayings), None)
    return (Party(span=None, saying=speaker),)


def parties(clause: Clause, trigger: Trigger) -> tuple[Party, ...]:
    """Return the parties of a contact, subject first; the speaker alone for a press meeting."""
    others = [] if trigger.frame == "press" else partners(clause, trigger)
    return subject(clause, trigger, others) + tuple(Party(span=other.span) for other in others)


def speaker_alone(clause: Clause) -> tuple[Party, ...]:
    """Return the speaker of the sentence as the only party."""
    return tuple(Party(span=saying.source, saying=index) for index, saying in clause.sayings[:1])


def inside(span: Span, sentence: Sentence) -> bool:
    """Tell whether a span begins inside a sentence."""
    return sentence.start <= span.start < sentence.end

"""Note where a headline or lead tells a statement otherwise than the body: speaker, role, hedge, negation, number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from didar.records import Entity, Mentions, Note, Saying, Sentence, Span, Statement, Text
from didar.references.gather import offices_agree
from didar.references.lookup import best_mention_in
from didar.references.wording import STEM, Wording, clauses, particles, read_wording
from didar.references.words import Words, office_words

_SHORTEST = 3
# A clause is retold where it has most of the words that the retelling and its sentence share.
_MOST = 2 / 3
_FEWEST = 2


def note_retellings(
    text: Text,
    mentions: Mentions,
    sayings: tuple[Saying, ...],
    statements: tuple[Statement, ...],
    entities: tuple[Entity, ...],
) -> tuple[Note, ...]:
    """Return a note for each thing in which a statement differs from the one that it is the same as.

    The span of a note is that of the retelling; the message begins with the ids of both statements.
    """
    names = {entity.id: entity.name for entity in entities}
    notes: list[Note] = []
    for saying, statement in zip(sayings, statements, strict=True):
        if saying.same_as is None:
            continue
        other = statements[saying.same_as]
        differing = (
            *_speakers(statement, other, names),
            *_roles(mentions, saying, sayings[saying.same_as]),
            *(what for triple in _triples(text, statement, other) for what in _wordings(*triple)),
        )
        ids = f"{statement.id} retells {other.id}"
        notes += [Note(stage="references", message=f"{ids}: {what}", span=statement.content[0]) for what in differing]
    return tuple(notes)


def _speakers(statement: Statement, other: Statement, names: dict[str, str]) -> Iterator[str]:
    here, there = names.get(statement.speaker or ""), names.get(other.speaker or "")
    if here and there and statement.speaker != other.speaker:
        yield f"the speaker is «{here}», there «{there}»"


def _roles(mentions: Mentions, saying: Saying, other: Saying) -> Iterator[str]:
    """Yield where both name the speaker by an office and neither office is the other, or the other told shorter."""
    here, there = _offices(mentions, saying.source), _offices(mentions, other.source)
    if here and there and not any(offices_agree(a, b) for a in here.values() for b in there.values()):
        yield f"the role is «{next(iter(here))}», there «{next(iter(there))}»"


def _offices(mentions: Mentions, source: Span | None) -> dict[str, Words]:
    mention = best_mention_in(mentions, source) if source else None
    return {office.title: office_words(office.title) for office in mention.offices} if mention else {}


def _wordings(here: Wording, clause: Wording, sentence: Wording) -> Iterator[str]:
    """Yield how a sentence differs from the clause that it retells; a hedge is new that the whole sentence lacks."""
    for kind in _only_in(here.hedges, sentence.hedges):
        yield f"with «{here.hedges[kind][0]}»"
    for kind in _only_in(clause.hedges, here.hedges):
        if not (kind == "hedges_necessary" and here.wished):
            yield f"without «{clause.hedges[kind][0]}»"
    for verb in sorted(here.verbs.keys() & clause.verbs.keys()):
        if here.verbs[verb] != clause.verbs[verb] and not (here.denied or clause.denied):
            yield f"«{' '.join(verb)}» is negated {'here' if here.verbs[verb] else 'there'} only"
    for unit in sorted(here.numbers.keys() & clause.numbers.keys()):
        if here.numbers[unit].isdisjoint(sentence.numbers[unit]):
            yield f"«{_first(here, unit)} {unit}», there «{_first(clause, unit)} {unit}»"


def _only_in(one: dict[str, tuple[str, ...]], other: dict[str, tuple[str, ...]]) -> list[str]:
    return [kind for kind in one if kind not in other]


def _first(wording: Wording, unit: str) -> str:
    return min(wording.numbers[unit])


def _triples(text: Text, statement: Statement, other: Statement) -> Iterator[tuple[Wording, Wording, Wording]]:
    """Return the wording of each sentence of a retelling, and of the clause and the sentence that it retells."""
    bodies = _rows(text, other.content)
    for row in _rows(text, statement.content):
        if row in bodies:
            continue
        stems = {norm[:STEM] for norm in row if len(norm) >= _SHORTEST} - particles()
        sentence = max(bodies, key=lambda norms: _shared(norms, stems), default=[])
        clause = max(clauses(sentence), key=lambda norms: _shared(norms, stems), default=[])
        if _shared(clause, stems) >= max(_FEWEST, _MOST * _shared(sentence, stems)):
            yield read_wording(row), read_wording(clause), read_wording(sentence)


def _shared(norms: Sequence[str], stems: set[str]) -> int:
    return len({norm[:STEM] for norm in norms} & stems)


def _rows(text: Text, spans: tuple[Span, ...]) -> list[list[str]]:
    """Return the folded words of spans, sentence by sentence."""
    rows = []
    for span in spans:
        at = max(0, bisect_right(text.sentences, span.start, key=_start) - 1)
        for sentence in text.sentences[at : bisect_right(text.sentences, span.end - 1, key=_start)]:
            rows.append([token.norm for token in sentence.tokens if span.start <= token.start < span.end])
    return rows


def _start(sentence: Sentence) -> int:
    return sentence.start

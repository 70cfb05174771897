"""Read one sentence: its cues in order become drafts, each with its subject, content, and the draft it stands in."""

from __future__ import annotations

import msgspec

from didar.statements.clauses import Clauses
from didar.statements.contents import find_content
from didar.statements.cues import Cue, find_cues
from didar.statements.documents import find_agent, find_document
from didar.statements.drafts import Content, Draft, told_negated
from didar.statements.ends import after_predicate, cut_before, participle_clause_end, right_end
from didar.statements.headlines import read_headline
from didar.statements.participles import Participle, find_participles
from didar.statements.phrases import opener_length, phrase_at, words
from didar.statements.place import Place, tidy
from didar.statements.relays import Relay, find_relays
from didar.statements.sources import Subject, find_subject, follows_that
from didar.statements.turns import (
    Reading,
    chained_subject,
    clause_start,
    credible,
    enclosing,
    inside,
    resumed_subject,
    shared_subject,
    subject_after,
)

Signal = Cue | Participle | Relay


def read_sentence(clauses: Clauses, sentence: int, opens_section: bool, title: bool) -> tuple[Draft, ...]:
    """Return the drafts of a sentence in the order of their cues."""
    reading = Reading(clauses, sentence, [])
    if phrase_at(clauses, 0, "links"):
        return ()
    if opens_section and (headline := read_headline(clauses, sentence, title)):
        reading.drafts.append(headline)
        reading.start = _after_colon(clauses)
    narrated = opener_length(clauses)
    for signal in _signals(clauses):
        if signal.first >= max(reading.start, narrated):
            _take(reading, signal)
    return tuple(reading.drafts)


def _after_colon(clauses: Clauses) -> int:
    return next(i for i, norm in enumerate(clauses.norms) if norm in words("colon")) + 1


def _signals(clauses: Clauses) -> list[Signal]:
    found: list[Signal] = [*find_cues(clauses), *find_participles(clauses), *find_relays(clauses)]
    return sorted(found, key=lambda signal: (signal.first, -signal.last))


def _take(reading: Reading, signal: Signal) -> None:
    if isinstance(signal, Participle):
        _take_participle(reading, signal)
    elif isinstance(signal, Relay):
        _take_relay(reading, signal)
    else:
        _take_cue(reading, signal)


# --- a finite cue --------------------------------------------------------------------------------------------------


def _take_cue(reading: Reading, cue: Cue) -> None:
    parent = enclosing(reading, cue)
    start = clause_start(reading, cue, parent)
    subject = (
        _subject(reading.clauses, cue, start)
        or resumed_subject(reading, cue, parent)
        or shared_subject(reading, cue, parent)
        or chained_subject(reading, cue, parent, start)
    )
    if subject is None and _needs_subject(reading.clauses, cue, start):
        return
    left = subject.last if subject and subject.last <= cue.first else start
    left = max(left, after_predicate(reading.clauses, left, cue.first))
    content = find_content(Place(reading.clauses, cue, left, right_end(reading.clauses, cue, start)))
    if cue.verb.form.negated and not told_negated(subject, content):
        return
    if content is None or (parent is not None and not credible(reading.clauses, subject, content, parent)):
        return
    if parent is None:
        _close_content(reading, cue, start)
        subject = subject or reading.subject
        reading.subject = subject_after(reading, cue, subject)
    _add(reading, cue, subject, content, parent)
    reading.start = cue.verb.last if cue.apart else cue.last


def _needs_subject(clauses: Clauses, cue: Cue, start: int) -> bool:
    """Documents, agents and relative clauses name who speaks; elsewhere Persian may leave the subject out."""
    return _names_no_person(clauses, cue) or follows_that(clauses, cue.first, start)


def _names_no_person(clauses: Clauses, cue: Cue) -> bool:
    """Tell whether the cue needs a document or an agent; before a colon «و آمده است:» goes on with the document."""
    goes_on = not cue.predicate.nominal and cue.last < len(clauses) and clauses.norms[cue.last] in words("colon")
    return "pass" in cue.predicate.frames or ("in" in cue.predicate.frames and not goes_on)


def _subject(clauses: Clauses, cue: Cue, start: int) -> Subject | None:
    if "in" in cue.predicate.frames:
        return find_document(clauses, cue, start)
    if "pass" in cue.predicate.frames:
        return find_agent(clauses, cue, start)
    return find_subject(clauses, start, cue.first)


def _close_content(reading: Reading, cue: Cue, start: int) -> None:
    """A new cue ends the content that ran on to the end of the sentence: cut it before the new cue's clause."""
    if not reading.drafts:
        return
    draft = reading.drafts[-1]
    end = reading.clauses.tokens[cue.first].start
    if draft.parent is not None or not draft.content.spans or draft.content.spans[-1].end <= end:
        return
    cut = cut_before(reading.clauses, cue, draft)
    if cut is None:
        return
    content = msgspec.structs.replace(draft.content, spans=(*draft.content.spans[:-1], cut), goes_on=False)
    reading.drafts[-1] = msgspec.structs.replace(draft, content=content)


# --- participial and prepositional cues -------------------------------------------------------------------------------


def _take_participle(reading: Reading, participle: Participle) -> None:
    """«با بیان اینکه S»; inside a speech it is no statement, but it names the subject of what follows."""
    clauses = reading.clauses
    if participle.last >= len(clauses) or inside(reading, participle.first):
        return
    reading.subject = find_subject(clauses, reading.start, participle.first) or reading.subject
    span = tidy(clauses, participle.last, participle_clause_end(clauses, participle.last))
    if span.end > span.start:
        _add(reading, participle, reading.subject, Content((span,), "indirect", "participle"), None)
        reading.start = participle.last


def _take_relay(reading: Reading, relay: Relay) -> None:
    """«به گفته X، S»: to the end of the sentence."""
    clauses = reading.clauses
    if relay.content >= len(clauses):
        return
    span = tidy(clauses, relay.content, len(clauses))
    if span.end > span.start:
        _add(reading, relay, relay.subject, Content((span,), "indirect", "relay"), inside(reading, relay.first))
        reading.start = relay.content


# --- the draft -------------------------------------------------------------------------------------------------------


def _add(reading: Reading, signal: Signal, subject: Subject | None, content: Content, parent: Draft | None) -> None:
    clauses = reading.clauses
    meaning = signal.predicate if isinstance(signal, Cue) else signal
    draft = Draft(
        sentence=reading.sentence,
        first=signal.first,
        cue=clauses.span(signal.first, signal.last),
        lemma=meaning.lemma,
        act=meaning.act,
        stance=meaning.stance,
        subject=subject,
        source=clauses.span(subject.first, subject.last) if subject else None,
        content=content,
        rule=f"{signal.rule}/{content.rule}" if isinstance(signal, Cue) else content.rule,
        tense=signal.verb.form.tense if isinstance(signal, Cue) else None,
        negated=isinstance(signal, Cue) and signal.verb.form.negated,
        relays=_relays(clauses, subject),
        parent=parent,
    )
    reading.drafts.append(draft)


def _relays(clauses: Clauses, subject: Subject | None) -> bool:
    """Tell whether the subject is a document, which tells what others said."""
    inside = [a.mention for a in clauses.actors if subject and subject.first <= a.first < subject.last]
    return any(m.type == "document" for m in inside[:1])

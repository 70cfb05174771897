"""Read one sentence: its cues in order become drafts, each with its subject, content, and the draft it stands in."""

from __future__ import annotations

import msgspec

from didar.statements.clauses import ADVERBIAL, CONJUNCTION, Clauses
from didar.statements.contents import find_content
from didar.statements.cues import Cue, find_cues
from didar.statements.documents import find_agent, find_document
from didar.statements.drafts import Content, Draft, credible_inside
from didar.statements.ends import after_predicate, cut_before, participle_clause_end, participle_end, right_end
from didar.statements.headlines import read_headline
from didar.statements.participles import Participle, find_participles
from didar.statements.phrases import back_over, opener_length, words
from didar.statements.place import Place, tidy
from didar.statements.relays import Relay, find_relays
from didar.statements.sources import Subject, find_opening, find_subject, follows_that

Signal = Cue | Participle | Relay


class Reading(msgspec.Struct):
    """A sentence while it is read from left to right. `start` is where the clause of the next cue begins."""

    clauses: Clauses
    sentence: int
    drafts: list[Draft]
    start: int = 0
    subject: Subject | None = None


def read_sentence(clauses: Clauses, sentence: int, opens_section: bool, title: bool) -> tuple[Draft, ...]:
    """Return the drafts of a sentence in the order of their cues."""
    reading = Reading(clauses, sentence, [])
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
    parent = _enclosing(reading, cue)
    start = _clause_start(reading, cue, parent)
    subject = _subject(reading.clauses, cue, start) or _resumed(reading, cue, parent) or _shared(reading, cue, parent)
    if subject is None and _needs_subject(reading.clauses, cue, start):
        return
    left = subject.last if subject and subject.last <= cue.first else start
    if "pred" in cue.predicate.frames:
        left = max(left, after_predicate(reading.clauses, left, cue.first))
    content = find_content(Place(reading.clauses, cue, left, right_end(reading.clauses, cue, start)))
    if content is None or (parent is not None and not _credible(reading.clauses, subject, content, parent)):
        return
    if parent is None:
        _close_content(reading, cue, start)
        subject = subject or reading.subject
        reading.subject = subject
    reading.drafts.append(_draft(reading, cue, subject, content, parent))
    reading.start = cue.verb.last if cue.apart else cue.last


def _credible(clauses: Clauses, subject: Subject | None, content: Content, parent: Draft) -> bool:
    """Inside a speech a full report counts, and any report with which the speech begins («گفت کارشناسان معتقدند S»)."""
    if credible_inside(subject, content):
        return True
    begins = subject is not None and clauses.spans[subject.first].start <= parent.content.spans[0].start + 1
    return begins and content.rule == "bare_clause_after_cue"


def _shared(reading: Reading, cue: Cue, parent: Draft | None) -> Subject | None:
    """«X این را فاجعه خواند و گفت S» inside a speech: the second cue shares the first one's subject."""
    siblings = [d for d in reading.drafts if parent is not None and d.parent is parent]
    return siblings[-1].subject if siblings and _coordinated(reading.clauses, cue.first) else None


def _needs_subject(clauses: Clauses, cue: Cue, start: int) -> bool:
    """Documents, agents and relative clauses name who speaks; elsewhere Persian may leave the subject out."""
    return bool({"in", "pass"} & set(cue.predicate.frames)) or follows_that(clauses, cue.first, start)


def _subject(clauses: Clauses, cue: Cue, start: int) -> Subject | None:
    if "in" in cue.predicate.frames:
        return find_document(clauses, cue, start)
    if "pass" in cue.predicate.frames:
        return find_agent(clauses, cue, start)
    return find_subject(clauses, start, cue.first)


def _draft(reading: Reading, cue: Cue, subject: Subject | None, content: Content, parent: Draft | None) -> Draft:
    clauses = reading.clauses
    return Draft(
        sentence=reading.sentence,
        first=cue.first,
        cue=clauses.span(cue.first, cue.last),
        lemma=cue.predicate.lemma,
        act=cue.predicate.act,
        stance=cue.predicate.stance,
        subject=subject,
        source=clauses.span(subject.first, subject.last) if subject else None,
        content=content,
        rule=f"{cue.rule}/{content.rule}",
        tense=cue.verb.form.tense,
        relays=_relays(clauses, subject),
        parent=parent,
    )


def _relays(clauses: Clauses, subject: Subject | None) -> bool:
    """Tell whether the subject is a document, which tells what others said."""
    inside = [a.mention for a in clauses.actors if subject and subject.first <= a.first < subject.last]
    return any(m.type == "document" for m in inside[:1])


def _enclosing(reading: Reading, cue: Cue) -> Draft | None:
    """The draft in whose content the cue stands, where the cue is part of what is said."""
    at = reading.clauses.spans[cue.first].start
    for draft in reversed(reading.drafts):
        if any(span.start <= at < span.end for span in draft.content.spans):
            return None if _speaks_again(reading, cue, draft) else draft
    return None


def _speaks_again(reading: Reading, cue: Cue, draft: Draft) -> bool:
    """Tell whether the narrator takes the word again after an earlier content of the same sentence."""
    clauses = reading.clauses
    if clauses.quoted[cue.first]:
        return False
    if draft.content.rule == "participle":
        return True
    if _coordinated(clauses, cue.first):
        return draft.content.kind != "direct" or _colon_follows(clauses, cue)
    if _after_comma(clauses, cue.first) and draft.content.kind != "direct":
        return _colon_follows(clauses, cue)
    return _colon_follows(clauses, cue) and _fresh_subject(clauses, cue)


def _resumes(reading: Reading, cue: Cue) -> bool:
    """«X در پاسخ به Y که مدعی شد S، گفت: T»: after an inner report and a comma the first subject goes on."""
    told = bool(reading.drafts) and reading.drafts[-1].content.rule != "participle"
    return told and _after_comma(reading.clauses, cue.first) and _colon_follows(reading.clauses, cue)


def _resumed(reading: Reading, cue: Cue, parent: Draft | None) -> Subject | None:
    """The mention that opens the sentence, where the cue goes back to it."""
    return find_opening(reading.clauses, cue.first) if parent is None and _resumes(reading, cue) else None


def _after_comma(clauses: Clauses, first: int) -> bool:
    """«... که S، گفت: T»: a comma right before the cue, and the cue takes a colon."""
    at = back_over(clauses, first, 0, ADVERBIAL)
    return at > 0 and clauses.norms[at - 1] in words("comma")


def _colon_follows(clauses: Clauses, cue: Cue) -> bool:
    return cue.last < len(clauses) and clauses.norms[cue.last] in words("colon")


def _coordinated(clauses: Clauses, first: int) -> bool:
    """«... و افزود»: the cue, perhaps after adverbials, follows a conjunction; no subject of its own."""
    at = back_over(clauses, first, 0, ADVERBIAL)
    return at > 0 and (clauses.classes[at - 1] == CONJUNCTION or clauses.norms[at - 1] in words("turns"))


def _fresh_subject(clauses: Clauses, cue: Cue) -> bool:
    """A mention right before the cue, itself right after the end of a clause: the sentence mark was lost."""
    end = back_over(clauses, cue.first, 0, ADVERBIAL)
    actor = next((a for a in clauses.actors if a.last == end), None)
    return actor is not None and any(v.last in (actor.first, actor.first - 1) for v in clauses.verbs)


def _clause_start(reading: Reading, cue: Cue, parent: Draft | None) -> int:
    """Where the clause of this cue begins: inside its parent's content, or after the last cue of the sentence."""
    clauses = reading.clauses
    if parent is None and _resumes(reading, cue):
        return back_over(clauses, cue.first, 0, ADVERBIAL)
    if parent is None:
        return _after_participle(reading, cue) or reading.start
    first = next(i for i, span in enumerate(clauses.spans) if span.start >= parent.content.spans[-1].start)
    bounds = [
        v.last
        for v in clauses.verbs
        if first <= v.last <= cue.first and v.form.tense not in ("participle", "infinitive")
    ]
    that = [i + 1 for i in range(first, cue.first) if clauses.norms[i] in words("subordinate")]
    return max([first, *bounds, *that])


def _after_participle(reading: Reading, cue: Cue) -> int | None:
    """After «با بیان اینکه S» the main clause begins behind the last verb of S."""
    if not reading.drafts or reading.drafts[-1].content.rule != "participle":
        return None
    return participle_end(reading.clauses, cue, reading.drafts[-1].content.spans[-1])


def _close_content(reading: Reading, cue: Cue, start: int) -> None:
    """A new cue ends the content that ran on to the end of the sentence: cut it before the new cue's clause."""
    if not reading.drafts:
        return
    draft = reading.drafts[-1]
    end = reading.clauses.spans[cue.first].start
    if draft.parent is not None or not draft.content.spans or draft.content.spans[-1].end <= end:
        return
    cut = cut_before(reading.clauses, cue, draft)
    if cut is None:
        return
    content = msgspec.structs.replace(draft.content, spans=(*draft.content.spans[:-1], cut), goes_on=False)
    reading.drafts[-1] = msgspec.structs.replace(draft, content=content)


# --- participial and prepositional cues -------------------------------------------------------------------------------


def _take_participle(reading: Reading, participle: Participle) -> None:
    clauses = reading.clauses
    if participle.last >= len(clauses):
        return
    parent = _inside(reading, participle.first)
    subject = find_subject(clauses, reading.start, participle.first) if parent is None else None
    reading.subject = subject or reading.subject
    span = tidy(clauses, participle.last, participle_clause_end(clauses, participle.last))
    if span.end <= span.start or parent is not None:
        return
    reading.drafts.append(
        Draft(
            sentence=reading.sentence,
            first=participle.first,
            cue=clauses.span(participle.first, participle.last),
            lemma=participle.lemma,
            act=participle.act,
            stance=participle.stance,
            subject=reading.subject,
            source=clauses.span(reading.subject.first, reading.subject.last) if reading.subject else None,
            content=Content((span,), "indirect", "participle"),
            rule="participle",
        )
    )
    reading.start = participle.last


def _take_relay(reading: Reading, relay: Relay) -> None:
    clauses = reading.clauses
    if relay.content >= len(clauses):
        return
    span = tidy(clauses, relay.content, len(clauses))
    if span.end <= span.start:
        return
    parent = _inside(reading, relay.first)
    reading.drafts.append(
        Draft(
            sentence=reading.sentence,
            first=relay.first,
            cue=clauses.span(relay.first, relay.last),
            lemma=relay.lemma,
            act=relay.act,
            stance=relay.stance,
            subject=relay.subject,
            source=clauses.span(relay.subject.first, relay.subject.last),
            content=Content((span,), "indirect", "relay"),
            rule="relay",
            parent=parent,
        )
    )
    reading.start = relay.content


def _inside(reading: Reading, first: int) -> Draft | None:
    at = reading.clauses.spans[first].start
    inside = (d for d in reversed(reading.drafts) if any(s.start <= at < s.end for s in d.content.spans))
    return next(inside, None)

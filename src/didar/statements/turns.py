"""Who has the word in a sentence read from left to right: what is inside a speech, what takes a subject up again."""

from __future__ import annotations

import msgspec

from didar.statements.clauses import ADVERBIAL, CONJUNCTION, Clauses
from didar.statements.cues import Cue
from didar.statements.drafts import Content, Draft, credible_inside
from didar.statements.ends import participle_end
from didar.statements.phrases import THIRD, back_over, contrast_before, words
from didar.statements.sources import Subject, find_opening, find_subject


class Reading(msgspec.Struct):
    """A sentence while it is read from left to right. `start` is where the clause of the next cue begins."""

    clauses: Clauses
    sentence: int
    drafts: list[Draft]
    start: int = 0
    subject: Subject | None = None


def enclosing(reading: Reading, cue: Cue) -> Draft | None:
    """Return the draft in whose content the cue stands, where the cue is part of what is said."""
    at = reading.clauses.tokens[cue.first].start
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
        return not _verb_of_participle(clauses, cue, draft)
    if _coordinated(clauses, cue.first):
        return draft.content.kind != "direct" or _colon_follows(clauses, cue)
    if _after_comma(clauses, cue.first) and draft.content.kind != "direct":
        return _colon_follows(clauses, cue)
    return _colon_follows(clauses, cue) and _fresh_subject(clauses, cue)


def _verb_of_participle(clauses: Clauses, cue: Cue, draft: Draft) -> bool:
    """«با بیان اینکه همه آن را تایید کرده‌اند، گفت: S»: the cue is the verb of the clause, the main one follows."""
    finite = [
        v
        for v in clauses.verbs
        if v.form.person == THIRD and clauses.tokens[v.first].start >= draft.content.spans[0].start
    ]
    first = bool(finite) and finite[0].last == cue.verb.last
    return first and cue.last < len(clauses) and clauses.norms[cue.last] in words("comma") and len(finite) > 1


def _resumes(reading: Reading, cue: Cue) -> bool:
    """«X در پاسخ به Y که مدعی شد S، گفت: T»: after an inner report and a comma the first subject goes on."""
    told = bool(reading.drafts) and reading.drafts[-1].content.rule != "participle"
    return told and _after_comma(reading.clauses, cue.first) and _colon_follows(reading.clauses, cue)


def resumed_subject(reading: Reading, cue: Cue, parent: Draft | None) -> Subject | None:
    """Return the mention that opens the sentence, where the cue goes back to it."""
    return find_opening(reading.clauses, cue.first) if parent is None and _resumes(reading, cue) else None


def subject_after(reading: Reading, cue: Cue, subject: Subject | None) -> Subject | None:
    """Return who has the word after a cue: behind a relative clause («X در پاسخ به Y که آن را Z دانست گفت») X again."""
    if subject is None or subject.rule != "antecedent":
        return subject
    return find_opening(reading.clauses, cue.first) or reading.subject


def shared_subject(reading: Reading, cue: Cue, parent: Draft | None) -> Subject | None:
    """Return the subject that a second cue inside a speech shares («X این را فاجعه خواند و گفت S»)."""
    siblings = [d for d in reading.drafts if parent is not None and d.parent is parent]
    return siblings[-1].subject if siblings and _coordinated(reading.clauses, cue.first) else None


def chained_subject(reading: Reading, cue: Cue, parent: Draft | None, start: int) -> Subject | None:
    """«X نوشت: Y به ساوان رفت و گفت که S»: inside what is told, the subject with which that begins goes on."""
    if parent is None or not parent.content.spans or {"in", "pass"} & set(cue.predicate.frames):
        return None
    first = _token_at(reading.clauses, parent.content.spans[-1].start)
    if start > first and reading.clauses.norms[start - 1] in words("that"):  # «کشورهایی که از آن استقبال کردند»
        return None
    subject = find_subject(reading.clauses, first, cue.first)
    actor = next((a for a in reading.clauses.actors if subject and subject.first <= a.first < subject.last), None)
    begins = subject is not None and subject.rule == "mention_opens_clause" and subject.first <= first + 1
    return subject if begins and actor and actor.mention.form != "pronoun" else None


def _token_at(clauses: Clauses, position: int) -> int:
    return next(i for i, token in enumerate(clauses.tokens) if token.start >= position)


def _after_comma(clauses: Clauses, first: int) -> bool:
    """«... که S، گفت: T»: a comma right before the cue, and the cue takes a colon."""
    at = back_over(clauses, first, 0, ADVERBIAL)
    return at > 0 and clauses.norms[at - 1] in words("comma")


def _colon_follows(clauses: Clauses, cue: Cue) -> bool:
    return cue.last < len(clauses) and clauses.norms[cue.last] in words("colon")


def _coordinated(clauses: Clauses, first: int) -> bool:
    """«... و افزود»: the cue, perhaps after adverbials, follows a conjunction; no subject of its own."""
    at = back_over(clauses, first, 0, ADVERBIAL)
    turned = at > 0 and (clauses.classes[at - 1] == CONJUNCTION or clauses.norms[at - 1] in words("turns"))
    return turned or contrast_before(clauses, first) is not None


def _fresh_subject(clauses: Clauses, cue: Cue) -> bool:
    """A mention right before the cue, itself right after the end of a clause: the sentence mark was lost."""
    end = back_over(clauses, cue.first, 0, ADVERBIAL)
    actor = next((a for a in clauses.actors if a.last == end), None)
    if actor is None or clauses.norms[actor.first - 1] in words("colon"):
        return False
    return any(v.last in (actor.first, actor.first - 1) for v in clauses.verbs)


def inside(reading: Reading, first: int) -> Draft | None:
    """Return the innermost draft in whose content the token `first` stands."""
    at = reading.clauses.tokens[first].start
    holding = (d for d in reversed(reading.drafts) if any(s.start <= at < s.end for s in d.content.spans))
    return next(holding, None)


def credible(clauses: Clauses, subject: Subject | None, content: Content, parent: Draft) -> bool:
    """Tell whether a report inside a speech counts: a full one, or one that begins it («گفت کارشناسان معتقدند S»)."""
    if credible_inside(subject, content):
        return True
    begins = subject is not None and clauses.tokens[subject.first].start <= parent.content.spans[0].start + 1
    return begins and content.rule == "bare_clause_after_cue"


def clause_start(reading: Reading, cue: Cue, parent: Draft | None) -> int:
    """Return where the clause of a cue begins: inside its parent's content, or after the last cue of the sentence."""
    clauses = reading.clauses
    if parent is None and _resumes(reading, cue):
        return back_over(clauses, cue.first, 0, ADVERBIAL)
    if parent is None:
        return max(_after_participle(reading, cue) or reading.start, _quotation_start(clauses, cue))
    first = _token_at(clauses, parent.content.spans[-1].start)
    bounds = [
        v.last
        for v in clauses.verbs
        if first <= v.last <= cue.first and v.form.tense not in ("participle", "infinitive")
    ]
    that = [i + 1 for i in range(first, cue.first) if clauses.norms[i] in words("subordinate")]
    return max([first, *bounds, *that])


def _quotation_start(clauses: Clauses, cue: Cue) -> int:
    """A cue inside quotation marks has its subject there too («با این تیتر: "وزیر گفت: S"»)."""
    at = cue.first
    while at > 0 and clauses.quoted[at - 1]:
        at -= 1
    return at if clauses.quoted[cue.first] else 0


def _after_participle(reading: Reading, cue: Cue) -> int | None:
    """After «با بیان اینکه S» the main clause begins behind the last verb of S."""
    if not reading.drafts or reading.drafts[-1].content.rule != "participle":
        return None
    return participle_end(reading.clauses, cue, reading.drafts[-1].content.spans[-1])

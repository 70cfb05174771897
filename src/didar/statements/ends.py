"""Where contents end inside a sentence: with a quotation, before the clause of the next cue, at a participle's verb."""

from __future__ import annotations

from didar.persian.tokens import Verb
from didar.records import Span
from didar.spans import trim
from didar.statements.clauses import ADVERBIAL, CONJUNCTION, MARK, Clauses
from didar.statements.cues import Cue
from didar.statements.drafts import Draft
from didar.statements.phrases import THIRD, back_over, contrast_before, phrases_in, words
from didar.statements.place import EDGES


def right_end(clauses: Clauses, cue: Cue, start: int) -> int:
    """Where what follows a cue ends: with the sentence, its quotation, or the fronted clause that the cue stands in."""
    if clauses.quoted[cue.first]:
        return next((i for i in range(cue.last, len(clauses)) if not clauses.quoted[i]), len(clauses))
    if any(norm in words("fronted") for norm in clauses.norms[start : cue.first]) or _after_that(clauses, cue, start):
        ends = [v.last for v in _finite(clauses) if v.first >= cue.last and v.last < len(clauses)]
        return next((end for end in ends if clauses.norms[end] in words("comma")), len(clauses))
    return len(clauses)


def _after_that(clauses: Clauses, cue: Cue, start: int) -> bool:
    """«پس از آنکه X گفت S، ...»: the clause of the cue stands before the main clause, unless a colon opens a speech."""
    if cue.last < len(clauses) and clauses.norms[cue.last] in words("colon"):
        return False
    opened = phrases_in(clauses, range(start, cue.first), "fronted_phrases")
    return any(at == start or clauses.classes[at - 1] == MARK for at, _ in opened)


def after_predicate(clauses: Clauses, start: int, end: int) -> int:
    """«به X اشاره کرد و Y را Z دانست»: what another verb of the same subject governs is no part of the content."""
    ends = [v.last for v in clauses.verbs if start <= v.first and v.last < end and v.form.person == THIRD]
    return next((at + 1 for at in reversed(ends) if clauses.classes[at] == CONJUNCTION), start)


def cut_before(clauses: Clauses, cue: Cue, draft: Draft) -> Span | None:
    """The last span of a content, cut before the clause of a following cue; a participle's clause ends at its verb."""
    last = draft.content.spans[-1]
    end = participle_end(clauses, cue, last) if draft.content.rule == "participle" else None
    if end is None:
        end = contrast_before(clauses, cue.first) or back_over(clauses, cue.first, 0, ADVERBIAL)
        actor = next((a for a in clauses.actors if a.last == end), None)
        end = back_over(clauses, actor.first if actor else end, 0, CONJUNCTION, MARK)
    if end <= 0 or clauses.tokens[end - 1].end <= last.start:
        return None
    return trim(clauses.text.text, Span(last.start, clauses.tokens[end - 1].end), EDGES)


def participle_end(clauses: Clauses, cue: Cue, content: Span) -> int | None:
    """The clause of «با بیان اینکه S» ends at its last finite verb before the main cue."""
    comma = _comma_before(clauses, cue, content)
    if comma is not None and back_over(clauses, cue.first, comma, ADVERBIAL) == comma + 1:
        return comma
    ends = [v.last for v in _finite(clauses) if v.last <= cue.first and clauses.tokens[v.first].start >= content.start]
    return ends[-1] if ends else comma


def _comma_before(clauses: Clauses, cue: Cue, content: Span) -> int | None:
    """«با بیان اینکه این پل از بهترین پل‌هاست، گفت»: the last comma of a clause before the cue."""
    near = (at for at in reversed(range(cue.first)) if clauses.norms[at] in words("comma"))
    comma = next(near, None)
    return comma if comma is not None and clauses.tokens[comma].start > content.start else None


def participle_clause_end(clauses: Clauses, first: int) -> int:
    """Where the clause of a participle ends when no cue follows: before the main clause, at a verb and a comma."""
    ends = [v.last for v in _finite(clauses) if v.first >= first]
    commas = [end for end in ends[:-1] if end < len(clauses) and clauses.norms[end] in words("comma")]
    return commas[-1] if commas else ends[-2] if len(ends) > 1 else len(clauses)


def _finite(clauses: Clauses) -> list[Verb]:
    return [verb for verb in clauses.verbs if verb.form.tense not in ("participle", "infinitive")]

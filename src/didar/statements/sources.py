"""Find the source: the words in the cue's clause that name the speaker."""

from __future__ import annotations

import msgspec

from didar.statements.clauses import ADVERBIAL, CONJUNCTION, MARK, OBJECT, PREPOSITION, Actor, Clauses
from didar.statements.phrases import back_over, has_verb, phrase_at, phrase_end, skip_adverbials, words

# A noun phrase of more words without a mention in it is hardly a subject. Median of gold sources: 3 words, longest 22.
_LONGEST_UNKNOWN = 9
_LONGEST_DATELINE = 8


class Subject(msgspec.Struct, frozen=True):
    """The source on the tokens [first, last), and the rule that found it."""

    first: int
    last: int
    rule: str


def find_subject(clauses: Clauses, start: int, end: int) -> Subject | None:
    """Return who speaks in the clause part [start, end) before a cue; None where Persian leaves the subject out.

    The first rule that answers wins.
    """
    start = skip_report_opener(clauses, skip_dateline(clauses, start, end), end)
    start = _after_that(clauses, start, end)
    for rule in (_phrase_at_start, _free_mention):
        if subject := rule(clauses, skip_adverbials(clauses, start, end), end):
            return subject
    return None


def _after_that(clauses: Clauses, start: int, end: int) -> int:
    """«این در حالی است که X گفت»: the clause of the cue begins after a verb and «که»."""
    found = [
        v.last for v in clauses.verbs if start <= v.first and v.last < end and clauses.norms[v.last] in words("that")
    ]
    clauses_of_that = [i + taken for i in range(start, end) if (taken := phrase_at(clauses, i, "that_clause"))]
    return max([start, *(at + 1 for at in found), *clauses_of_that])


def skip_dateline(clauses: Clauses, start: int, end: int) -> int:
    """«خبرگزاری دریابار: ...»، «دریاکنار - دریابار - ...»: what stands before the report's first words."""
    if start != 0:
        return start
    dashes = [i for i in range(min(end, _LONGEST_DATELINE)) if clauses.norms[i] in words("dateline_marks")]
    marks = [i for i in dashes if not has_verb(clauses, 0, i)]
    return marks[-1] + 1 if marks else start


def skip_report_opener(clauses: Clauses, start: int, end: int) -> int:
    """«به گزارش X، ...»: the clause begins after the comma, or after the mention of X."""
    at = skip_adverbials(clauses, start, end)
    taken = phrase_at(clauses, at, "report_openers")
    if not taken:
        return start
    comma = next((i for i in range(at + taken, end) if clauses.norms[i] in words("comma")), None)
    if comma is not None and comma - at < 2 * _LONGEST_UNKNOWN:
        following = skip_report_opener(clauses, comma + 1, end)
        return following
    media = next((a for a in clauses.actors if at + taken <= a.first < at + taken + 3), None)
    return media.last if media else start


def _phrase_at_start(clauses: Clauses, start: int, end: int) -> Subject | None:
    """The noun phrase that opens the clause; a mention in it tells where it ends."""
    if start >= end or clauses.classes[start] in (PREPOSITION, OBJECT):
        return None
    last = phrase_end(clauses, start, end)
    mention = next((a for a in clauses.actors if start <= a.first <= max(last, start) and a.last <= end), None)
    if mention and _adjoins(clauses, start, mention):
        last = _with_apposition(clauses, mention, end)
        return None if _object_follows(clauses, last, end) else Subject(start, last, "mention_opens_clause")
    if last == start or last - start > _LONGEST_UNKNOWN or _object_follows(clauses, last, end):
        return None
    if last == start + 1 and clauses.norms[start] in words("demonstratives"):
        return None
    return None if _is_object_phrase(clauses, start, last, end) else Subject(start, last, "phrase_opens_clause")


def _adjoins(clauses: Clauses, start: int, actor: Actor) -> bool:
    """Nothing but words of one phrase stands between the start of the clause and the mention."""
    between = clauses.classes[start : actor.first]
    return (
        len(between) <= _LONGEST_UNKNOWN
        and all(c in ("", MARK) for c in between)
        and not has_verb(clauses, start, actor.first)
    )


def _with_apposition(clauses: Clauses, actor: Actor, end: int) -> int:
    """A second mention joined by «و» belongs to the source («چین و آمریکا»)."""
    last = actor.last
    for following in clauses.actors:
        joined = clauses.classes[last : following.first] == (CONJUNCTION,)
        if joined and following.last <= end and not _object_follows(clauses, following.last, end):
            last = following.last
    return min(last, end)


def _object_follows(clauses: Clauses, last: int, end: int) -> bool:
    return last < end and clauses.classes[last] == OBJECT


def _is_object_phrase(clauses: Clauses, start: int, last: int, end: int) -> bool:
    """An unknown phrase is the subject only where it is bounded before the cue by something, or stands alone."""
    return has_verb(clauses, start, last)


def _free_mention(clauses: Clauses, start: int, end: int) -> Subject | None:
    """The first mention in the clause that no preposition governs and no «را» follows."""
    for actor in clauses.actors:
        if actor.first < start or actor.last > end:
            continue
        if not is_governed(clauses, actor, start) and not _object_follows(clauses, actor.last, end):
            return Subject(actor.first, _with_apposition(clauses, actor, end), "free_mention")
    return None


def is_governed(clauses: Clauses, actor: Actor, start: int) -> bool:
    """Tell whether a preposition before the mention reaches it: «در دیدار وزیر», not «در این دیدار وزیر»."""
    at = actor.first - 1
    while at >= start and at >= actor.first - 4:
        if clauses.classes[at] == PREPOSITION:
            return True
        if clauses.classes[at] in (ADVERBIAL, MARK, OBJECT) or clauses.norms[at] in words("demonstratives"):
            return False
        at -= 1
    return False


def trimmed(clauses: Clauses, subject: Subject) -> Subject:
    """Drop adverbials and marks that trail the phrase."""
    return Subject(
        subject.first, back_over(clauses, subject.last, subject.first + 1, ADVERBIAL, CONJUNCTION), subject.rule
    )

"""Find where a report's first clause begins: behind dateline and «به گزارش X»."""

from __future__ import annotations

from didar.statements.clauses import Clauses
from didar.statements.phrases import has_verb, phrase_at, skip_adverbials, words

_LONGEST_DATELINE = 11
_LONGEST_REPORTER = 16


def skip_dateline(clauses: Clauses, start: int, end: int) -> int:
    """«خبرگزاری دریابار: ...»، «دریاکنار - دریابار - ...»: what stands before the report's first words."""
    if start != 0:
        return start
    # «به گزارش ایسنا - منطقه یزد، X»: there a dash ends nothing, a colon does.
    ending = words("colon") if phrase_at(clauses, 0, "report_openers") else words("dateline_marks")
    dashes = [i for i in range(min(end, _LONGEST_DATELINE)) if clauses.norms[i] in ending]
    marks = [i for i in dashes if not has_verb(clauses, 0, i) and not _within_source(clauses, i, end)]
    return marks[-1] + 1 if marks else start


def _within_source(clauses: Clauses, mark: int, end: int) -> bool:
    """«آرش کوهیار - وزیر راه - گفت»، «وی پل‌ها اعم از؛ ... را»: the mark stands behind who speaks."""
    people = [a for a in clauses.actors if a.mention.type == "person" and a.first < mark]
    if clauses.norms[mark] in words("comma"):
        return any(a.first == 0 for a in people)
    dashes = [at for at in range(end) if clauses.norms[at] in words("dateline_marks") and at != mark]
    return any(mark <= a.last + 1 and any(at > a.first for at in dashes) for a in people)


def skip_report_opener(clauses: Clauses, start: int, end: int) -> int:
    """«به گزارش X، ...»: the clause begins after the comma, or after the mention of X."""
    at = skip_adverbials(clauses, start, end)
    taken = phrase_at(clauses, at, "report_openers")
    if not taken:
        return start
    media = _reporter(clauses, at + taken, end)
    after = media or at + taken
    near = range(after, min(end, after + _LONGEST_REPORTER))
    comma = next((i for i in near if clauses.norms[i] in words("comma")), None)
    if comma is not None:
        return skip_report_opener(clauses, comma + 1, end)
    return skip_report_opener(clauses, media, end) if media else start


def _reporter(clauses: Clauses, at: int, end: int) -> int | None:
    """Where the mention of whoever reports ends; its own commas («وزارت صنعت، معدن و تجارت») end nothing."""
    comma = next((i for i in range(at, end) if clauses.norms[i] in words("comma")), end)
    named = [a.last for a in clauses.actors if at <= a.first < min(at + 3, comma) and a.last <= end]
    return min(named, default=None)

"""The figures that Didar is judged by: annotated articles and records in, a score out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from didar.evaluating.counting import (
    Compared,
    Counts,
    compare,
    count_boilerplate,
    count_detected,
    count_meetings,
    count_statements,
)
from didar.evaluating.entities import count_entities, entity_figures
from didar.evaluating.figures import Figure, PrecisionRecall, precision_recall
from didar.evaluating.gold import GoldArticle
from didar.evaluating.predicted import Found
from didar.evaluating.stages import STAGE_COUNTERS, stage_figures


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of one run; `stages` holds what each stage alone has right."""

    docs: int
    records_missing: int
    gold_statements: int
    detect: PrecisionRecall
    strict: PrecisionRecall
    who_what: PrecisionRecall
    strict_who_what: PrecisionRecall
    speaker_acc: float
    cue_acc: float
    kind_acc: float
    acts: PrecisionRecall
    meeting: PrecisionRecall
    meeting_type_acc: float
    page: PrecisionRecall
    stages: dict[str, Figure]


COUNTERS = (count_statements, count_detected, count_meetings, count_boilerplate, count_entities, *STAGE_COUNTERS)


def compare_all(golds: Iterable[GoldArticle], records: Mapping[str, Found]) -> list[Compared]:
    """Set each annotated article beside its record; a missing record found nothing."""
    return [compare(gold, records.get(gold.id) or Found(id=gold.id)) for gold in golds]


def score(golds: Iterable[GoldArticle], records: Mapping[str, Found]) -> Score:
    """Measure records (by article id) against annotated articles."""
    compared = compare_all(golds, records)
    missing = sum(c.gold.id not in records for c in compared)
    counts: Counts = Counter()
    for one in compared:
        for counter in COUNTERS:
            counts.update(counter(one))
    return score_from_counts(counts, docs=len(compared), missing=missing)


def score_from_counts(counts: Counts, *, docs: int, missing: int) -> Score:
    """Make the figures of the summed counts."""
    c = counts
    found, gold = c["gold_hit"] + c["extra"], c["gold_hit"] + c["gold_missed"]
    hits = c["gold_hit"] or 1
    return Score(
        docs=docs,
        records_missing=missing,
        gold_statements=gold,
        detect=precision_recall(c["gold_hit"], found, gold),
        strict=precision_recall(c["strict"], found, gold),
        who_what=precision_recall(c["speaker"], found, gold),
        strict_who_what=precision_recall(c["strict_speaker"], found, gold),
        speaker_acc=c["speaker"] / hits,
        cue_acc=c["cue"] / (c["cue_of"] or 1),
        kind_acc=c["kind"] / hits,
        acts=precision_recall(c["act_right"], c["act_found"], c["act_gold"]),
        meeting=precision_recall(c["meeting_right"], c["meeting_found"], c["meeting_gold"]),
        meeting_type_acc=c["meeting_type"] / (c["meeting_pairs"] or 1),
        page=precision_recall(c["page_right"], c["page_found"], c["page_gold"]),
        stages=stage_figures(c) | entity_figures(c),
    )

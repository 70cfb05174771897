"""Count, article by article, what a record has right: a pair of gold and found article in, a Counter out.

Every count has a name; `scoring.py` and `stages.py` make figures of the sums.
"""

from __future__ import annotations

from collections import Counter

import msgspec

from didar.evaluating.gold import GoldArticle
from didar.evaluating.names import same_entity
from didar.evaluating.pairing import STRICT, Pair, Pairing, letters_in, pair_statements, pair_up
from didar.evaluating.predicted import Found, FoundStatement
from didar.records import Span
from didar.spans import overlap

Counts = Counter[str]


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """One article as annotated and as found, its statements paired."""

    gold: GoldArticle
    found: Found
    pairing: Pairing

    def counted_pairs(self) -> tuple[Pair, ...]:
        """Return the detected pairs that count: an optional gold statement does not."""
        return tuple(pair for pair in self.pairing.pairs if not self.gold.statements[pair.gold].optional)


def compare(gold: GoldArticle, found: Found) -> Compared:
    """Pair the statements of an article with those found in it."""
    return Compared(gold=gold, found=found, pairing=pair_statements(gold, found))


def touches(a: Span | None, b: Span | None) -> bool:
    """Tell whether both are there and share a character."""
    return a is not None and b is not None and overlap(a, b) > 0


def is_entity(compared: Compared, gold_id: str, found_id: str | None) -> bool:
    """Tell whether the found entity of an id is the gold entity of an id."""
    return same_entity(gold_id, compared.gold.entities, compared.found.entity(found_id))


def speaker_right(compared: Compared, pair: Pair) -> bool:
    """Tell whether a detected statement has the right speaker; none is right where the gold has none."""
    gold_speaker = compared.gold.statements[pair.gold].speaker
    found_speaker = compared.found.statements[pair.found].speaker
    return is_entity(compared, gold_speaker, found_speaker) if gold_speaker else not found_speaker


def count_statements(compared: Compared) -> Counts:
    """Count statements detected, missed and extra."""
    return Counter(
        gold_hit=len(compared.counted_pairs()),
        gold_missed=len(compared.pairing.missed),
        extra=len(compared.pairing.extra),
    )


def count_detected(compared: Compared) -> Counts:
    """Count what is right of each detected statement: boundaries, speaker, cue, kind, acts."""
    counts: Counts = Counter()
    for pair in compared.counted_pairs():
        wanted, got = compared.gold.statements[pair.gold], compared.found.statements[pair.found]
        right = speaker_right(compared, pair)
        exact = pair.weight >= STRICT
        counts.update(strict=exact, speaker=right, strict_speaker=exact and right, kind=wanted.kind == got.kind)
        counts.update(_count_acts(set(wanted.acts), got))
        if wanted.cue is not None:
            counts.update(cue_of=1, cue=touches(wanted.cue, got.cue))
    return counts


def _count_acts(wanted: set[str], got: FoundStatement) -> Counts:
    acts = set(got.acts)
    return Counter(act_right=len(wanted & acts), act_found=len(acts), act_gold=len(wanted))


def _participants_in_common(compared: Compared, wanted: int, got: int) -> int:
    left = list(compared.found.meetings[got].entity_ids())
    common = 0
    for gold_id in compared.gold.meetings[wanted].participants:
        same = next((k for k, id in enumerate(left) if is_entity(compared, gold_id, id)), None)
        if same is not None:
            del left[same]
            common += 1
    return common


def pair_meetings(compared: Compared) -> list[Pair]:
    """Pair meetings one to one by the number of participants in common."""
    golds, founds = compared.gold.meetings, compared.found.meetings
    return pair_up(len(golds), len(founds), lambda i, j: _participants_in_common(compared, i, j))


def count_meetings(compared: Compared) -> Counts:
    """Count (meeting, participant) pairs and meeting types; optional meetings count neither for nor against."""
    golds, founds = compared.gold.meetings, compared.found.meetings
    pairs = pair_meetings(compared)
    ignored = {pair.found for pair in pairs if golds[pair.gold].optional}
    pairs = [pair for pair in pairs if not golds[pair.gold].optional]
    return Counter(
        meeting_right=int(sum(pair.weight for pair in pairs)),
        meeting_gold=sum(len(m.participants) for m in golds if not m.optional),
        meeting_found=sum(len(m.participants) for j, m in enumerate(founds) if j not in ignored),
        meeting_type=sum(golds[pair.gold].type == founds[pair.found].type for pair in pairs),
        meeting_pairs=len(pairs),
    )


def count_boilerplate(compared: Compared) -> Counts:
    """Count the letters of boilerplate."""
    wanted = letters_in(compared.gold.boilerplate, compared.gold.text)
    got = letters_in(compared.found.boilerplate, compared.gold.text)
    return Counter(page_right=len(wanted & got), page_found=len(got), page_gold=len(wanted))

"""List what a record has wrong: a compared article in, one error a wrong statement out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

import msgspec

from didar.evaluating.counting import Compared, speaker_right, touches
from didar.evaluating.gold import GoldStatement
from didar.evaluating.names import leading_name
from didar.evaluating.pairing import STRICT, letters_in, share_in_common
from didar.evaluating.predicted import FoundStatement

ErrorKind = Literal["missed", "extra", "boundary", "speaker", "cue"]
ERROR_KINDS: tuple[ErrorKind, ...] = get_args(ErrorKind)


class StatementError(msgspec.Struct, frozen=True, kw_only=True):
    """One wrong statement: what was annotated (none for an extra one) and what was found (none for a missed one)."""

    kind: ErrorKind
    article: str
    gold: GoldStatement | None = None
    found: FoundStatement | None = None
    gold_speaker: str | None = None
    found_speaker: str | None = None


def list_errors(compared: Compared) -> Iterator[StatementError]:
    """Return the errors of one article: missed, extra, and of the detected ones each kind that is wrong."""
    for i in compared.pairing.missed:
        yield _missed(compared, i)
    for j in compared.pairing.extra:
        found = compared.found.statements[j]
        yield StatementError(kind="extra", article=compared.gold.id, found=found)
    yield from _wrong_in_detected(compared)


def _missed(compared: Compared, index: int) -> StatementError:
    """Name a missed statement together with what was found in its place, if anything was."""
    gold = compared.gold.statements[index]
    wanted = letters_in(gold.content, compared.gold.text)

    def common(found: FoundStatement) -> float:
        return share_in_common(wanted, letters_in(found.content, compared.gold.text))

    near = max(compared.found.statements, key=common, default=None)
    return StatementError(
        kind="missed", article=compared.gold.id, gold=gold, found=near if near and common(near) > 0 else None
    )


def _wrong_in_detected(compared: Compared) -> Iterator[StatementError]:
    for pair in compared.counted_pairs():
        gold, found = compared.gold.statements[pair.gold], compared.found.statements[pair.found]
        wanted = compared.gold.entities.get(gold.speaker or "")
        got = compared.found.entity(found.speaker)
        wrong: dict[ErrorKind, bool] = {
            "boundary": pair.weight < STRICT,
            "speaker": not speaker_right(compared, pair),
            "cue": gold.cue is not None and not touches(gold.cue, found.cue),
        }
        for kind in (kind for kind, is_wrong in wrong.items() if is_wrong):
            yield StatementError(
                kind=kind,
                article=compared.gold.id,
                gold=gold,
                found=found,
                gold_speaker=wanted.name if wanted else None,
                found_speaker=leading_name(got) if got else None,
            )

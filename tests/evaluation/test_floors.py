"""Floors: none of the figures on the annotated articles may fall; raising and lowering is written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.floors import (
    Floors,
    Measured,
    digest_of,
    fallen,
    lower,
    measure_figures,
    raised,
    read_floors,
    write_floors,
)
from evaluation.shared import GOLD

KEPT = Floors(gold="abc", floors={"all.acts": 0.5, "all.detect": 0.8, "damage.glued": 0.7})


def test_a_figure_below_its_floor_or_gone_has_fallen() -> None:
    figures = {"all.detect": Measured(0.8, 1000), "all.acts": Measured(0.49, 1000)}
    assert fallen(figures, KEPT.floors) == {"all.acts": (0.49, 0.5), "damage.glued": (0.0, 0.7)}


def test_one_more_wrong_is_no_fall() -> None:
    assert fallen({"all.acts": Measured(0.49, 100)}, {"all.acts": 0.5}) == {}
    assert fallen({"all.acts": Measured(0.48, 100)}, {"all.acts": 0.5}) == {"all.acts": (0.48, 0.5)}


def test_raising_rounds_down_and_lowers_nothing() -> None:
    lifted = raised({"all.detect": Measured(0.7, 50), "all.acts": Measured(0.6129, 50)}, KEPT, "abc")
    assert lifted.floors == {"all.acts": 0.612, "all.detect": 0.8, "damage.glued": 0.7}


def test_floors_of_another_gold_are_not_kept() -> None:
    assert raised({"all.detect": Measured(0.7, 50)}, KEPT, "xyz") == Floors(gold="xyz", floors={"all.detect": 0.7})


def test_lowering_keeps_the_reason(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    write_floors(
        lower({"all.acts": Measured(0.4567, 50)}, KEPT, "all.acts", 'the gold had a "slip"\nin two lines'), file
    )
    again = read_floors(file)
    assert again.floors == KEPT.floors | {"all.acts": 0.456}
    assert again.lowered[0]["reason"] == 'the gold had a "slip"\nin two lines'
    assert again.lowered[0]["from"] == 0.5


def test_no_figure_has_fallen() -> None:
    if not GOLD.exists():
        pytest.skip(f"the annotated articles are not beside this checkout ({GOLD})")
    floors = read_floors()
    if floors.gold != digest_of():
        pytest.skip("the floors were measured on other annotated articles")
    assert fallen(measure_figures(), floors.floors) == {}

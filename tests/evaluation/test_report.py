"""The README's figures: a block between two marks, and nothing else, is written anew."""

from __future__ import annotations

import pytest

from didar.evaluating.scoring import score
from evaluation.report import BEGIN, END, Measured, block_lines, insert_block
from evaluation.speed import Rate
from tests.evaluation.invented import GOLD, perfect


def test_only_the_block_changes() -> None:
    readme = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    assert insert_block(readme, "new") == f"before\n{BEGIN}\nnew\n{END}\nafter\n"


def test_a_readme_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="figures:begin"):
        insert_block("no marks", "new")


def test_the_block_names_what_was_measured_and_what_was_given() -> None:
    figures = score([GOLD], {GOLD.id: perfect()})
    rate = Rate(articles=10, letters=20_000, seconds=0.05, stages={"prepare_text": 0.02})
    measured = Measured(
        everything=figures,
        kept=figures,
        blind=figures,
        damaged={"glued": 0.98},
        rate=rate,
        startup=0.31,
        memory={1: 60.0, 10_000: 80.0},
    )
    block = "\n".join(block_lines(measured))
    assert "| … and the speaker is right | 1.000 | 1.000 | 1.000 | 0.45 | 0.96 |" in block
    assert "| page furniture (F1 of its letters) | 1.000 | 1.000 | – | – | – |" in block
    assert "every half-space deleted 0.980 (-0.020)" in block
    assert "200 articles a second (10 articles of 2,000 letters on average)" in block
    assert "80 MB after 10,000" in block

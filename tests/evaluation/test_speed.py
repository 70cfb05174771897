"""Speed: generous floors, so that only a change of kind fails; `evaluation/speed.py` measures exactly."""

from __future__ import annotations

from didar.page.plain import article_from_text
from evaluation.shared import ROOT
from evaluation.speed import measure_rate, measure_startup


def test_articles_are_read_fast_enough() -> None:
    """The aim is 100 articles of 2,000 letters a second; a quarter of it still passes on a slow and busy machine."""
    reports = [article_from_text(path.read_text(encoding="utf-8")) for path in sorted(ROOT.glob("examples/*.txt"))]
    assert reports, "no examples to read"
    rate = measure_rate(reports * 10)
    assert rate.letters_per_second > 50_000, rate.stages
    assert {"prepare_text", "find_mentions", "find_statements", "find_meetings", "resolve"} <= set(rate.stages)


def test_the_command_starts_fast() -> None:
    """The aim is half a second; a busy machine may take three times as long."""
    assert measure_startup(runs=3) < 1.5

"""Speed: generous floors, so that only a change of kind fails; `evaluation/speed.py` measures exactly."""

from __future__ import annotations

from didar.records import Article
from evaluation.speed import measure_rate, measure_startup
from tests.evaluation.invented import TEXT


def test_articles_are_read_fast_enough() -> None:
    """The aim is 100 articles of 2,000 letters a second; half of it still passes on a slow machine."""
    article = Article(id="long", text="\n".join([TEXT] * 8))
    rate = measure_rate([article] * 30)
    assert 2000 < len(article.text) < 3000
    assert rate.articles_per_second > 50, rate.stages
    assert {"prepare_text", "find_mentions", "find_statements", "find_meetings", "resolve"} <= set(rate.stages)


def test_the_command_starts_fast() -> None:
    """The aim is half a second; a busy machine may take three times as long."""
    assert measure_startup(runs=3) < 1.5

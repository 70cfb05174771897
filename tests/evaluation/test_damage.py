"""Damaged articles: the text loses what it should, the annotation still covers the same words."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didar.evaluating.damage import Damage, damage_article, damage_text
from didar.evaluating.gold import GoldArticle, GoldStatement, complain
from didar.records import Span
from tests.evaluation.invented import GOLD

KINDS: tuple[Damage, ...] = get_args(Damage)


@pytest.mark.parametrize(
    ("how", "damaged"),
    [
        ("glued", "یک «گفتوگو» میکند"),
        ("spaced", "یک «گفت وگو» می کند"),
        ("arabic", "يك «گفت‌وگو» مي‌كند"),
        ("unquoted", "یک گفت‌وگو می‌کند"),
    ],
)
def test_the_damage_is_done_and_no_other(how: Damage, damaged: str) -> None:
    assert damage_text("یک «گفت‌وگو» می‌کند", how) == damaged


@pytest.mark.parametrize("how", KINDS)
def test_the_annotation_moves_along(how: Damage) -> None:
    damaged = damage_article(GOLD, how)
    assert complain(damaged) is None
    for before, after in zip(GOLD.statements, damaged.statements, strict=True):
        for old, new in zip(
            (before.cue, before.source, *before.content), (after.cue, after.source, *after.content), strict=True
        ):
            assert old is not None
            assert new is not None
            assert damaged.text[new.start : new.end] == damage_text(GOLD.text[old.start : old.end], how)


@given(st.text("آبی‌ک«» .\n", min_size=1, max_size=40), st.data(), st.sampled_from(KINDS))
def test_any_span_covers_the_same_words_or_is_gone(text: str, data: st.DataObject, how: Damage) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    old = Span(start, data.draw(st.integers(start + 1, len(text))))
    said = GoldStatement(content=(old,), kind="direct", acts=("assert",))
    damaged = damage_article(GoldArticle(id="a", text=text, entities={}, statements=(said,)), how)
    words = damage_text(text[old.start : old.end], how)
    assert [damaged.text[s.start : s.end] for s in damaged.statements[0].content] == ([words] if words else [])


def test_an_entity_goes_by_its_names_and_by_the_damaged_ones() -> None:
    damaged = damage_article(GOLD, "spaced")
    assert damaged.entities["e1"].name == GOLD.entities["e1"].name
    assert {"مهرداد آبان نیا", *GOLD.entities["e1"].names} <= set(damaged.entities["e1"].names)
    assert damaged.sha256 is None

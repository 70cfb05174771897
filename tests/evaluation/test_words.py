"""The measure of sentences and lemmas: what counts as right, and that its lists are in order."""

from __future__ import annotations

import pytest

from evaluation.words import BAR, by_rarity, invented, is_right, lemma_rows, sentence_f1


@pytest.mark.parametrize(
    ("tag", "lemma", "answer", "right"),
    [
        ("VERB", "گفتن", "گفتن", True),
        ("VERB", "گفتن", "گفت", True),
        ("VERB", "گفتن", "گفت#گو", True),
        ("VERB", "گفتن", "گوید", False),
        ("NOUN", "مسئله|مساله", "مسئله", True),
        ("NOUN", "زمان", "زما", False),
    ],
)
def test_a_verb_is_right_in_any_form_that_tools_give(tag: str, lemma: str, answer: str, right: bool) -> None:
    assert is_right({"form": "-", "tag": tag, "lemma": lemma}, answer) is right


def test_a_sentence_is_right_when_both_its_borders_are() -> None:
    good = f"او آمد. {BAR}او رفت. {BAR}برف آمد."
    assert sentence_f1([good], lambda texts: [good for _ in texts]) == 100
    assert sentence_f1([good], lambda texts: [f"او آمد. {BAR}او رفت. برف آمد." for _ in texts]) == pytest.approx(40)


def test_the_lists_are_in_order() -> None:
    rows = lemma_rows()
    assert [len(part) for part in by_rarity(rows)] == [710, 170]
    assert not [row["form"] for row in rows if not row["lemma"] or not row["tag"]]
    assert all(text.replace(BAR, "").strip() for text in invented())

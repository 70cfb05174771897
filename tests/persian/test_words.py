"""Dictionary forms of words, and compound verbs."""

import pytest

from didar.persian import words
from didar.persian.lexicon.loader import Row, load_table
from didar.persian.verbs import analyse


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("می‌گویند", "گفتن"),
        ("نرفته‌اند", "رفتن"),
        ("کتاب‌هایشان", "کتاب"),
        ("شهرهای", "شهر"),
        ("خانه‌ای", "خانه"),
        ("بزرگ‌ترین", "بزرگ"),
        ("جهان", "جهان"),
        ("ایشان", "ایشان"),
        ("خواهد", "خواستن"),
        ("گفتن", "گفتن"),
    ],
)
def test_lemmas(word: str, lemma: str) -> None:
    assert words.lemma(word) == lemma


@pytest.mark.parametrize("row", load_table("words_lemmas.tsv"), ids=lambda row: row["word"])
def test_listed_words_stand_in_their_examples(row: Row) -> None:
    assert row["word"] in row["example"]
    assert words.lemma(row["word"]) == row["lemma"]


def test_without_the_library_own_rules_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "_simplemma", lambda: None)
    words.lemma.cache_clear()
    assert words.lemma("کتاب‌ها") == "کتاب"
    assert words.lemma("دانشجویان") == "دانشجو"
    assert words.lemma("مردان") == "مردان"
    words.lemma.cache_clear()


def test_compound_verbs() -> None:
    went, did = analyse("رفت"), analyse("کرد")
    assert went
    assert did
    assert words.compound_lemma("اعلام", did) == "اعلام کردن"
    assert words.compound_lemma("اعلام", went) is None

"""Lemmas of words and tokens, and the verbs of a sentence with theirs."""

import pytest

import didar
import didar.text
from didar.persian.lexicon.loader import load_counts, load_table
from didar.text import find_lemmas, find_sentences, find_tokens, find_verbs


def test_lemmas_of_tokens() -> None:
    text = "شهردارها ۳ کتاب‌خانهٔ بزرگ‌تر را می‌سازند."
    assert find_lemmas(find_tokens(text, 0, len(text)))[-4:] == ("بزرگ", "را", "ساختن", ".")
    assert find_lemmas(find_tokens(text, 0, len(text)))[:2] == ("شهردار", "۳")


def test_verbs_of_a_sentence() -> None:
    text = "وزیر بر آن تأکید خواهد کرد و گفته شده است که می‌آید."
    verbs = list(find_verbs(find_tokens(text, 0, len(text))))
    assert [(text[v.span.start : v.span.end], v.lemma) for v in verbs] == [
        ("تأکید خواهد کرد", "تأکید کردن"),
        ("گفته شده است", "گفتن"),
        ("می‌آید", "آمدن"),
    ]
    assert [verb.form.passive for verb in verbs] == [False, True, False]


def test_compounds_and_nouns_that_look_like_verbs() -> None:
    text = "مردم گفت‌وگو کرده‌اند و بها را افزایش می‌دهند."
    verbs = find_verbs(find_tokens(text, 0, len(text)))
    assert [verb.lemma for verb in verbs] == ["گفت‌وگو کردن", "افزایش دادن"]


def test_the_package_names_its_functions() -> None:
    assert all(callable(getattr(didar.text, name)) for name in didar.text.__all__)
    assert list(find_sentences("او آمد. او رفت.", 0, 15)) == [(0, 7), (8, 15)]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("نمی‌گویند", "گفتن"),
        ("خواهند", "خواستن"),
        ("نشست‌های", "نشست"),
        ("پیچیده‌تر", "پیچیده"),
        ("گسترده‌ای", "گسترده"),
        ("دولتی", "دولتی"),
        ("گذاری", "گذاری"),
        ("مسائلی", "مسئله"),
        ("علمای", "عالم"),
        ("فیلم‌سازان", "فیلم‌ساز"),
        ("نویسندگان", "نویسنده"),
        ("دانشجویان", "دانشجو"),
        ("مذاکرات", "مذاکره"),
        ("تعهدات", "تعهد"),
        ("دریای", "دریا"),
        ("کولاژهای", "کولاژ"),
        ("شانگهای", "شانگهای"),
        ("می‌زداید", "زدودن"),
        ("آموزش", "آموزش"),
        ("دوران", "دوران"),
        ("سالم", "سالم"),
        ("موافقند", "موافق"),
        ("گفت‌وگو", "گفت‌وگو"),
        ("کاملاً", "کاملاً"),
    ],
)
def test_lemma(word: str, lemma: str) -> None:
    assert didar.lemma(word) == lemma


@pytest.mark.parametrize("row", load_table("words_plurals.tsv"), ids=lambda row: row["plural"])
def test_broken_plural(row: dict[str, str]) -> None:
    assert row["plural"] in row["example"]
    assert didar.lemma(row["plural"]) in (row["lemma"], row["plural"])


def test_relational_words_stay() -> None:
    assert [word for word in load_counts("words_relational.counts.tsv") if didar.lemma(word) != word] == []


@pytest.mark.parametrize(
    ("word", "stems"),
    [
        ("می‌گوید", "گفت#گو"),
        ("برمی‌گردد", "برگشت#برگرد"),
        ("است", "#است"),
        ("نیستیم", "#هست"),
        ("باید", "بایست#باید"),
        ("خواهد", "خواست#خواه"),
        ("بیاید", "آمد#آ"),
        ("پل", None),
        ("رفتن", None),
    ],
)
def test_stems(word: str, stems: str | None) -> None:
    assert didar.stems(word) == stems


def test_sentences_of_a_text_as_it_stands() -> None:
    text = "پل باز شد\n\n او گفت. رفت."
    found = didar.sentences(text)
    assert [text[s.start : s.end] for s in found] == ["پل باز شد", "او گفت.", "رفت."]
    assert [sentence.paragraph for sentence in found] == [0, 2, 2]

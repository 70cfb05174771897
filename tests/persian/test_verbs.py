"""Verb forms, of one word and of several; every verb of the table is found in its example."""

import re

import pytest

from didar.persian.letters import fold
from didar.persian.lexicon.loader import Row, load_table
from didar.persian.verbs import VerbForm, analyse, analyse_at, spelled_forms


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("می‌گوید", VerbForm("گفتن", "present", 3)),
        ("میگوید", VerbForm("گفتن", "present", 3)),
        ("نمی‌گفتند", VerbForm("گفتن", "imperfect", 3, "plural", True)),
        ("نگفت", VerbForm("گفتن", "past", 3, "singular", True)),
        ("گفته‌اند", VerbForm("گفتن", "perfect", 3, "plural")),
        ("گفته", VerbForm("گفتن", "participle")),
        ("گفتن", VerbForm("گفتن", "infinitive")),
        ("نیفزود", VerbForm("افزودن", "past", 3, "singular", True)),
        ("بیفزاید", VerbForm("افزودن", "subjunctive", 3)),
        ("نیامدیم", VerbForm("آمدن", "past", 1, "plural", True)),
        ("بایستد", VerbForm("ایستادن", "subjunctive", 3)),
        ("بگو", VerbForm("گفتن", "imperative", 2)),
        ("برمی‌گردیم", VerbForm("برگشتن", "present", 1, "plural")),
        ("نیست", VerbForm("بودن", "present", 3, "singular", True)),
        ("ندارند", VerbForm("داشتن", "present", 3, "plural", True)),
        ("باید", VerbForm("بایستن", "present", 3)),
    ],
)
def test_forms_of_one_word(word: str, form: VerbForm) -> None:
    assert analyse(fold(word)) == form


@pytest.mark.parametrize("word", ["کتاب", "وزیر", "میدان", "بازار", "", "۱۲"])
def test_what_is_no_verb(word: str) -> None:
    assert analyse(word) is None


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("گفته است", VerbForm("گفتن", "perfect", 3)),
        ("نگفته بودند", VerbForm("گفتن", "pluperfect", 3, "plural", True)),
        ("گفته باشد", VerbForm("گفتن", "subjunctive", 3)),
        ("خواهد گفت", VerbForm("گفتن", "future", 3)),
        ("نخواهیم گفت", VerbForm("گفتن", "future", 1, "plural", True)),
        ("بر خواهد گشت", VerbForm("برگشتن", "future", 3)),
        ("گفته شد", VerbForm("گفتن", "past", 3, passive=True)),
        ("گفته نشده است", VerbForm("گفتن", "perfect", 3, negated=True, passive=True)),
        ("گفته خواهد شد", VerbForm("گفتن", "future", 3, passive=True)),
        ("می گوید", VerbForm("گفتن", "present", 3)),
        ("بر می گردد", VerbForm("برگشتن", "present", 3)),
        ("گفته اند", VerbForm("گفتن", "perfect", 3, "plural")),
    ],
)
def test_forms_of_several_words(words: str, form: VerbForm) -> None:
    norms = [fold(word) for word in words.split()]
    assert analyse_at([*norms, "که"], 0) == (form, len(norms))


@pytest.mark.parametrize("row", load_table("verbs.tsv"), ids=lambda row: row["infinitive"])
def test_each_verb_is_found_in_its_example(row: Row) -> None:
    norms = [fold(word) for word in re.findall(r"[\w\u200c]+", row["example"])]
    found = {form[0].lemma for index in range(len(norms)) if (form := analyse_at(norms, index))}
    same = {other["infinitive"] for other in load_table("verbs.tsv") if other["past"] == row["past"]}
    assert found & {row["infinitive"], *same}


def test_spelled_forms_are_folded_to_what_is_read() -> None:
    assert all(analyse(fold(form)) for form in spelled_forms())

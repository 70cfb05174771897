"""The words that search knows: one form for every spelling, one stem for every form, offsets as published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.records import Article
from didar.search.words import norm_of, stem_of, words_of_text
from didar.text.prepare import prepare_text


def words(text):
    return words_of_text(prepare_text(Article(id="x", text=text)))


@pytest.mark.parametrize("row", load_table("noun_endings.tsv"), ids=lambda row: row["ending"])
def test_each_ending_is_taken_off_in_its_example(row):
    """The word with the ending stands in the example, and its stem is what is left of it."""
    ending = fold(row["ending"])
    found = words(row["example"])
    pairs = list(zip(found.norms, found.stems, strict=True))
    assert any(norm.endswith(ending) and stem == norm[: -len(ending)] for norm, stem in pairs), pairs


@pytest.mark.parametrize("row", load_table("provenance.tsv"), ids=lambda row: row["opening"])
def test_each_opening_of_a_provenance_is_in_its_example(row):
    from didar.stories.marks import marks_of

    _, _, rest = row["example"].partition("، ")
    long = rest.removesuffix(".") + " و همه مردم شهر از آن گذشتند."
    told = row["example"].replace(rest, long)
    texts = [prepare_text(Article(id="x", text=f"تیتر\n{text}")) for text in (told, long)]
    assert marks_of(texts[0]) == marks_of(texts[1])


@pytest.mark.parametrize(
    "spellings",
    [
        ("می‌گوید", "ميگويد", "مي‌گويد", "میگوید"),
        ("ایران", "ايران", "إیران"),
        ("مؤمنی", "مومنی"),
        ("۱۴۰۲", "1402", "١٤٠٢"),
        ("NATO", "nato"),
    ],
)
def test_spellings_of_a_word_have_one_form(spellings):
    assert len({norm_of(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("forms", "stem"),
    [
        (("می‌گوید", "گفت", "گفته‌اند", "نگفت", "بگویند"), "گفتن"),
        (("کتاب", "کتاب‌ها", "کتاب‌هایشان", "کتابهای"), "کتاب"),
        (("نیرو", "نیروی", "نیروهای"), "نیرو"),
        (("دانشگاه", "دانشگاه‌ها"), "دانشگاه"),
    ],
)
def test_forms_of_a_word_have_one_stem(forms, stem):
    assert {stem_of(form) for form in forms} == {stem}


@given(st.text("ابيكپ‌ ۀ۱A.«»\nـ", max_size=60))
def test_words_stand_in_order_inside_the_text(text):
    found = words("ا" + text)
    borders = [at for span in zip(found.starts, found.ends, strict=True) for at in span]
    assert borders == sorted(borders)
    assert all(0 <= at <= len(text) + 1 for at in borders)
    assert len(found.norms) == len(found.stems) == len(found.starts)
    assert all(found.norms)
    assert all(found.stems)

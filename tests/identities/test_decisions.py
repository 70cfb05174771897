"""Who is who: a table of two profiles and the verdict, and the way it is stored, corrected and kept."""

from __future__ import annotations

from datetime import date

import pytest

from didar.identities.anonymous import is_anybody
from didar.identities.decisions import Profile, decide
from didar.identities.spelling import (
    is_latin,
    latin_words,
    name_key,
    name_words,
    person_words,
    skeleton_words,
    without_rank,
)
from didar.persian.lexicon.loader import load_table


@pytest.mark.parametrize("row", load_table("descent.tsv"), ids=lambda row: row["word"])
def test_each_title_of_descent_is_left_out_in_its_example(row):
    name = row["example"].partition(" گفت")[0]
    apart = name_words(name)
    assert person_words(name) == apart[1:] == person_words("".join(apart[:2]) + " " + apart[2])


@pytest.mark.parametrize(
    ("name", "anybody"), [("یک منبع", True), ("خبرنگار ساوان", True), ("وزیر راه ساوان", False), ("", False)]
)
def test_some_names_are_anybodys(name, anybody):
    assert is_anybody(name_words(name)) is anybody


def someone(name="", **told):
    words = person_words(name)
    office = told.pop("office", None)
    if office:
        told["offices"] = frozenset(" ".join(name_words(part)) for part in office.split("، "))
    if "sector" in told:
        told["sectors"] = frozenset([told.pop("sector")])
    day = told.pop("day", None)
    return Profile(**{"type": "person", "words": words, "named": True, "first": day, "last": day, **told})


MINISTER, COMMANDER = "وزیر دفاع مازیار", "فرمانده ارتش ساوان"


@pytest.mark.parametrize(
    ("one", "other", "verdict", "rule"),
    [
        (someone("مهران کریمان"), someone("سرلشکر مهران کریمان"), "same", "whole_name"),
        (someone("مهران کریمان"), someone("مهران كريمان", office=COMMANDER), "same", "whole_name"),
        (someone("مهران کریمان", country="ZZ"), someone("مهران کریمان", country="ZY"), "different", "other_country"),
        (someone("مهران کریمان", country="ZZ"), someone("مهران کریمان"), "same", "whole_name"),
        (
            someone("مهران کریمان", office=COMMANDER, sector="MIL"),
            someone("مهران کریمان", office="سرمربی تیم بندر", sector="CVL"),
            "unsure",
            "whole_name",
        ),
        (
            someone("مهران کریمان", office="رئیس ستاد ساوان", sector="MIL"),
            someone("مهران کریمان", office="وزیر راه ساوان", sector="GOV"),
            "same",
            "whole_name_in_office",
        ),
        (someone("سیدمهران کریمان"), someone("سید مهران کریمان"), "same", "whole_name"),
        (someone("محمدرضا کریمان"), someone("محمد رضا کریمان"), "same", "whole_name"),
        (someone("میرمهران کریمان"), someone("مهران کریمان"), "different", "other_first_name"),
        (
            someone("مهران کریمان", office="رئیس مجلس نمایندگان", country="ZZ"),
            someone("مهران کریمان", office="رئیس مجلس نمایندگان مازیار", country="ZY"),
            "same",
            "whole_name_in_office",
        ),
        (someone("سرلشکر کریمان"), someone("سرلشکر مهران کریمان"), "unsure", "surname_alone"),
        (
            someone("سرلشکر کریمان", office=COMMANDER),
            someone("مهران کریمان", office=COMMANDER),
            "same",
            "surname_and_office",
        ),
        (
            someone("مهران کریمان", office=COMMANDER),
            someone("کاوه کریمان", office=COMMANDER),
            "different",
            "other_first_name",
        ),
        (someone("کریمان"), someone("الوندی"), "different", "surname_and_office"),
        (someone("کریمان", country="ZZ"), someone("کریمان", country="ZY"), "different", "other_country"),
        (
            someone(MINISTER, named=False, day=date(2024, 1, 1)),
            someone(MINISTER, named=False, day=date(2024, 3, 1)),
            "same",
            "same_office",
        ),
        (
            someone(MINISTER, named=False, day=date(2024, 1, 1)),
            someone(MINISTER, named=False, day=date(2021, 3, 1)),
            "unsure",
            "same_office",
        ),
        (
            someone(MINISTER, named=False, office=MINISTER),
            someone("نریمان الوندی", office=MINISTER),
            "unsure",
            "office_of_named",
        ),
        (
            someone("سازمان بنادر", type="organization"),
            someone("سازمان بنادر", type="organization"),
            "same",
            "same_body",
        ),
        (someone("سازمان بنادر", type="organization"), someone("سازمان بنادر"), "different", "other_kind"),
        (someone("بیانیه", type="document"), someone("بیانیه", type="document"), "different", "other_kind"),
    ],
)
def test_who_is_who(one, other, verdict, rule):
    assert decide(one, other) == (verdict, rule)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("سرلشکر پاسدار مهران کریمان", ("مهران", "کریمان")),
        ("آقای کریمان", ("کریمان",)),
        ("دکتر علی‌اکبر نوری", ("علی", "اکبر", "نوری")),
        ("دکتر", ("دکتر",)),
    ],
)
def test_ranks_are_no_part_of_a_name(name, words):
    assert without_rank(name_words(name)) == words


@pytest.mark.parametrize(
    "spellings",
    [
        ("علی‌اکبر نوری", "علی اکبر نوری", "علي اكبر نوري", "علیاکبر نوری", "«علی‌اکبر» نوری"),
        ("مؤمنی", "مومنی"),
    ],
)
def test_spellings_of_one_name_have_one_key(spellings):
    assert len({name_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    "spellings",
    [
        ("Mohammad Bagheri", "Muhammad Baqeri", "mohammed bāgherī", "MOHAMMAD BAQERI"),
        ("Hossein", "Hussein", "Husain"),
        ("Ja'far Yusefi", "Jafar Yousefi", "Ja’far Yoosefi"),
    ],
)
def test_usual_latin_spellings_are_folded_together(spellings):
    assert len({latin_words(spelling) for spelling in spellings}) == 1


def test_different_latin_names_stay_apart():
    assert latin_words("Hassan") != latin_words("Hossein")
    assert skeleton_words("Mohammad Baqeri") == skeleton_words("mhmd baqri")
    assert is_latin("Kariman")
    assert not is_latin("کریمان")

"""Who is one person and who are two, by which name and for which state, in invented reports."""

from __future__ import annotations

import pytest

import didar
from didar.records import Entity, Span
from didar.references.naming import as_mention

HEAD = "خبری از پل"


def entities(body: str, title: str = HEAD) -> dict[str, Entity]:
    return {entity.name: entity for entity in didar.read(f"{title}\n{body}").entities}


def test_a_new_name_right_after_an_office_is_its_holders() -> None:
    body = (
        "نریمان الوندی معاون وزیر راه گفت: پل باز است.\nرئیس اتحادیه پل‌سازان هشدار داد: راه تنگ است.\n"
        "آرش کوهیار افزود: باید پهن شود."
    )
    found = entities(body)
    assert list(found) == ["نریمان الوندی", "آرش کوهیار"]
    assert [role.title for role in found["آرش کوهیار"].roles] == ["رئیس اتحادیه پل‌سازان"]


@pytest.mark.parametrize(
    "next_one",
    ["آرش کوهیار نیز گفت: باید پهن شود.", "هوا خوب بود.\nباران نبارید.\nآرش کوهیار گفت: باید پهن شود."],
    ids=["also", "far away"],
)
def test_another_name_is_another_person(next_one: str) -> None:
    body = f"نریمان الوندی معاون وزیر راه گفت: پل باز است.\nرئیس اتحادیه پل‌سازان هشدار داد: راه تنگ است.\n{next_one}"
    assert list(entities(body)) == ["نریمان الوندی", "رئیس اتحادیه پل‌سازان", "آرش کوهیار"]


def test_a_name_is_spelled_as_the_text_itself_spells_it() -> None:
    found = entities('"زربانو اسپرلوس" (Zarbanu Sperlos)، پژوهشگر راه گفت: پل باز است.')["زربانو اسپرلوس"]
    assert (found.latin, found.latin_status) == ("Zarbanu Sperlos", "stated")


def test_an_office_that_is_one_persons_whatever_the_year_needs_no_name_beside_it() -> None:
    found = entities("پاپ گفت: پل باز است.\nنریمان الوندی نیز گفت: راه باز است.\nپاپ فرانسیس افزود: خوب است.")
    assert "پاپ" not in found
    assert len(found) == 2


def test_two_people_of_one_given_name_are_two() -> None:
    found = entities("عبدالله عبدالله گفت: پل باز است.\nعبدالله کوهیار نیز گفت: راه باز است.")
    assert len(found) == 2


def test_officials_of_this_country_are_those_of_the_state_named_last() -> None:
    body = (
        "بولنت کوهیار رئیس‌جمهور ترکیه گفت: راه باز است.\nرئیس‌جمهور این کشور افزود: خوب است.\n"
        "در مادرید پلی شکست. مقام‌های این کشور گفتند: بد است.\nخبرنگاران نیز به مقام‌های اسپانیایی گفتند: بله."
    )
    found = entities(body)
    assert [role.title for role in found["بولنت کوهیار"].roles] == ["رئیس‌جمهور این کشور", "رئیس‌جمهور ترکیه"]


def test_an_office_is_one_whatever_sort_of_body_is_told() -> None:
    body = (
        "دبیر ستاد مبارزه با آفات استانداری کرمان گفت: پل باز است.\nرئیس اتحادیه نیز گفت: راه باز است.\n"
        "دبیر مبارزه با آفات استان کرمان افزود: خوب است."
    )
    assert len(entities(body)) == 2


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("زربانو اسپرلوس", "name"),
        ("محمد", "name"),
        ("خلاصه", "role"),
        ("اقتصاد کشور", "role"),
        ("زربانوی این راه", "role"),
        ("زربانو اسپرلوس کوهیار راه", "role"),
    ],
)
def test_everyday_words_before_a_cue_are_no_name(words: str, form: str) -> None:
    assert as_mention(Span(0, len(words)), words).form == form


def test_a_parted_surname_is_that_of_the_full_name() -> None:
    found = entities("مهدی سهراب‌پناه گفت: پل باز است.\nوی افزود: راه هم.", title="سهراب پناه: پل باز است")
    assert list(found) == ["مهدی سهراب‌پناه"]


ONE = "آرش کوهیار سخنگوی کمیسیون انرژی مجلس گفت: پل باز است.\nوی افزود: راه هم باز است.\n"


def test_an_office_told_later_is_that_of_the_only_one_who_speaks_by_name() -> None:
    found = entities(f"{ONE}نماینده مردم ساوان ادامه داد: باران می‌بارد.\nوی گفت: هوا سرد است.")
    assert list(found) == ["آرش کوهیار"]
    titles = {role.title for role in found["آرش کوهیار"].roles}
    assert titles == {"سخنگوی کمیسیون انرژی مجلس", "نماینده مردم ساوان"}


@pytest.mark.parametrize(
    "next_one",
    [
        "نماینده مردم ساوان نیز گفت: باران می‌بارد.",
        "در ادامه این نشست نماینده مردم ساوان گفت: باران می‌بارد.",
        "سخنگوی سازمان ملل گفت: باران می‌بارد.",
        "وزیر راه ترکیه گفت: باران می‌بارد.",
        "یک کارشناس راه گفت: باران می‌بارد.",
    ],
    ids=["also", "goes on", "another branch", "another state", "somebody"],
)
def test_an_office_of_somebody_else_stays_his(next_one: str) -> None:
    assert len(entities(ONE + next_one)) == 2


def test_somebody_unnamed_between_two_turns_stays_unnamed() -> None:
    body = "آرش کوهیار گفت: پل باز است.\nیک مقام ارشد وزارت راه گفت: پل بسته است.\nآرش کوهیار گفت: باز است."
    assert list(entities(body)) == ["آرش کوهیار", "یک مقام ارشد وزارت راه"]


@pytest.mark.parametrize(
    ("body", "name", "roles"),
    [
        (
            "معاون وزیر راه و سرپرست سازمان بنادر گفت: پل باز است.",
            "معاون وزیر راه و سرپرست سازمان بنادر",
            {"معاون وزیر راه", "سرپرست سازمان بنادر"},
        ),
        (
            "آرش کوهیار معاون وزیر راه و مشاور شهردار ساوان گفت: پل باز است.",
            "آرش کوهیار",
            {"معاون وزیر راه", "مشاور شهردار ساوان"},
        ),
        ("آرش کوهیار گفت: پل باز است.\nاین نویسنده و کارگردان افزود: راه هم.", "آرش کوهیار", set()),
    ],
)
def test_a_verb_in_the_singular_makes_two_offices_one_persons(body: str, name: str, roles: set[str]) -> None:
    (entity,) = entities(body).values()
    assert entity.name == name
    assert {role.title for role in entity.roles} == roles


def test_a_verb_in_the_plural_leaves_two() -> None:
    assert [e.type for e in entities("معاون وزیر راه و شهردار ساوان گفتند: پل باز است.").values()] == ["group"]


@pytest.mark.parametrize(
    ("source", "country"),
    [
        ("آرش کوهیار وزیر دفاع ترکیه", "TR"),
        ("آرش کوهیار وزیر دفاع پیشین ترکیه", None),
        ("آرش کوهیار مدیرکل سازمان ملل متحد", None),
        ("آرش کوهیار وزیر دفاع", "IR"),
    ],
)
def test_who_speaks_for_which_state(source: str, country: str | None) -> None:
    (entity,) = entities(f"{source} گفت: پل باز است.\nکوهیار افزود: راه هم باز است.").values()
    assert entity.country == country


def test_an_office_without_a_state_is_not_another_states() -> None:
    body = "وزیر دفاع گفت: مرز آرام است.\nوزیر دفاع ترکیه نیز گفت: مرز آرام است."
    assert [e.country for e in entities(body).values()] == ["IR", "TR"]


def test_a_government_goes_by_its_states_name() -> None:
    assert list(entities("دولت ترکیه گفت: مرز باز است.\nترکیه افزود: پل هم باز است.")) == ["ترکیه"]


def test_a_document_speaks_for_the_body_that_its_words_name() -> None:
    body = "شورای راه هشدار داد: پل تنگ است.\nبیانیه شورای راه افزود: راه هم.\nبیانیه این شورا افزود: بندر هم."
    assert list(entities(body)) == ["شورای راه"]


def test_a_law_speaks_for_itself() -> None:
    body = "شورای راه هشدار داد: پل تنگ است.\nقانون شورای راه می‌گوید: پل باید پهن باشد."
    assert "شورای راه" in entities(body)
    assert "قانون شورای راه" in entities(body)


def test_one_name_parted_in_two_ways_is_one() -> None:
    body = "محمد رضا کوهیار گفت: پل باز است.\nمحمدرضا کوهیار افزود: راه هم."
    assert len(entities(body)) == 1


def test_offices_of_two_states_give_no_country_but_a_note() -> None:
    body = "آرش کوهیار وزیر دفاع ترکیه گفت: پل باز است.\nآرش کوهیار وزیر دفاع عراق افزود: راه هم."
    record = didar.read(f"{HEAD}\n{body}")
    (entity,) = record.entities
    assert entity.country is None
    assert {role.country for role in entity.roles} == {"TR", "IQ"}
    assert any(note.message == "e1 has offices of two states: no country is given" for note in record.notes)


def test_two_offices_of_one_person_are_both_told() -> None:
    (entity,) = entities("آرش کوهیار وزیر راه گفت: پل باز است.\nآرش کوهیار رئیس فدراسیون شنا افزود: راه هم.").values()
    assert {role.title for role in entity.roles} == {"وزیر راه", "رئیس فدراسیون شنا"}


@pytest.mark.parametrize(
    "source", ["آرش " + "کوهیار " * 40, "آرش کوهیار " * 20, "وزیر راه " * 20, "آرش کوهیار وزیر دفاع شوروی", "وی", "این"]
)
def test_hard_sources_raise_nothing_and_swallow_nothing(source: str) -> None:
    for entity in entities(f"{source} گفت: پل باز است.").values():
        assert len(entity.name.split()) < 20
        assert entity.country in (None, "IR")


def test_the_only_office_is_the_only_speakers() -> None:
    body = "آرش کوهیار گفت: پل باز است.\nهوا خوب بود.\nرئیس اتحادیه پل‌سازان افزود: راه هم."
    assert list(entities(body)) == ["آرش کوهیار"]


def test_one_researcher_of_the_lead_is_the_one_whom_the_body_names() -> None:
    body = "یک پژوهشگر هشدار داد: پل تنگ است.\nآرش کوهیار پژوهشگر راه گفت: پل تنگ است.\nاین پژوهشگر افزود: راه هم."
    assert list(entities(body)) == ["آرش کوهیار"]


def test_unknown_words_before_a_verb_in_the_plural_are_a_group() -> None:
    (entity,) = entities("تخته‌سازان گفتند: پل باز است.").values()
    assert entity.type == "group"


def test_a_deputy_of_the_ministry_is_the_ministers() -> None:
    body = "آرش کوهیار معاون وزیر راه گفت: پل باز است.\nمعاون وزارت راه افزود: راه هم."
    assert list(entities(body)) == ["آرش کوهیار"]

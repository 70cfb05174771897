"""Events told in invented reports: what was done, by whom and to whom; what was only said is none."""

from __future__ import annotations

import pytest

import didar
from didar.events.predicates import find_predicates
from didar.persian.lexicon.loader import Row, load_table
from didar.records import Article, Event, Record
from didar.text.prepare import prepare_text


def read(text: str) -> tuple[Record, list[Event]]:
    record = didar.read("خبرهای روز\n" + text)
    return record, list(record.events)


def sides(text: str) -> tuple[str, list[str], list[str]]:
    record, (event,) = read(text)
    names = {entity.id: entity.name for entity in record.entities}
    return event.type, [names[id] for id in event.actors], [names[id] for id in event.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("پلیس سرنویل مهرداد سرمدی را بازداشت کرد.", "COERCE", ["پلیس سرنویل"], ["مهرداد سرمدی"]),
        ("مهرداد سرمدی از سوی پلیس سرنویل بازداشت شد.", "COERCE", ["پلیس سرنویل"], ["مهرداد سرمدی"]),
        ("پلیس سرنویل مهرداد سرمدی را اخراج کرد.", "SANCTION", ["پلیس سرنویل"], ["مهرداد سرمدی"]),
        (
            "پلیس سرنویل و کامران دلاور آرش الوندی را بازداشت کردند.",
            "COERCE",
            ["پلیس سرنویل", "کامران دلاور"],
            ["آرش الوندی"],
        ),
        (
            "مهرداد سرمدی با آرش الوندی، نادر پارسا و کامران دلاور توافق کرد.",
            "AGREE",
            ["مهرداد سرمدی"],
            ["آرش الوندی", "نادر پارسا", "کامران دلاور"],
        ),
        ("مهرداد سرمدی با کامران دلاور توافق کرد.", "AGREE", ["مهرداد سرمدی"], ["کامران دلاور"]),
        ("مهرداد سرمدی با کامران دلاور دیدار کرد.", "CONSULT", ["مهرداد سرمدی"], ["کامران دلاور"]),
    ],
)
def test_event_has_both_sides(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    assert sides(text) == (kind, actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "مهرداد سرمدی گفت: پلیس باید کامران دلاور را بازداشت کند.",
        "مهرداد سرمدی گفت: پلیس سرنویل کامران دلاور را بازداشت کرد.",
        "مهرداد سرمدی خواستار بازداشت کامران دلاور شد.",
        "مهرداد سرمدی در نشست خبری گفت: راه باز است.",
        "مهرداد سرمدی که نخست‌وزیر شد، راهپیمایی کردند.",
        "زنان و کودکان سرنویل را بازداشت کردند.",
        "ماده ۵ - قاضی مهرداد سرمدی کامران دلاور را آزاد می‌کند.",
        "مهرداد سرمدی جایزه بهترین کتاب را به کامران دلاور اهدا کرد.",
        "روزنامه بامداد خبرنگار خود کامران دلاور را اخراج کرد.",
        "سازمان راه سرنویل نماینده ویژه‌ای را اعزام کرد.",
        "دولت سرنویل نرخ ارز را سرکوب کرد.",
        "مهرداد سرمدی شاخه را از خاک آزاد کرد.",
        "داور مهرداد سرمدی در دقیقه سی کامران دلاور را اخراج کرد.",
    ],
)
def test_what_was_only_said_is_no_event(text: str) -> None:
    assert read(text)[1] == []


def test_who_stands_in_another_clause_did_not_suffer_it() -> None:
    text = "کامران دلاور از باران گفت و درباره کشتی تازه که توسط پلیس سرنویل توقیف شد نوشت."
    assert [(event.type, event.recipients) for event in read(text)[1]] == [("COERCE", ())]


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("پلیس سرنویل مهرداد سرمدی را بازداشت کرد.", "asserted"),
        ("پلیس سرنویل مهرداد سرمدی را بازداشت نکرد.", "negated"),
        ("پلیس سرنویل مهرداد سرمدی را بازداشت خواهد کرد.", "future"),
        ("پلیس سرنویل توانست مهرداد سرمدی را بازداشت کند.", "asserted"),
        ("پلیس سرنویل نتوانست مهرداد سرمدی را بازداشت کند.", "negated"),
        ("پلیس سرنویل مهرداد سرمدی را که قرار است فردا سخن بگوید، بازداشت کرد.", "asserted"),
        ("پلیس سرنویل شاید مهرداد سرمدی را بازداشت کند.", "hypothetical"),
        ("مهرداد سرمدی با کامران دلاور دیدار خواهد کرد.", "future"),
    ],
)
def test_factuality(text: str, factuality: str) -> None:
    assert [event.factuality for event in read(text)[1]] == [factuality]


def test_a_visitor_is_the_actor() -> None:
    record, (event,) = read("مهرداد سرمدی به سرنویل سفر کرد.")
    assert (event.type, event.mode) == ("CONSULT", "visit")
    assert event.trigger is not None
    assert str(record.text)[event.trigger.start : event.trigger.end].startswith("سفر")


@pytest.mark.parametrize("row", load_table("event_triggers.tsv"), ids=lambda row: row["nominal"])
def test_predicate_is_found_in_its_example(row: Row) -> None:
    text = prepare_text(Article(id="a", text=row["example"]))
    norms = [tuple(token.norm for token in sentence.tokens) for sentence in text.sentences]
    found = [predicate.kind for words in norms for predicate in find_predicates(words)]
    assert row["type"] in [kind.type for kind in found]

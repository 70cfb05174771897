"""What a statement does: invented reports, and the lexicon's own examples."""

import pytest

from didar.mentions.find import find_mentions
from didar.page.plain import article_from_text
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.records import Act, Saying
from didar.statements.acts import decide
from didar.statements.acts_model import score_acts, word_weights
from didar.statements.acts_order import orders_in
from didar.statements.acts_wording import see_wording
from didar.statements.clauses import see_clauses
from didar.statements.drafts import Content, Draft
from didar.statements.find import find_statements
from didar.text.prepare import prepare_text

SAID: list[tuple[str, Act]] = [
    ("مهرداد الوندی گفت: شهرداری باید پل ساوان را هر چه زودتر باز کند.", "request"),
    ("مهرداد الوندی بر ضرورت باز شدن پل ساوان تاکید کرد.", "request"),
    ("مهرداد الوندی گفت: امیدواریم پل ساوان تا پایان تابستان باز شود.", "expect"),
    ("مهرداد الوندی گفت: پیشنهاد ما ساختن تونل به جای پل است.", "propose"),
    ("مهرداد الوندی گفت: ما هرگز به کسی وعده‌ای نداده‌ایم.", "deny"),
    ("وی شهردار ساوان را مسئول ریزش پل دانست.", "accuse"),
    ("مهرداد الوندی بسته شدن پل را محکوم کرد.", "condemn"),
    ("مهرداد الوندی خبر بسته شدن پل را تکذیب کرد.", "deny"),
    ("مهرداد الوندی نسبت به ریزش پل هشدار داد.", "warn"),
    ("مهرداد الوندی از آغاز ساخت پل خبر داد.", "announce"),
    ("مهرداد الوندی گفت: با همه توان به مردم ساوان خدمت خواهیم کرد و این راه را ادامه خواهیم داد.", "promise"),
]


def read(report: str) -> tuple[Saying, ...]:
    text = prepare_text(article_from_text(report, id="invented"))
    return find_statements(text, find_mentions(text))


def draft(act: Act = "assert", lemma: str = "گفتن") -> Draft:
    return Draft(
        sentence=0, first=0, cue=None, lemma=lemma, act=act, stance="neutral", subject=None, source=None,
        content=Content((), "direct", "invented"), rule="invented",
    )  # fmt: skip


@pytest.mark.parametrize(("report", "act"), SAID)
def test_the_content_decides(report: str, act: Act) -> None:
    assert read(report)[-1].acts[0] == act


@pytest.mark.parametrize("row", load_table("acts_words.tsv", key=2), ids=lambda row: row["sign"])
def test_every_example_shows_its_sign(row: dict[str, str]) -> None:
    text = prepare_text(article_from_text(row["example"], id="example"))
    sentences = see_clauses(text, find_mentions(text))
    wording = see_wording(sentences, tuple(s.sections[0].span for s in (text,)))
    assert row["sign"] in wording.told


@pytest.mark.parametrize("row", load_table("acts_orders.tsv"), ids=lambda row: row["sign"])
def test_every_example_shows_its_order(row: dict[str, str]) -> None:
    text = prepare_text(article_from_text(row["example"], id="example"))
    sentences = see_clauses(text, find_mentions(text))
    assert row["sign"] in set(orders_in(see_wording(sentences, (text.sections[0].span,))))


def test_the_content_goes_over_several_sentences() -> None:
    (saying,) = read("مهرداد الوندی گفت: پل بسته است. شهرداری باید آن را باز کند.")
    assert "request" in saying.acts


def test_a_cue_that_names_its_act_is_believed() -> None:
    assert decide(draft("condemn", "محکوم کردن"), set(), {"assert": 0.9, "request": 0.5}) == ("condemn",)
    assert decide(draft("condemn", "محکوم کردن"), set(), {"assert": 0.9, "request": 0.8}) == ("condemn", "request")


def test_assert_only_where_nothing_else_fits() -> None:
    assert decide(draft(), set(), {"assert": 0.5, "praise": 0.45}) == ("praise",)
    assert decide(draft(), set(), {"assert": 0.5, "praise": 0.3}) == ("assert", "praise")
    assert decide(draft(), set(), {"assert": 0.1, "praise": 0.2}) == ("praise",)


def test_a_fact_is_news_or_it_is_not() -> None:
    assert decide(draft(), set(), {"assert": 0.38, "announce": 0.39}) == ("announce",)


def test_who_reports_a_demand_does_not_demand() -> None:
    assert "request" in decide(draft(), {"must do"}, {"assert": 0.6, "request": 0.1})
    assert decide(draft(), {"must do", "holds most"}, {"assert": 0.6, "request": 0.1}) == ("assert",)


def test_the_weights_know_words_and_signs() -> None:
    assert word_weights("باید") != 0
    assert word_weights("واژه‌ای‌که‌نیست") == 0
    demand, fact = score_acts({"word must", "must do"}, ("باید",)), score_acts(set(), ())
    assert demand["request"] > fact["request"]


def test_the_lists_hold_nothing_twice() -> None:
    for listed in load_patterns("acts.toml").values():
        assert len(listed) == len(set(listed))

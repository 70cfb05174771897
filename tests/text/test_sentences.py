"""Where sentences end, and what tokens are. A bar stands between the sentences."""

import time

import pytest

from didar.persian.lexicon.loader import load_table
from didar.records import Article
from didar.text.prepare import prepare_text
from didar.text.sentences import find_sentences
from didar.text.tokens import find_tokens


@pytest.mark.parametrize(
    "text",
    [
        "پل باز است. | راه بسته است.",
        "چرا؟ | چون برف آمد! | او رفت.",
        "او گفت: «پل باز است.» | سپس رفت.",
        "او گفت: «پل باز است». | سپس رفت.",
        "او «چرا؟» را پرسید. | کسی پاسخ نداد.",
        "بها ۳.۵ درصد و ۲/۵ واحد بالا رفت. | بس بود.",
        "آن پل در سال ۱۳۰۰ ه.ش. ساخته شد. | سال بعد ویران شد.",
        "آن پل در سال ۱۹۰۰ م. ساخته شد.",
        "د. آرمان و م. ر. سپهر آمدند. | دیگران نیامدند.",
        "او کتاب، دفتر و ... خرید. | سپس رفت.",
        "او رفت... | دیگر نیامد.",
        "آیا آمد (؟) کسی نمی‌داند.",
        "1. پل باز شد. | 2. راه بسته ماند.",
        "آزمایش دی. ان. ای انجام شد. | او رفت.",
        "پل باز است. | باهنر گفت",
        "او گفت: «پل باز است.» | در این میان برف آمد.",
        "او گفت: «پل باز است.» و رفت. | کسی نماند.",
        'شهردار گفت: "پل باز است." | مردم شاد شدند.',
        'مردم شاد شدند. | "پل باز است" سخن شهردار بود.',
        "فیلم «کجاست!» محصول دریابار است. | او آن را دید.",
        "او فیلم (Where is he?) را دید. | شاد شد.",
        "«پل باز شد!» فریاد زد. | همه دویدند.",
        "شرکت J. Smith در شهر است. | او رئیس آن بود.",
        "او در سال 98. | 20 نفر (BBC). | CNN این را گفت.",
        "م . ر . سپهر آمد . | سال ۱۹۰۰ م . بود .",
        "1 . پل باز شد . | 2 . راه بسته ماند .",
        "او رفت . .",
    ],
)
def test_sentences(text: str) -> None:
    whole = text.replace(" | ", " ")
    assert " | ".join(whole[a:b] for a, b in find_sentences(whole, 0, len(whole))) == text


@pytest.mark.parametrize(
    "text",
    [
        "پل باز شد .|مردم شاد شدند.",
        "دوران برده‌داری.|مردم شاد شدند.",
        "در شبکه آی.بی.سی دیدند.",
    ],
)
def test_glued_sentences(text: str) -> None:
    whole = text.replace("|", "")
    assert "|".join(whole[a:b] for a, b in find_sentences(whole, 0, len(whole))) == text


@pytest.mark.parametrize("piece", ["او «چرا؟» و ", "د. ", "دی.ان.ای.", 'چرا؟" و ', ". . ", '"." ', "(؟) ", "کتاب... "])
def test_time_is_linear(piece: str) -> None:
    times = []
    for count in (10_000, 20_000):
        start = time.process_time()
        list(find_sentences(piece * count, 0, len(piece) * count))
        times.append(time.process_time() - start)
    assert times[1] < 3 * times[0] + 0.1


def test_no_abbreviation_is_as_long_as_a_plain_word() -> None:
    short = [row["abbreviation"] for row in load_table("abbreviations.tsv")]
    letters = [row["name"] for row in load_table("letters_latin.tsv")]
    assert [word for word in (*short, *letters) if len(word.rpartition(".")[2]) >= 3] == []


def test_headline_and_lead_never_run_into_the_next_sentence() -> None:
    text = prepare_text(Article(id="1", text="پل باز شد\nشهردار از باز شدن پل خبر داد\nاو گفت: پل باز است.باهنر رفت."))
    sentences = [text.text[s.start : s.end] for s in text.sentences]
    assert sentences == ["پل باز شد", "شهردار از باز شدن پل خبر داد", "او گفت: پل باز است.", "باهنر رفت."]
    assert [sentence.paragraph for sentence in text.sentences] == [0, 1, 2, 2]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("«پل» باز است.", ["«", "پل", "»", "باز", "است", "."]),
        ("می‌گوید: ۳٫۵ درصد", ["می‌گوید", ":", "۳٫۵", "درصد"]),
        ("۱۲/۵/۱۴۰۰ و ۵۰نفر", ["۱۲/۵/۱۴۰۰", "و", "۵۰", "نفر"]),
        ("خانهٔ حتّی COVID-19", ["خانهٔ", "حتّی", "COVID", "-", "19"]),
        ("", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    found = find_tokens(text, 0, len(text))
    assert [token.text for token in found] == tokens
    assert all(text[token.start : token.end] == token.text for token in found)


def test_a_token_is_folded_for_matching() -> None:
    assert [token.norm for token in find_tokens("تأکید می‌گوید", 0, 13)] == ["تاکید", "میگوید"]

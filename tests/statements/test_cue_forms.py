"""What a cue carries besides its words: lemma, tense, polarity and the reporter's stance."""

from __future__ import annotations

import pytest

from didar.mentions.find import find_mentions
from didar.records import Article
from didar.statements.find import find_statements
from didar.text.prepare import prepare_text

FORMS = [
    ("وزیر راه دریابار گفت: پل باز است.", "گفتن", "past", False, "neutral"),
    ("وزیر راه دریابار می‌گوید که پل باز است.", "گفتن", "present", False, "neutral"),
    ("وزیر راه دریابار گفته است که پل باز است.", "گفتن", "perfect", False, "neutral"),
    ("وزیر راه دریابار خاطرنشان کرده بود که پل باز است.", "خاطرنشان کردن", "pluperfect", False, "endorsing"),
    ("وزیر راه دریابار مدعی شد که پل باز است.", "مدعی شدن", "past", False, "distancing"),
    ("به گفته وزیر راه دریابار، پل باز است.", "به گفته", None, False, "relay"),
    ("وزیر راه دریابار بسته شدن پل را رد نکرد.", "رد کردن", "past", True, "neutral"),
]


@pytest.mark.parametrize(("sentence", "lemma", "tense", "negated", "stance"), FORMS)
def test_a_cue_carries_its_form(sentence: str, lemma: str, tense: str | None, negated: bool, stance: str) -> None:
    text = prepare_text(Article(id="cue", text=f"یک خبر کوتاه\n{sentence}"))
    (saying,) = find_statements(text, find_mentions(text))
    assert (saying.cue_lemma, saying.cue_tense, saying.negated, saying.stance) == (lemma, tense, negated, stance)

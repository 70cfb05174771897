"""Lemmas of tokens, and the verbs of a sentence with theirs."""

import didar.text
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


def test_the_package_names_its_functions() -> None:
    assert all(callable(getattr(didar.text, name)) for name in didar.text.__all__)
    assert list(find_sentences("او آمد. او رفت.", 0, 15)) == [(0, 7), (8, 15)]

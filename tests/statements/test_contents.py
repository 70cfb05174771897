"""Contents and sources of invented sentences, rule by rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Read = Callable[[str], list[dict[str, object]]]

# body, then (source, cue, content, kind) of each statement
TABLE = [
    ("وی افزود: راه باز است.", [("وی", "افزود", ["راه باز است"], "direct")]),
    (
        "آرش کوهیار، وزیر راه دریابار گفت که راه باز است.",
        [("آرش کوهیار، وزیر راه دریابار", "گفت", ["راه باز است"], "indirect")],
    ),
    ("وزیر راه دریابار از گشایش پل خبر داد.", [("وزیر راه دریابار", "خبر داد", ["گشایش پل"], "indirect")]),
    (
        "وزیر راه دریابار خواستار گشایش پل شد و گفت: مردم منتظرند.",
        [
            ("وزیر راه دریابار", "خواستار", ["گشایش پل"], "indirect"),
            ("وزیر راه دریابار", "گفت", ["مردم منتظرند"], "direct"),
        ],
    ),
    (
        "وی با بیان اینکه راه باز است، اظهار داشت: مردم آسوده‌اند.",
        [
            ("وی", "با بیان اینکه", ["راه باز است"], "indirect"),
            ("وی", "اظهار داشت", ["مردم آسوده‌اند"], "direct"),
        ],
    ),
    ("به گفته وی، راه باز است.", [("وی", "به گفته", ["راه باز است"], "indirect")]),
    ("وی این پل را کلید توسعه دانست.", [("وی", "دانست", ["این پل را کلید توسعه"], "indirect")]),
    ("وی بستن پل را محکوم کرد.", [("وی", "محکوم کرد", ["بستن پل"], "indirect")]),
    ("همچنین افزود: راه باز است.", [(None, "افزود", ["راه باز است"], "direct")]),
    (
        "وی گفت: راه باز است. پل هم ساخته شد. وی افزود: کار تمام است.",
        [
            ("وی", "گفت", ["راه باز است. پل هم ساخته شد"], "direct"),
            ("وی", "افزود", ["کار تمام است"], "direct"),
        ],
    ),
    ("در این بیانیه آمده است: راه باز است.", [("این بیانیه", "آمده است", ["راه باز است"], "direct")]),
    ("می‌توان گفت راه باز است.", []),
    ("وی چیزی نگفت.", []),
    ("وی در ادامه راه خود به شهر رسید.", []),
]


@pytest.mark.parametrize(("body", "expected"), TABLE, ids=[body[:40] for body, _ in TABLE])
def test_statements_of_a_sentence(body: str, expected: list[tuple[object, ...]], read: Read) -> None:
    found = [(t["source"], t["cue"], t["content"], t["kind"]) for t in read(body)]
    assert found == expected


def test_a_list_after_a_colon_goes_on_over_paragraphs(read: Read) -> None:
    (told,) = read("وی گفت:\nراه باز است.\nپل ساخته شد.")
    assert told["content"] == ["راه باز است", "پل ساخته شد"]


def test_headline_colon(read: Read) -> None:
    from didar.mentions.find import find_mentions
    from didar.records import Article
    from didar.statements.find import find_statements
    from didar.text.prepare import prepare_text

    text = prepare_text(Article(id="t", text="وزیر راه دریابار: پل باز است\nمتن خبر."))
    (saying,) = find_statements(text, find_mentions(text))
    assert saying.cue is None
    assert saying.source
    assert text.text[saying.source.start : saying.source.end] == "وزیر راه دریابار"

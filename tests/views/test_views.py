"""Records drawn: what is shown, that hostile words stay words, and that pieces put together are the text again."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from didar.persian.lexicon.loader import load_table
from didar.records import (
    Act,
    Entity,
    Kind,
    Meeting,
    MeetingType,
    Note,
    Participant,
    Record,
    Role,
    Section,
    Source,
    Span,
    Statement,
)
from didar.views.html import draw_page
from didar.views.labels import label
from didar.views.marks import marks_of, pieces_of
from didar.views.pretty import draw_pretty
from didar.views.safe import harmless, isolate, plain, shorten

TEXT = "وزیر راه: پل باز شد\nبهمن کوهیار وزیر راه کوهستان گفت: پل باز است و «همه» از آن می‌گذرند."
ATTACK = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&\x1b[31m\u202e\u2066"


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def record(attack: str = "", text: str = TEXT) -> Record:
    return Record(
        id=f"r1{attack}",
        text_sha256="0" * 64,
        source=Source(url=f"https://k.example/{attack}", outlet=f"کوه‌نامه{attack}", published="2023-07-10"),
        text=text,
        sections=(Section(type="title", span=Span(0, 19)), Section(type="body", span=Span(20, len(text)))),
        boilerplate=(),
        entities=(
            Entity(
                id="e1",
                type="person",
                name=f"بهمن کوهیار{attack}",
                mentions=(),
                latin=f"Bahman Kuhyar{attack}",
                country="KH",
                roles=(Role(title="وزیر راه کوهستان", span=None, english=f"Minister of Roads of Kuhestan{attack}"),),
            ),
            Entity(id="e2", type="group", name="نمایندگان", mentions=()),
        ),
        statements=(
            Statement(
                id="s1",
                speaker="e1",
                source=span("بهمن کوهیار وزیر راه کوهستان"),
                cue=span("گفت"),
                content=(span("پل باز است و «همه» از آن می‌گذرند"),),
                kind="direct",
                acts=("assert", "promise"),
                section="body",
                addressees=("e2",),
                confidence=0.9,
                rule=f"verb/after_colon{attack}",
            ),
            Statement(
                id="s2",
                speaker=None,
                source=None,
                cue=None,
                content=(span("همه"),),
                kind="indirect",
                acts=("deny",),
                section="body",
                nested_in="s1",
            ),
        ),
        meetings=(Meeting(id="m1", type="phone", participants=(Participant(entity="e1"),), trigger=None),),
        notes=(Note(stage="text", message=f"note{attack}"),),
    )


def test_pretty_in_persian() -> None:
    lines = draw_pretty(record()).split("\n")
    shown = [re.sub("\x1b\\[[0-9;]*m|[\u2066-\u2069]", "", line) for line in lines]
    assert shown[0] == "وزیر راه: پل باز شد"
    assert "  s1 بهمن کوهیار (Bahman Kuhyar)، وزیر راه کوهستان · بیان، وعده · نقل مستقیم · خطاب به نمایندگان" in shown
    assert "      پل باز است و «همه» از آن می‌گذرند" in shown
    assert "  s2 گوینده نامعلوم · رد · نقل غیرمستقیم · درون s1" in shown
    assert all(line.startswith("\u2067") and line.endswith("\u2069") for line in lines if line)


def test_pretty_in_english() -> None:
    shown = re.sub("\x1b\\[[0-9;]*m|[\u2066-\u2069]", "", draw_pretty(record(), "english"))
    assert "m1 phone call: Bahman Kuhyar (بهمن کوهیار), Minister of Roads of Kuhestan [KH]" in shown
    assert "· statement, promise · direct quotation · to نمایندگان" in shown
    assert "s2 speaker not told · denial · indirect speech · told inside s1" in shown


def test_nothing_was_found_only_where_no_meeting_was_either() -> None:
    meeting = msgspec.structs.replace(record(), statements=())
    assert "nothing found" not in draw_pretty(meeting, "english")
    assert "nothing found" in draw_pretty(msgspec.structs.replace(meeting, meetings=()), "english")


class Page(HTMLParser):
    """What a browser would make of a page: its tags, their attributes, and the words of each paragraph."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


@pytest.mark.parametrize("language", ["persian", "english"])
def test_a_hostile_record_stays_text(language: str) -> None:
    hostile = record(ATTACK, TEXT + ATTACK)
    page = "".join(draw_page([hostile], language))  # type: ignore[arg-type]
    tags = Page(page).tags
    assert not {"script", "img", "iframe", "object"} & set(tags)
    assert not [name for name, _ in Page(page).attributes if name.startswith("on")]
    assert not {"\x1b", "\u202e"} & set(page)
    assert tags == Page("".join(draw_page([record()], language))).tags, "the attack has made a tag"  # type: ignore[arg-type]


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    from msgspec.structs import replace

    page = "".join(draw_page([replace(record(), source=Source(url="javascript:alert(1)"))]))
    assert "javascript" not in page


def test_the_page_needs_nothing_beside_it() -> None:
    page = "".join(draw_page([record()]))
    assert 'dir="rtl"' in page
    assert not re.search(r"<script|<link|@import|url\(|src=", page)


def test_marks_on_the_page() -> None:
    page = "".join(draw_page([record()]))
    assert '<span class="mark w0 cue" tabindex="0">گفت<' in page
    assert '<span class="mark w0 source" tabindex="0">بهمن کوهیار وزیر راه کوهستان<' in page
    assert '<span class="mark wx said" tabindex="0">همه<' in page
    assert "verb/after_colon" in page


# A machine with other work to do must not fail a test.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(min(pair), max(pair))), max_size=12
)


@unhurried
@given(spans, st.sets(st.integers(0, 60)))
def test_pieces_cover_the_text_once_and_carry_the_marks_over_them(contents: list[Span], edges: set[int]) -> None:
    from msgspec.structs import replace

    statements = [replace(record().statements[0], content=(one,), cue=None, source=None) for one in contents]
    pieces = list(pieces_of(60, marks_of(statements), edges))
    assert [piece.start for piece in pieces[1:]] == [piece.end for piece in pieces[:-1]]
    for piece in pieces:
        assert not any(piece.start < edge < piece.end for edge in edges)
        covering = {number for number, one in enumerate(contents) if one.start <= piece.start and piece.end <= one.end}
        assert {mark.statement for mark in piece.marks} == {n for n in covering if contents[n].start < contents[n].end}


@unhurried
@given(st.text())
def test_safe_words_hold_no_control_characters(text: str) -> None:
    forbidden = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
    assert not forbidden.search(plain(text))
    assert len(harmless(text)) == len(text)
    assert isolate(text).count("\u2069") == (1 if plain(text) else 0)


def test_half_spaces_are_kept() -> None:
    assert plain("می‌گذرند") == "می‌گذرند"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("یک دو سه", "یک دو سه"), ("یک دو، سه‌چهار", "یک دو…"), ("الف\nب", "الف"), ("ااااااااااااا", "اااااااااا…")],
)
def test_shorten(text: str, shown: str) -> None:
    assert shorten(text, 10) == shown


def test_every_act_kind_and_meeting_has_a_label() -> None:
    labelled = {(row["field"], row["key"]) for row in load_table("labels.tsv", key=2)}
    wanted = [("act", Act), ("kind", Kind), ("meeting", MeetingType)]
    assert {(field, key) for field, values in wanted for key in values.__args__} <= labelled


def test_an_unknown_key_is_shown_as_it_is() -> None:
    assert label("act", "sing") == "sing"

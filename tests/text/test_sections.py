"""Which paragraph is what: title, lead, body, told again, boilerplate."""

import pytest

from didar.records import Article, Section, Span
from didar.text.prepare import prepare_text
from didar.text.sections import find_sections

TITLE = "شهردار کهن‌دژ: پل باز است"
LEAD = "شهردار کهن‌دژ در دیدار وزیر راه دریابار گفت که پل تازه شهر از امروز باز است."
BODY = "وی افزود: راه شهر نیز تا بهار باز می‌شود."


def types(*lines: str) -> list[tuple[str, str]]:
    """Return each section's type and its first word."""
    text = "\n".join(lines)
    return [(s.type, text[s.span.start : s.span.end].split()[0]) for s in find_sections(text)]


def test_title_lead_body() -> None:
    assert types(TITLE, LEAD, BODY) == [("title", "شهردار"), ("lead", "شهردار"), ("body", "وی")]


def test_one_line_is_body() -> None:
    assert types(BODY) == [("body", "وی")]


def test_a_kicker_stands_above_the_title() -> None:
    assert [kind for kind, _ in types("شهردار:", "پل باز است", LEAD, BODY)] == ["title", "title", "lead", "body"]


def test_a_report_without_lead() -> None:
    assert types(TITLE, "به گزارش خبرگزاری کهن‌دژ، پل باز است.", BODY)[1] == ("body", "به")


def test_a_paragraph_that_tells_the_lead_again() -> None:
    text = "\n".join([TITLE, LEAD, LEAD.replace("تازه ", ""), BODY])
    repeat = find_sections(text)[2]
    assert repeat.type == "repeat"
    assert repeat.repeats == Span(len(TITLE) + 1, len(TITLE) + 1 + len(LEAD))


def test_the_lead_again_and_then_more() -> None:
    assert [kind for kind, _ in types(TITLE, LEAD, f"{LEAD} {BODY}")] == ["title", "lead", "repeat", "body"]


def test_a_paragraph_like_the_lead_is_none() -> None:
    other = LEAD.replace("باز", "بسته").replace("شهردار", "استاندار").replace("امروز", "فردا")
    assert [kind for kind, _ in types(TITLE, LEAD, other)] == ["title", "lead", "body"]


@pytest.mark.parametrize(
    "tail", ["انتهای پیام", "پایان پیام/ ۱۲۳", "۷۱۰۴/۶۰۶۸", "Link", "@kohandezh", "#پل #شهر", "https://example.org/1"]
)
def test_last_lines_that_belong_to_the_page(tail: str) -> None:
    assert [kind for kind, _ in types(TITLE, LEAD, BODY, tail)] == ["title", "lead", "body", "boilerplate"]


def test_the_tail_of_a_line_is_cut_off() -> None:
    text = "\n".join([TITLE, LEAD, f"{BODY} انتهای پیام/۱۲"])
    body, tail = find_sections(text)[2:]
    assert text[body.span.start : body.span.end] == BODY
    assert (tail.type, text[tail.span.start : tail.span.end]) == ("boilerplate", "انتهای پیام/۱۲")


def test_all_lines_after_a_comment_form() -> None:
    found = types(TITLE, LEAD, BODY, BODY, BODY, "دیدگاه تان را بنویسید", "نام شما", "نشانی شما")
    assert [kind for kind, _ in found[-3:]] == ["boilerplate"] * 3


def test_headlines_that_are_offered_inside_a_report() -> None:
    found = types(TITLE, LEAD, "بیشتر بخوانید:", "پل دیگر بسته شد", BODY)
    assert [kind for kind, _ in found] == ["title", "lead", "boilerplate", "boilerplate", "body"]


def test_a_sentence_about_a_form_is_none() -> None:
    assert types(TITLE, LEAD, "او گفت که انتهای پیام را نخوانده است.", BODY)[2][0] == "body"


def test_what_the_page_tells_is_kept_and_cut() -> None:
    text = f"{TITLE}\n{LEAD} انتهای پیام"
    told = (
        Section(type="title", span=Span(0, len(TITLE))),
        Section(type="lead", span=Span(len(TITLE) + 1, len(text))),
    )
    prepared = prepare_text(Article(id="1", text=text, sections=told))
    assert [section.type for section in prepared.sections] == ["title", "lead", "boilerplate"]


def test_sections_cover_all_that_is_not_white() -> None:
    text = "\n\n".join([TITLE, LEAD, "", BODY, "انتهای پیام", ""])
    covered = {at for s in find_sections(text) for at in range(s.span.start, s.span.end)}
    assert all(character.isspace() for at, character in enumerate(text) if at not in covered)


def test_a_run_of_blanks_is_a_line_break_that_was_lost() -> None:
    blanks = " " * 20
    text = f"{TITLE}\n{LEAD}   {BODY}{blanks}همچنین بخوانید{blanks}راه باز شد{blanks}پل بسته شد"
    sections = prepare_text(Article(id="one-line", text=text)).sections
    assert [section.type for section in sections] == ["title", "lead", "body", *["boilerplate"] * 3]


def test_blanks_between_the_halves_of_a_verse_break_no_line() -> None:
    text = f"{TITLE}\nباران به شهر آمد{' ' * 6}پل زیر آب ماند\n{BODY}"
    sections = prepare_text(Article(id="verse", text=text)).sections
    assert [section.type for section in sections] == ["title", "lead", "body"]


def test_short_lines_behind_the_mark_of_the_end_belong_to_the_page() -> None:
    caption = types(TITLE, LEAD, BODY, "انتهای پیام/ ز", "پل نیلی در یک نگاه")
    assert [kind for kind, _ in caption[2:]] == ["body", "boilerplate", "boilerplate"]
    sentences = types(TITLE, LEAD, BODY, "انتهای پیام", "او گفت که پل باز است.", BODY)
    assert [kind for kind, _ in sentences[-2:]] == ["body", "body"]

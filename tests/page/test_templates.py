"""Pages of seven makes (`pages/`, invented): the same report is drawn out of each, without what stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from didar.page.guarded import parted_as_shown
from didar.page.html import article_from_html
from didar.reading import read_article

PAGES = Path(__file__).parent / "pages"
TITLE = "پل نیلی باز می‌شود"
LEAD = "پل نیلی پس از دو سال تعمیر از فردا به روی مردم باز می‌شود."
AFTER = ["انتهای پیام/۱۲۳", "پل نیلی در یک نگاه"]
BODY = [
    "به گزارش کوه‌نامه، مهرداد کوهیار وزیر راه کوهستان امروز در دیدار با رامین آذرنیا وزیر راه دریابار گفت: پل نیلی فردا"
    " باز می‌شود و کامیون‌ها از آن می‌گذرند.",
    "وی افزود: راه روستاهای پایین‌دست نیز تا پاییز آسفالت می‌شود و هزینه آن در بودجه آمده است.",
    "آذرنیا نیز از این خبر استقبال کرد و گفت که دریابار برای ساخت پل دوم آماده است.",
]


@pytest.mark.parametrize(
    ("make", "title", "body", "published"),
    [
        ("weblog", TITLE, BODY, "2019-08-10T09:30+04:30"),  # comments, a form, shares, related and embedded links
        ("tables", TITLE, [*BODY, "کد خبر: ۱۲۳۴۵"], "2019-08-10"),  # laid out in tables, paragraphs parted by breaks
        ("scripted", TITLE, BODY, "2019-08-10T05:00+00:00"),  # nothing but what it tells search engines
        ("captions", TITLE, [LEAD, *BODY], "2019-08-10T09:30+04:30"),  # captions, a podcast, links between
        (
            "microdata",
            f"وزیر راه کوهستان: {TITLE}",
            [LEAD, *BODY, "انتهای پیام/۱۲۳", "پل نیلی در یک نگاه"],
            "2019-08-10T09:30",
        ),
        (
            "samaneh",
            TITLE,
            [LEAD, *BODY, "انتهای پیام/ ز"],
            "2019-08-10T09:30",
        ),  # the time stands beside the meta's day
        ("amp", TITLE, BODY, "2019-08-10T09:30"),
    ],
)
def test_a_page_of_another_make(make: str, title: str, body: list[str], published: str) -> None:
    article = article_from_html((PAGES / f"{make}.html").read_bytes())
    first, *lines = [article.text[section.span.start : section.span.end] for section in article.sections]
    assert first == title
    assert lines == body
    assert article.source.published == published


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda page: page.stem)
def test_the_same_is_read_of_every_page(page: Path) -> None:
    record = read_article(article_from_html(page.read_bytes()))
    said = [record.text[span.start : span.end] for statement in record.statements for span in statement.content]
    assert "پل نیلی فردا باز می‌شود و کامیون‌ها از آن می‌گذرند" in said
    assert not [words for words in said if "انتهای" in words or "کد خبر" in words or "یک نگاه" in words]
    assert {"مهرداد کوهیار", "رامین آذرنیا"} <= {entity.name for entity in record.entities}
    assert len(record.meetings) == 1


def test_lines_joined_by_the_extractor_are_parted_as_the_page_shows_them() -> None:
    shown = ["پل", "پل باز است.", "او رفت.", "برف آمد."]
    assert parted_as_shown(["پل باز است. او رفت.", "برف آمد.", "پل ماند."], shown) == [*shown[1:], "پل ماند."]

"""Pages into articles: the parts of a report, its half-spaces, its date and address."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from didar.page.failures import Unreadable
from didar.page.html import article_from_html
from didar.records import Article

SHARED = Path(__file__).parents[3] / "shared" / "pages"

BODY = "وزیر راه کوهستان گفت: پل نیلی فردا باز می‌شود و کامیون‌ها از آن می‌گذرند."
NEXT = "وی افزود: راه روستاهای پایین‌دست نیز تا پاییز آسفالت می‌شود و هزینه آن در بودجه آمده است."


def parts(article: Article) -> list[tuple[str, str]]:
    return [(section.type, article.text[section.span.start : section.span.end]) for section in article.sections]


def nastooh(lead: str, kicker: str = "") -> str:
    return (
        f'<html><head><title>پل نیلی باز می‌شود - کوه‌نامه</title></head><body><h4 class="kicker">{kicker}</h4>'
        f'<h1 class="title">پل نیلی باز می‌شود</h1><p class="summary introtext">{lead}</p><div class="item-date"><span>'
        f'۱۹ تیر ۱۴۰۲ - ۰۸:۰۵</span></div><div class="item-text" itemprop="articleBody"><p>{BODY}</p><p>{NEXT}</p>'
        '<script>document.write("گفت: دروغ")</script><p><a href="/1">بیشتر بخوانید: برف آمد</a></p></div></body></html>'
    )


def test_title_lead_and_paragraphs_are_sections_of_their_own() -> None:
    article = article_from_html(nastooh(lead="پل نیلی پس از دو سال تعمیر به روی مردم باز می‌شود."))
    assert parts(article) == [
        ("title", "پل نیلی باز می‌شود"),
        ("lead", "پل نیلی پس از دو سال تعمیر به روی مردم باز می‌شود."),
        ("body", BODY),
        ("body", NEXT),
    ]
    assert article.source.published == "2023-07-10T08:05"


def test_a_lead_that_the_body_repeats_is_left_out() -> None:
    assert [kind for kind, _ in parts(article_from_html(nastooh(lead=BODY)))] == ["title", "body", "body"]


def test_a_kicker_that_names_the_speaker_belongs_to_the_title() -> None:
    article = article_from_html(nastooh(lead="", kicker="وزیر راه کوهستان:"))
    assert parts(article)[0] == ("title", "وزیر راه کوهستان: پل نیلی باز می‌شود")


def test_half_spaces_survive_the_extractor_as_characters_and_as_entities() -> None:
    filler = "".join(f"<p>{BODY}</p><p>{NEXT}</p>" for _ in range(3))
    page = "<html><body><div class='x'><h1>پل نیلی</h1><p>نامه&zwnj;ها و راه&#8204;ها و پل&#x200C;ها ساخته شد.</p>"
    text = article_from_html(page + filler + "</div></body></html>").text
    assert "نامه‌ها و راه‌ها و پل‌ها ساخته شد." in text
    assert BODY in text


def test_json_ld_tells_title_date_and_address() -> None:
    page = (
        '<html><head><script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "پل باز شد",'
        '"datePublished": "2023-07-10T08:05:00Z", "url": "/news/7", "publisher": {"url": "https://www.k.example/"}}]}'
        f'</script></head><body><div itemprop="articleBody"><p>{BODY}</p></div></body></html>'
    )
    article = article_from_html(page)
    assert parts(article)[0] == ("title", "پل باز شد")
    assert article.source.url == "https://www.k.example/news/7"
    assert article.source.outlet == "k.example"
    assert article.source.published == "2023-07-10T08:05+00:00"


def test_broken_json_ld_and_addresses_are_passed_over() -> None:
    page = nastooh(lead="").replace(
        "<head>",
        '<head><script type="application/ld+json">{"@type": </script><meta property="og:url" content="http://[x">',
    )
    assert article_from_html(page).source.url is None or parts(article_from_html(page))[0][0] == "title"


def test_windows_1256_page() -> None:
    page = nastooh(lead="").replace("ی", "ي").replace("ک", "ك").replace("<head>", '<head><meta charset="windows-1256">')
    # The code page has no Persian digits.
    page = page.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"))
    article = article_from_html(page.encode("windows-1256"))
    assert parts(article)[1] == ("body", BODY.replace("ی", "ي").replace("ک", "ك"))
    assert article.source.published == "2023-07-10T08:05"


@pytest.mark.parametrize("depth", [300, 3_000, 100_000])
def test_deeply_nested_tags(depth: int) -> None:
    page = "<html><body>" + "<div>" * depth + f"<p>{BODY}</p><p>{NEXT}</p>" + "</div>" * depth
    assert BODY in article_from_html(page).text


def test_a_line_of_ten_megabytes_is_refused_within_seconds() -> None:
    start = time.perf_counter()
    with pytest.raises(Unreadable, match="too long for one report: 10,"):
        article_from_html(f'<div itemprop="articleBody"><p>{BODY * 140_000}</p></div>')
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize("page", ["", "   ", "<html></html>", "<!-- -->", "<script>x</script>", "\0\0<p>"])
def test_a_page_without_a_report(page: str) -> None:
    with pytest.raises(Unreadable):
        article_from_html(page)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the two real pages lie in ../shared, which is not part of the project")
@pytest.mark.parametrize(
    ("site", "title_words", "sections", "published", "outlet"),
    [("tasnimnews", 13, 32, "2019-05-20T18:23+00:00", "tasnimnews.com"), ("yjc", 8, 6, "2019-05-02T16:12", "yjc.ir")],
)
def test_the_two_real_pages(site: str, title_words: int, sections: int, published: str, outlet: str) -> None:
    article = article_from_html(next(SHARED.glob(f"*{site}*")).read_bytes())
    kinds = [kind for kind, _ in parts(article)]
    assert kinds == ["title", "lead"] + ["body"] * (sections - 2)
    assert len(parts(article)[0][1].split()) == title_words
    assert article.source.published == published
    assert article.source.outlet == outlet

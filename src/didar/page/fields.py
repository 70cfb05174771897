"""The fields of a news page, and the readers of what it tells of itself: JSON-LD and metas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec

from didar.page.markup import Tree, paragraphs_of, parse_html, select
from didar.persian.published import parse_published

_ARTICLE_TYPES = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting"})
_DATE_METAS = ("article:published_time", "nastooh:publishDate", "datePublished", "dc.date", "dc.date.issued", "pubdate")


class Fields(msgspec.Struct, frozen=True, kw_only=True):
    """What one reader found of a page; empty where it found nothing. `description` stands in for a missing lead."""

    title: str = ""
    kicker: str = ""
    lead: str = ""
    description: str = ""
    paragraphs: tuple[str, ...] = ()
    told: tuple[str, ...] = ()  # the body as the page tells it to search engines
    published: str = ""
    url: str = ""
    outlet: str = ""


def merge(answers: list[Fields]) -> Fields:
    """Return the fields of which each comes from the first reader that found it."""
    found: dict[str, Any] = {}
    for answer in answers:
        for name, value in msgspec.structs.asdict(answer).items():
            if value and name not in found:
                found[name] = value
    return Fields(**found | {"published": _to_the_minute([answer.published for answer in answers])})


def _to_the_minute(told: list[str]) -> str:
    """Return the first date told, with the time that another gives the same day."""
    first = next(filter(None, told), "")
    return next((moment for moment in told if moment.startswith(f"{first}T")), first) if first else ""


# --- JSON-LD -------------------------------------------------------------------------------------------------------


def read_json_ld(tree: Tree) -> Fields:
    """Read the page's description of itself for search engines."""
    for thing in _things(tree):
        if _types(thing) & _ARTICLE_TYPES:
            return _described(thing)
    return Fields()


def _described(thing: dict[str, Any]) -> Fields:
    site = _line(_of(thing.get("publisher"), "url"))
    path = _line(thing.get("url")) or _line(_of(thing.get("mainEntityOfPage"), "@id"))
    return Fields(
        title=_line(thing.get("headline")),
        description=_line(thing.get("description")),
        told=_told(thing.get("articleBody")),
        published=parse_published(_line(thing.get("datePublished"))) or "",
        url=_absolute(_joined(site, path)),
        outlet=_host(site) or _line(_of(thing.get("publisher"), "name")),
    )


def _told(body: Any) -> tuple[str, ...]:
    """Return the lines of a body that is text or, on some sites, HTML."""
    if not isinstance(body, str):
        return ()
    tree = parse_html(body) if "<" in body else None
    lines = paragraphs_of(tree) if tree is not None else map(_line, unescape(body).split("\n"))
    return tuple(line for line in lines if line)


def _joined(site: str, path: str) -> str:
    try:
        return urljoin(site, path) if path else ""
    except ValueError:
        return ""


def _things(tree: Tree) -> Iterator[dict[str, Any]]:
    for script in select(tree, 'script[type="application/ld+json"]'):
        try:
            said = msgspec.json.decode((script.text or "").strip())
        except (msgspec.DecodeError, RecursionError):
            continue
        for thing in said if isinstance(said, list) else [said]:
            if isinstance(thing, dict):
                yield thing
                yield from (part for part in _listed(thing.get("@graph")) if isinstance(part, dict))


def _types(thing: dict[str, Any]) -> set[str]:
    return {kind for kind in _listed(thing.get("@type")) if isinstance(kind, str)}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _of(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else value


def _line(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


# --- metas -----------------------------------------------------------------------------------------------------------


def read_metas(tree: Tree) -> Fields:
    """Read OpenGraph, Dublin Core and the content systems' own metas; some sites write `value` for `content`."""
    metas = _metas(tree)
    dates = (parse_published(metas.get(name.lower(), "")) for name in _DATE_METAS)
    url = _absolute(metas.get("og:url", "")) or _absolute(_canonical(tree))
    return Fields(
        title=_without_site(metas.get("og:title", ""), metas.get("og:site_name", "")),
        description=metas.get("og:description", ""),
        published=next((day for day in dates if day), ""),
        url=url,
        outlet=_host(url) or metas.get("og:site_name", ""),
    )


def _metas(tree: Tree) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in select(tree, "meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        value = _line(meta.get("content") or meta.get("value"))
        if name and value:
            found.setdefault(name.lower(), value)
    return found


def _canonical(tree: Tree) -> str:
    return next((link.get("href", "") for link in select(tree, 'link[rel="canonical"]')), "")


def _absolute(url: str) -> str:
    return url if url.startswith(("http://", "https://")) else ""


def _host(url: str) -> str:
    try:
        return (urlsplit(_absolute(url)).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _without_site(title: str, site: str) -> str:
    head, mark, tail = re.sub(r"\s+[-–—|]\s+", "\n", title).rpartition("\n")
    return title[: len(head)].rstrip() if mark and site and tail.strip() in site else title

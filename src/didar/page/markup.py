"""Parse HTML into a tree and draw paragraphs of text out of it, as a browser would show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree
from lxml.cssselect import CSSSelector
from lxml.html import HTMLParser, document_fromstring

Tree = Any  # lxml has no types of its own.

# An escaped NUL or surrogate is no character of any text, and the parser stops at the first.
_NO_CHARACTER = re.compile(r"[\0\ud800-\udfff]")
_TAG = re.compile(r"<[^<>]{0,5000}>")
_OPEN_OR_CLOSE = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "li", "link", "meta", "p", "source", "wbr"}
)
_SILENT = ("script", "style", "noscript", "template", "head")
_SILENT_START = re.compile(rf"<({'|'.join(_SILENT)})\b", re.IGNORECASE)
_SILENT_END = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in _SILENT}
_ASIDE = (
    "figure",
    "figcaption",
    "nav",
    "form",
    "aside",
    "button",
    "select",
    "iframe",
    "svg",
    "video",
    "audio",
    "footer",
)
_BLOCKS = frozenset({
    "address", "article", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "tr", "ul",
})  # fmt: skip
# A paragraph that is a link but for this share of its letters leads to another report.
_LINK_SHARE = 0.9


def parse_html(page: str) -> Tree | None:
    """Return the tree of a page; None where it holds no element at all."""
    data = _NO_CHARACTER.sub("", page).encode("utf-8")
    if not data.strip():
        return None
    try:
        return document_fromstring(data, parser=_parser())
    except etree.LxmlError:
        return None


def _parser() -> HTMLParser:
    return HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)


@cache
def _selector(css: str) -> CSSSelector:
    return CSSSelector(css, translator="html")


def select(tree: Tree, css: str) -> list[Tree]:
    """Return the elements that a CSS selector finds, in the order of the page."""
    found: list[Tree] = _selector(css)(tree)
    return found


def line_of(element: Tree) -> str:
    """Return the text of an element as one line."""
    return " ".join(" ".join(paragraphs_of(element)).split())


def paragraphs_of(element: Tree, drop: frozenset[Tree] = frozenset()) -> list[str]:
    """Return the lines of an element as blocks and breaks part them, without scripts, pictures and links elsewhere."""
    lines = (_Line(pieces) for pieces in _pieces_by_line(element, drop))
    return [line.text for line in lines if line.text and not line.leads_elsewhere]


def all_lines(element: Tree) -> list[str]:
    """Return the lines of an element as blocks and breaks part them, captions, forms and links too."""
    lines = (_Line(pieces) for pieces in _pieces_by_line(element, frozenset(), aside=()))
    return [line.text for line in lines if line.text]


def link_lines(element: Tree) -> list[str]:
    """Return the lines of an element that are links."""
    lines = (_Line(pieces) for pieces in _pieces_by_line(element, frozenset()))
    return [line.text for line in lines if line.text and line.leads_elsewhere]


class _Line:
    """The pieces of one line, each with whether it is part of a link."""

    def __init__(self, pieces: list[tuple[str, bool]]) -> None:
        self.text = " ".join("".join(piece for piece, _ in pieces).split())
        linked = sum(len(piece.strip()) for piece, in_link in pieces if in_link)
        self.leads_elsewhere = linked > len(self.text) * _LINK_SHARE


def _pieces_by_line(
    element: Tree, drop: frozenset[Tree], aside: tuple[str, ...] = _ASIDE
) -> Iterator[list[tuple[str, bool]]]:
    line: list[tuple[str, bool]] = []
    links = 0
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        started = event == "start"
        left_out = node.tag in _SILENT or node.tag in aside or node in drop
        links += (1 if started else -1) * (node.tag == "a")
        if node.tag in _BLOCKS or left_out:
            yield line
            line = []
        if started and left_out:
            walk.skip_subtree()
        elif started:
            line.append((node.text or "", links > 0))
        if not started and node is not element:
            line.append((node.tail or "", links > 0))
    yield line


def depth_of(page: str) -> int:
    """Count how many elements are open at once at most, roughly: tags left open count for ever."""
    depth = deepest = 0
    for closing, name in _OPEN_OR_CLOSE.findall(page):
        if name.lower() not in _VOID:
            depth += -1 if closing else 1
            deepest = max(deepest, depth)
    return deepest


def lines_without_tags(page: str) -> list[str]:
    """Return the lines of a page whose tags nest too deeply for any parser: every tag is a line's end."""
    from html import unescape

    bare = unescape(_TAG.sub("\n", "\n".join(_loud_parts(page))))
    lines = (" ".join(line.split()) for line in bare.split("\n"))
    return [line for line in lines if line]


def _loud_parts(page: str) -> Iterator[str]:
    at = 0
    while start := _SILENT_START.search(page, at):
        yield page[at : start.start()]
        end = _SILENT_END[start[1].lower()].search(page, start.end())
        if end is None:  # A script that is never closed runs to the end of the page.
            return
        at = end.end()
    yield page[at:]

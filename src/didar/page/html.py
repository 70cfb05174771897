"""Turn the HTML of a news page into an Article: title, lead and paragraphs, where and when it was published."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from didar.page.decode import decode_text
from didar.page.failures import Unreadable
from didar.page.fields import Fields, merge, read_json_ld, read_metas
from didar.page.guarded import body_of, parted_as_shown
from didar.page.habits import lines_elsewhere, read_content_system, read_headings
from didar.page.markup import Tree, depth_of, lines_without_tags, paragraphs_of, parse_html
from didar.page.plain import Part, article_from_parts
from didar.persian.letters import fold
from didar.records import Article, Note, Source

# Each field comes from the first of these that answers.
READERS = (read_json_ld, read_metas, read_content_system, read_headings)

# A body told is the whole one if it has nearly as many letters as the one drawn, which may hold a caption more.
_FULL = 0.9
_KICKER_MARKS = (":", "؛")
# The parsers drop what is inside more open elements than this; news pages have some thirty.
_DEEPEST = 250
_NESTED = Note(stage="page", message="tags nested too deeply: read without them")


def article_from_html(html: str | bytes, *, id: str = "page", source: Source | None = None) -> Article:
    """Return the article of a page, its title, lead and paragraphs each a section; raise Unreadable without one.

    What `source` tells already is kept; the rest of it comes from the page.
    """
    page, notes = decode_text(html) if isinstance(html, bytes) else (html, ())
    fields = read_fields(page)
    if not fields.paragraphs and (lines := _lines_of_deep_page(page)):
        fields, notes = msgspec.structs.replace(fields, paragraphs=lines), (*notes, _NESTED)
    if not fields.paragraphs:
        raise Unreadable("no report found in the page")
    return article_from_parts(parts_of(fields), id=id, source=_source(fields, source or Source()), notes=notes)


def read_fields(page: str) -> Fields:
    """Return the fields of a page, its body from the content system's rules or else from the guarded extractor."""
    tree = parse_html(page)
    if tree is None:
        return Fields()
    fields = merge([reader(tree) for reader in READERS])
    if fields.paragraphs:
        return fields
    return msgspec.structs.replace(fields, paragraphs=_guessed_body(page, tree, fields.told))


def _guessed_body(page: str, tree: Tree, told: tuple[str, ...]) -> tuple[str, ...]:
    """Return the longer of the extractor's body, its lines broken as the page shows them, and the one told."""
    drawn = parted_as_shown(body_of(page), paragraphs_of(tree))
    if told and _letters(told) >= _FULL * _letters(drawn):
        return told
    elsewhere = lines_elsewhere(tree, drawn)
    return tuple(line for line in drawn if line not in elsewhere)


def _letters(lines: Sequence[str]) -> int:
    return sum(len(line.replace(" ", "")) for line in lines)


def parts_of(fields: Fields) -> list[Part]:
    """Return title, lead and paragraphs, each said once: a lead that the body repeats is left out, as is a title."""
    title = fields.title
    if fields.kicker.endswith(_KICKER_MARKS):
        title = f"{fields.kicker} {title}"
    body = [line for line in fields.paragraphs if _bare(line) != _bare(title)]
    lead = _lead(fields, body)
    parts: list[Part] = [("title", title), ("lead", lead)]
    return parts + [("body", line) for line in body]


def _lead(fields: Fields, body: list[str]) -> str:
    lead = fields.lead or fields.description
    told = _bare(" ".join(body))
    repeated = _bare(lead).rstrip(".… ") in told or _bare(lead) == _bare(fields.title)
    return "" if repeated else lead


def _bare(line: str) -> str:
    return " ".join(fold(line).split())


def _lines_of_deep_page(page: str) -> tuple[str, ...]:
    return tuple(lines_without_tags(page)) if depth_of(page) > _DEEPEST else ()


def _source(fields: Fields, given: Source) -> Source:
    return Source(
        url=given.url or fields.url or None,
        outlet=given.outlet or fields.outlet or None,
        published=given.published or fields.published or None,
        path=given.path,
    )

"""Turn one line of JSON Lines into an Article, or say in one sentence why it is none."""

from __future__ import annotations

from typing import Any

import msgspec

from didar.page.decode import decode_text
from didar.page.failures import Unreadable
from didar.page.plain import Part, article_from_parts, article_from_text
from didar.persian.published import parse_published
from didar.records import Article, Note, Source

_PARTS = ("title", "lead", "paragraphs")


def article_from_line(line: bytes, path: str) -> Article:
    """Return the article of a line: an object with `id` and `text`, or with `title`, `lead`, `paragraphs`.

    `url`, `outlet` and `published` (or `date`) are kept. Raise Unreadable with the reason where the line is no such
    object. A `text` is kept character by character.
    """
    text, notes = decode_text(line)
    fields = _object(text)
    id, source = _id(fields), _source(fields, path)
    notes += _date_notes(fields, source)
    if isinstance(fields.get("text"), str):
        return article_from_text(fields["text"], id=id, source=source, notes=notes)
    return article_from_parts(_parts(fields), id=id, source=source, notes=notes)


def _object(line: str) -> dict[str, Any]:
    try:
        fields = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Unreadable(f"no valid JSON: {error}") from error
    if not isinstance(fields, dict):
        raise Unreadable("no JSON object but a bare value or list")
    return fields


def _id(fields: dict[str, Any]) -> str:
    id = fields.get("id")
    if isinstance(id, bool) or not isinstance(id, str | int) or id == "":
        raise Unreadable("no `id` that is a string or a whole number")
    return str(id)


def _parts(fields: dict[str, Any]) -> list[Part]:
    if not any(fields.get(name) for name in _PARTS):
        raise Unreadable("no `text`, and no `title`, `lead` or `paragraphs`")
    paragraphs = fields.get("paragraphs") or []
    if isinstance(paragraphs, str):
        paragraphs = paragraphs.split("\n")
    if not isinstance(paragraphs, list):
        raise Unreadable("`paragraphs` must be a list of strings")
    parts: list[Part] = [("title", fields.get("title") or ""), ("lead", fields.get("lead") or "")]
    parts += [("body", paragraph) for paragraph in paragraphs]
    if not all(isinstance(part, str) for _, part in parts):
        raise Unreadable("`title`, `lead` and each of `paragraphs` must be strings")
    return parts


def _source(fields: dict[str, Any], path: str) -> Source:
    published = parse_published(_published(fields))
    return Source(url=_text(fields, "url"), outlet=_text(fields, "outlet"), published=published, path=path)


def _published(fields: dict[str, Any]) -> str:
    return _text(fields, "published") or _text(fields, "date") or ""


def _date_notes(fields: dict[str, Any], source: Source) -> tuple[Note, ...]:
    told = _published(fields)
    if not told or source.published:
        return ()
    return (Note(stage="page", message=f"no date that can be read: {told[:40]!r}"),)


def _text(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return value if isinstance(value, str) and value.strip() else None

"""What pages are built like (`systems.toml`): the readers of a content system's fields, and of what any page has."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from didar.page.fields import Fields
from didar.page.markup import Tree, all_lines, line_of, link_lines, paragraphs_of, select
from didar.persian.published import parse_published

_SMALL_PART = 1 / 3  # of the lines of the body, which captions, comments and boxes inside it may have
_NEAR = 4  # lines on either side of the headline in which its date is looked for
_SHORT_LINE = 100  # letters; a longer line is text, whose dates are those of events

# --- content systems -------------------------------------------------------------------------------------------------


@cache
def _habits() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("systems.toml").read_text(encoding="utf-8"))


def read_content_system(tree: Tree) -> Fields:
    """Read the fields by the rules of the first content system (`systems.toml`) that the page was made with."""
    for system in _habits()["system"]:
        if all(select(tree, sign) for sign in system["sign"]) and (body := _body(tree, system)):
            return Fields(
                title=_first(tree, system["title"]),
                kicker=_first(tree, system["kicker"]),
                lead=_first(tree, system["lead"]),
                paragraphs=body,
                published=parse_published(_first(tree, system["date"])) or "",
            )
    return Fields()


def _body(tree: Tree, system: dict[str, Any]) -> tuple[str, ...]:
    drop = frozenset(element for css in system["drop"] for element in select(tree, css))
    for css in system["body"]:
        for element in select(tree, css):
            if lines := paragraphs_of(element, drop):
                return tuple(lines)
    return ()


def _first(tree: Tree, selectors: list[str]) -> str:
    lines = (line_of(element) for css in selectors for element in select(tree, css))
    return next((line for line in lines if line), "")


# --- any page --------------------------------------------------------------------------------------------------------


def read_headings(tree: Tree) -> Fields:
    """Read what any page has: its first heading, else its window's title, and the date beside the heading."""
    heading = _first(tree, ["h1"])
    return Fields(
        title=heading or _first(tree, ["title"]),
        published=_first_date(_stamps(tree)) or _first_date(_beside(paragraphs_of(tree), heading)),
    )


def _first_date(lines: Iterable[str]) -> str:
    return next((day for day in map(parse_published, lines) if day), "")


def _stamps(tree: Tree) -> list[str]:
    marked = (element for css in _habits()["stamp"] for element in select(tree, css))
    return [element.get("datetime") or element.get("content") or line_of(element) for element in marked]


def _beside(lines: list[str], heading: str) -> list[str]:
    """Return the short lines before and behind the headline, where a page prints its date."""
    if heading not in lines:
        return []
    at = lines.index(heading)
    near = [*lines[at + 1 : at + 1 + _NEAR], *reversed(lines[max(0, at - _NEAR) : at])]
    return [line for line in near if len(line) <= _SHORT_LINE]


def lines_elsewhere(tree: Tree, body: Sequence[str]) -> frozenset[str]:
    """Return the lines that are no part of a report wherever they stand: captions, comments, what leads elsewhere.

    An element that holds much of the body is no such part, whatever it is called.
    """
    apart = (all_lines(element) for css in _habits()["elsewhere"] for element in select(tree, css))
    small = (lines for lines in apart if len(set(lines) & set(body)) <= _SMALL_PART * len(body))
    return frozenset(line for lines in (*small, link_lines(tree)) for line in lines)

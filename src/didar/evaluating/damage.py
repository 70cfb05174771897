"""Damage annotated articles as web corpora do and move their spans: a gold article in, the damaged article out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import Literal

import msgspec

from didar.evaluating.gold import GoldArticle, GoldEntity, GoldMeeting, GoldStatement
from didar.persian.letters import ZWNJ
from didar.records import Span

Damage = Literal["glued", "spaced", "arabic", "unquoted"]

# What becomes of a letter; what is not named stays. A letter becomes one letter or none.
_CHANGES: dict[Damage, dict[int, int] | dict[int, str]] = {
    "glued": str.maketrans({ZWNJ: ""}),
    "spaced": str.maketrans({ZWNJ: " "}),
    "arabic": str.maketrans("یک", "يك"),
    "unquoted": str.maketrans({"«": "", "»": ""}),
}


def damage_text(text: str, how: Damage) -> str:
    """Return a text with every half-space deleted or turned into a space, Arabic ي ك, or without guillemets."""
    return text.translate(_CHANGES[how])


def damage_article(article: GoldArticle, how: Damage) -> GoldArticle:
    """Return the annotated article with its text damaged and every span moved along.

    An entity stays who it is: its names keep their spelling, and the damaged ones are added, so that neither who
    repairs the text nor who leaves it as it is names somebody else.
    """
    move = _mover(article.text, how)
    return msgspec.structs.replace(
        article,
        text=damage_text(article.text, how),
        sha256=None,
        entities={id: _entity(entity, how) for id, entity in article.entities.items()},
        statements=tuple(_statement(s, move) for s in article.statements),
        meetings=tuple(_meeting(m, move) for m in article.meetings),
        boilerplate=_all(article.boilerplate, move),
    )


Move = Callable[[Span | None], Span | None]


def _mover(text: str, how: Damage) -> Move:
    lengths = [len(damage_text(letter, how)) for letter in text]
    places = [0, *accumulate(lengths)]

    def move(span: Span | None) -> Span | None:
        """Return where a span lies now; a span whose every letter is gone is none."""
        if span is None or places[span.start] == places[span.end]:
            return None
        return Span(places[span.start], places[span.end])

    return move


def _all(spans: tuple[Span, ...], move: Move) -> tuple[Span, ...]:
    return tuple(moved for span in spans if (moved := move(span)))


def _entity(entity: GoldEntity, how: Damage) -> GoldEntity:
    damaged = (damage_text(name, how) for name in (entity.name, *entity.names))
    return msgspec.structs.replace(entity, names=tuple(dict.fromkeys((*entity.names, *damaged))))


def _statement(said: GoldStatement, move: Move) -> GoldStatement:
    return msgspec.structs.replace(
        said,
        content=_all(said.content, move),
        source=move(said.source),
        cue=move(said.cue),
        topic=move(said.topic),
    )


def _meeting(met: GoldMeeting, move: Move) -> GoldMeeting:
    return msgspec.structs.replace(met, trigger=move(met.trigger), time=move(met.time), place=move(met.place))

"""Name the signs that lie in order: one kind of word, then another, so many words apart; «کافی» and «نیست» after it."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from didar.persian.lexicon.loader import load_patterns, load_table
from didar.persian.verbs import VerbForm
from didar.statements.acts_wording import Wording


class Order(msgspec.Struct, frozen=True, gc=False):
    """What a line of acts_orders.tsv asks after its first kind of word: one of `second` within `gap` words."""

    sign: str
    second: tuple[str, ...]
    gap: int


def orders_in(wording: Wording) -> set[str]:
    """Return the signs of acts_orders.tsv that a content shows."""
    places, orders = _places(wording), _orders()
    return {
        order.sign
        for kind in places
        for order in orders.get(kind, ())
        for then in order.second
        if then in places and _follows(places[kind], places[then], order.gap)
    }


def _follows(starts: list[int], ends: list[int], gap: int) -> bool:
    for start in starts:
        for end in ends:
            if 0 < end - start <= gap:
                return True
    return False


def _places(wording: Wording) -> dict[str, list[int]]:
    """Where each kind stands: words by their sign, verbs by what they tell, and both edges of the content."""
    places = wording.told | {"(begin)": [-1], "(end)": [len(wording.norms)]}
    for verb in wording.verbs:
        for kind in _kinds(verb.form):
            places.setdefault(kind, []).append(verb.first)
    return places


@lru_cache(maxsize=4096)
def _kinds(form: VerbForm) -> tuple[str, ...]:
    """What a finite verb tells, by the names that acts_orders.tsv calls it."""
    if form.negated:
        return ("(not)",)
    becoming, being = load_patterns("acts.toml")["becoming"], load_patterns("acts.toml")["being"]
    kinds = {
        "(we)": form.person == 1 and form.tense in ("present", "future"),
        "(will)": form.tense == "future",
        "(would)": form.tense == "imperfect",
        "(is)": form.lemma in being and form.tense != "subjunctive",
        "(becomes)": (form.lemma in becoming or form.passive) and form.tense in ("present", "future"),
        "(became)": (form.lemma in becoming or form.passive) and form.tense in ("past", "perfect"),
        "(did)": form.person == 1 and form.tense in ("past", "perfect"),
        "(wish)": form.tense in ("subjunctive", "imperative"),
    }
    return tuple(kind for kind, holds in kinds.items() if holds)


@cache
def _orders() -> dict[str, list[Order]]:
    """The orders by the kind that they begin with."""
    orders: dict[str, list[Order]] = {}
    for row in load_table("acts_orders.tsv"):
        order = Order(row["sign"], _either(row["second"]), int(row["gap"]))
        for kind in _either(row["first"]):
            orders.setdefault(kind, []).append(order)
    return orders


def _either(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(" / "))

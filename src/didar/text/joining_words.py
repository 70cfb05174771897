"""The words that a half-space may join: what clean text writes with one, endings, openings of verbs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from functools import cache

from didar.persian.letters import ZWNJ
from didar.persian.lexicon.loader import load_counts, load_patterns, load_table
from didar.text.known_words import UNSURE, lexicon, verb_spellings
from didar.text.lost_spaces import AND
from didar.text.memo import Memo

MOST = 3  # words that are joined at once


@cache
def spaced() -> dict[str, tuple[str, float]]:
    """Map words with spaces for their half-spaces to their spelling, and the share that clean text writes so."""
    apart = load_counts("words_spaced.counts.tsv")
    found: dict[str, tuple[str, float]] = {}
    for form, times in lexicon().forms.items():
        if ZWNJ not in form:
            continue
        for key in parted_ways(form):
            share = times / (times + apart.get(key, 0) + UNSURE)
            if share > found.get(key, ("", 0.0))[1]:
                found[key] = (form, share)
    return found


def parted_ways(form: str) -> tuple[str, ...]:
    """Return the ways in which a word with half-spaces is parted: all at once, and the first or last alone."""
    ways = {form.replace(ZWNJ, " ")}
    if form.count(ZWNJ) > 1:
        ways |= {form.replace(ZWNJ, " ", 1), " ".join(form.rsplit(ZWNJ, 1))}
    if (joined := ZWNJ + AND) in form:
        ways.add(form.replace(joined, f" {AND} "))
    return tuple(way for way in ways if way.count(" ") < MOST)


@cache
def followers() -> Memo[Container[str]]:
    """Map words to those that may follow and be joined to them: endings after any word."""
    listed: dict[str, set[str]] = defaultdict(set)
    for key in spaced():
        first, second = key.split(" ", 2)[:2]
        listed[first].add(second)
    always = frozenset(endings())
    found: dict[str, Container[str]] = {first: always | more for first, more in listed.items() if not more <= always}
    found |= dict.fromkeys(_prefixes(), _Anything())
    return Memo(lambda word: found.get(word, always))


@cache
def triples() -> dict[str, set[str]]:
    """Map the first of three words that are one for their half-spaces to the second ones."""
    found: dict[str, set[str]] = defaultdict(set)
    for key in spaced():
        first, second, *third = key.split(" ")
        if third:
            found[first].add(second)
    return dict(found)


class _Anything:
    def __contains__(self, word: object) -> bool:
        return True


@cache
def _prefixes() -> frozenset[str]:
    prefixes = load_patterns("verb_endings.toml")["prefixes"]
    return frozenset(form.split(ZWNJ)[0] for form in verb_spellings().values()) | {prefixes["lasting"].rstrip(ZWNJ)}


@cache
def endings() -> dict[str, str]:
    """Map the endings that damaged text parts from their word to their kinds."""
    return {row["ending"]: row["kind"] for row in load_table("affixes.tsv")}


@cache
def plural_endings() -> tuple[str, ...]:
    """Plural endings as they stand in a word; after «های» no ending follows but the plural's own."""
    return tuple(ZWNJ + ending for ending, kind in endings().items() if kind == "plural")


@cache
def alone() -> frozenset[str]:
    """Words to which no ending is joined."""
    return frozenset(row["word"] for row in load_table("words_alone.tsv"))


@cache
def vowels() -> tuple[str, ...]:
    """The final letters after which an ending keeps its own form: the silent ه and the long ی."""
    grammar = load_patterns("verb_endings.toml")
    return grammar["endings"]["participle"], grammar["prefixes"]["glide"]

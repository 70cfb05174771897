"""Tell whether words that no mention covers can be somebody: folded words of a noun phrase in, yes or no out.

Somebody is who has a name, is a noun for people, their offices, bodies or writings, or several people. What happens,
lies or is thought is nobody, and stands before verbs of speech just as often.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_counts, load_patterns, load_table
from didar.persian.remembered import Remembered
from didar.persian.words import lemma
from didar.statements.phrases import words

# Occurrences in the corpus from which on a word is an everyday one, and the share of them in which it must be part of
# a name to be one nevertheless. Between 40 and this count names («پسکوف») and rare nouns are about as many.
_EVERYDAY = 150
_NAMED = 0.1
_SHORTEST = 2
_SHORTEST_AGENT = 5
_NAME = 2  # words
_REMEMBERED = 10_000


def may_speak(norms: Sequence[str]) -> bool:
    """Tell whether a noun phrase may be a source of speech: by its head, behind words that count or point."""
    counting = words("counting")
    head = next((norm for norm in norms if norm[:1].isalpha() and norm not in counting), None)
    if head is None:
        return any(norm in words("some") for norm in norms)
    if head == norms[0] and len(norms) >= _NAME and _qualified(head, norms[1]):
        return False
    return _SOMEBODY[head] or (len(norms) >= _NAME and _makes_somebody(norms[1], len(norms) == _NAME))


def _makes_somebody(norm: str, alone: bool) -> bool:
    """Tell whether the second word makes somebody of an everyday word: «هوشمند قره‌باغ», «مراجعه کننده».

    One that nobody knows does if no more words follow.
    """
    return (
        norm in _agents()
        or _is_name(norm)
        or (alone and norm.isalpha() and len(norm) > _SHORTEST and not _is_common(norm))
    )


def _qualified(head: str, norm: str) -> bool:
    """Tell whether a word that is neither a name nor rare goes on with one like it: «مغایر و خارج», not «پسکوف»."""
    common = load_counts("common_words.counts.tsv")
    plain = head in common and not _is_name(head) and not _is_noun_for_people(head)
    return plain and (not norm.isalpha() or len(norm) < _SHORTEST or (norm in common and not _is_name(norm)))


def _is_common(norm: str) -> bool:
    common = load_counts("common_words.counts.tsv")
    return norm in common or fold(lemma(norm)) in common


def _is_somebody(head: str) -> bool:
    if _is_noun_for_people(head):
        return True
    return len(head) >= _SHORTEST and not _is_everyday(head)


def _is_noun_for_people(head: str) -> bool:
    bare = fold(lemma(head))
    if not people_nouns().isdisjoint((head, bare, head.removesuffix("ی"))):
        return True
    agent = any(len(word) >= _SHORTEST_AGENT and word.endswith(_agents()) for word in (head, bare))
    return agent or (bare != head and head.endswith(_several()) and head.startswith(bare[:-1]))


def _is_everyday(head: str) -> bool:
    """Tell whether a word is an everyday one, or a form of one («صحبتی»), and no name."""
    common = load_counts("common_words.counts.tsv")
    if _is_name(head):
        return False
    bare = fold(lemma(head))
    return common.get(head, 0) >= _EVERYDAY or (bare != head and common.get(bare, 0) >= _EVERYDAY)


def _is_name(norm: str) -> bool:
    named = load_counts("surnames.counts.tsv").get(norm, 0) + load_counts("given_names.counts.tsv").get(norm, 0)
    return bool(named) and named >= _NAMED * load_counts("common_words.counts.tsv").get(norm, 0)


_SOMEBODY = Remembered(_is_somebody, _REMEMBERED)


@cache
def people_nouns() -> frozenset[str]:
    """Return the first words of offices, titles, groups, bodies and writings, and other nouns for people."""
    tables = ("roles.tsv", "ranks.tsv", "groups.tsv", "organization_heads.tsv", "documents.tsv")
    nouns = [fold(row["word"]).split() for name in tables for row in load_table(name)]
    return (frozenset(head for noun in nouns for head in (noun[0], "".join(noun))) | words("people")) - words("things")


@cache
def _agents() -> tuple[str, ...]:
    return tuple(load_patterns("statements.toml")["agents"])


@cache
def _several() -> tuple[str, ...]:
    return tuple(load_patterns("statements.toml")["several"])

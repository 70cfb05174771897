"""Tell those whom a report does not tell apart from others: «a source», «one of them», «a reporter»."""

from __future__ import annotations

from functools import cache

from didar.identities.spelling import Words, name_words
from didar.persian.lexicon.loader import load_table


def is_anybody(words: Words) -> bool:
    """Tell whether a name begins with an occupation that many have, or with a word for some of many.

    Two reports that quote one so named need not quote the same human being.
    """
    return bool(words) and words[0] in _openings()


@cache
def _openings() -> frozenset[str]:
    generic = (row["word"] for row in load_table("roles.tsv") if "generic" in row["flags"].split(","))
    some = (row["word"] for row in load_table("quantifiers.tsv"))
    return frozenset(words[0] for words in map(name_words, (*generic, *some)) if len(words) == 1)

"""Cut a text into tokens: words, numbers and marks, with offsets and the folded form for matching."""

from __future__ import annotations

import re
from functools import lru_cache

from didar.persian.letters import fold
from didar.records import Token

# A word keeps its half-spaces and diacritics; a number its decimal and thousands marks; any other mark stands alone.
_TOKEN = re.compile(
    r"[^\W\d_](?:[\w\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d]*\w[\u064b-\u065f\u0670]*)?|\d+(?:[.,٫٬/]\d+)*|\S"
)
_norm = lru_cache(maxsize=50_000)(fold)


def find_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of `text[start:end]`, their offsets into `text`.

    >>> [token.text for token in find_tokens("«بها ۳٫۵ درصد» شد.", 0, 18)]
    ['«', 'بها', '۳٫۵', 'درصد', '»', 'شد', '.']
    """
    found = _TOKEN.finditer(text, start, end)
    return tuple([Token(match.start(), match.end(), word := match[0], _norm(word)) for match in found])

"""Cut a text into tokens: words, numbers and marks, with offsets and the folded form for matching."""

from __future__ import annotations

import re
from itertools import accumulate

from didar.persian.letters import fold
from didar.records import Token
from didar.text.memo import Memo

# A word keeps its half-spaces and diacritics; a number its decimal and thousands marks; any other mark stands alone.
_TOKEN = re.compile(
    r"([^\W\d_](?:[\w\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d]*\w[\u064b-\u065f\u0670]*)?|\d+(?:[.,٫٬/]\d+)*|\S)"
)
_NORMS = Memo(fold)


def find_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of `text[start:end]`, their offsets into `text`.

    >>> [token.text for token in find_tokens("«بها ۳٫۵ درصد» شد.", 0, 18)]
    ['«', 'بها', '۳٫۵', 'درصد', '»', 'شد', '.']
    """
    parts = _TOKEN.split(text[start:end])  # what stands between tokens, and the tokens, by turns
    edges = list(accumulate(map(len, parts), initial=start))
    words = parts[1::2]
    return tuple(map(Token, edges[1::2], edges[2::2], words, map(_NORMS.__getitem__, words)))

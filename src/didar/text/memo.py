"""Remember what a function answered: a word costs one dict look-up where it was seen before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")
_MOST = 50_000  # answers; then all are forgotten, so that a million articles need no more memory than a thousand
_LONGEST = 60  # letters: what is longer is no word that comes again


class Memo(dict[str, _T]):
    """The answers of a function by its argument: `memo[word]` is `function(word)`."""

    def __init__(self, function: Callable[[str], _T]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> _T:
        """Ask the function, and remember."""
        answer = self._function(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = answer
        return answer

"""Remember what was decided of a word: a function and a bound in, a mapping that asks the function once a word out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Remembered(dict[str, T]):
    """Words with what a function says of them; forgets all when it is full.

    A plain mapping costs a third of `lru_cache` where nearly every word was seen before: nothing is moved on a hit.
    """

    __slots__ = ("_decide", "_most")

    def __init__(self, decide: Callable[[str], T], most: int) -> None:
        super().__init__()
        self._decide, self._most = decide, most

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self.clear()
        self[word] = decided = self._decide(word)
        return decided

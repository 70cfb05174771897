"""The noun phrase while it grows: its head, what its parts tell, and questions that the steps of growing ask of it."""

from __future__ import annotations

from didar.mentions.line import Line
from didar.mentions.name_words import is_given, is_surname, may_be_given
from didar.mentions.names import read_name
from didar.mentions.vocabulary import Entry, small_words
from didar.persian.letters import fold


class Phrase:
    """A noun phrase while it grows: [start, end) in tokens, its head, and the parts seen so far."""

    __slots__ = (
        "closed", "country", "end", "head", "head_end", "modifiers", "organization", "parts", "place", "plural",
        "start",
    )  # fmt: skip

    def __init__(self, start: int, end: int, head: Entry) -> None:
        self.start, self.end, self.head_end, self.head = start, end, end, head
        self.parts: list[tuple[Entry, int, int]] = [(head, start, end)]
        self.modifiers: list[str] = []
        self.country: str | None = head.country
        self.place: str | None = None
        self.organization: int | None = start if head.kind in ("head", "organization", "media") else None
        self.closed = False  # a country or «کشور» has closed it: only few things may follow
        self.plural = head.plural

    def take(self, entry: Entry, end: int) -> int:
        """Add a lexicon entry that goes from the present end to `end`."""
        self.parts.append((entry, self.end, end))
        return end


def just_named(phrase: Phrase, *kinds: str) -> bool:
    """Tell whether the last thing in the phrase is an entry of one of `kinds`."""
    entry, _, end = phrase.parts[-1]
    return end == phrase.end and entry.kind in kinds


def wants_complement(phrase: Phrase) -> bool:
    """Tell whether the last thing in the phrase hardly ever stands without a complement: «سخنگوی», «شرکت», «مدیرکل»."""
    entry, _, end = phrase.parts[-1]
    if end != phrase.end:
        return False
    if "ezafe" in entry.flags:
        return True
    word = fold(entry.word)
    return entry.kind == "head" and (word not in small_words()["alone"] or word in small_words()["of_a_field"])


def name_begins(line: Line, at: int) -> bool:
    """Tell whether a person's full name begins here: «وزیر خارجه | محمدجواد ظریف»."""
    norm = line.norm(at)
    if is_given(norm) and line.entry(at, "role", "head", "rank") is None:
        return read_name(line, at) is not None
    return may_be_given(norm) and is_surname(line.norm(at + 1))

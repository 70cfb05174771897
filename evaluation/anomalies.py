"""Count what looks wrong in a record without knowing what is right: a record and its text in, counts out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.persian.verbs import analyse
from didar.records import Record, Span, Statement

# A content longer than this has mostly swallowed its neighbours; the longest of the annotated ones has 2,900 letters.
LONG_CONTENT = 3000
LONG_SOURCE_WORDS = 25
_OPEN = "«\"'“([{ \u200c\xa0\n\t"
_BROKEN_STARTS = "،؛:.)]»!؟?"
_BROKEN_ENDS = "،:؛(«["
_SENTENCE_MARKS = ".؟!؛:\n"


@cache
def _closed(*classes: str) -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in load_table("closed_class.tsv") if row["class"] in classes)


class Seen(msgspec.Struct, frozen=True):
    """A statement and the text it stands in."""

    said: Statement
    text: str

    def words(self, span: Span) -> str:
        """Return what a span covers."""
        return self.text[span.start : span.end]


def no_speaker(seen: Seen) -> bool:
    """Nobody is named as the speaker."""
    return seen.said.speaker is None


def no_cue(seen: Seen) -> bool:
    """No word says that it is speech (headlines, mostly)."""
    return seen.said.cue is None


def mid_word(seen: Seen) -> bool:
    """The content begins or ends inside a word."""
    return any(_cuts_word(seen.text, span.start) or _cuts_word(seen.text, span.end) for span in seen.said.content)


def _cuts_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalpha() and text[place].isalpha()


def mid_clause(seen: Seen) -> bool:
    """The content begins with a mark, an object marker, a conjunction or a subordinator."""
    words = seen.words(seen.said.content[0]) if seen.said.content else ""
    first = fold(words.split()[0]) if words.split() else ""
    return words[:1] in _BROKEN_STARTS or first in _closed("object_marker", "conjunction", "subordinator")


def dangling(seen: Seen) -> bool:
    """The content ends with a mark that opens, a preposition or a conjunction."""
    words = seen.words(seen.said.content[-1]) if seen.said.content else ""
    last = fold(words.split()[-1]) if words.split() else ""
    return words[-1:] in _BROKEN_ENDS or last in _closed("preposition", "conjunction")


def long_content(seen: Seen) -> bool:
    """The content is longer than almost any speech."""
    return sum(span.end - span.start for span in seen.said.content) > LONG_CONTENT


def source_no_noun_phrase(seen: Seen) -> bool:
    """The source begins like no noun phrase, ends with a finite verb, holds the end of a sentence or is long."""
    if seen.said.source is None:
        return False
    phrase = seen.words(seen.said.source)
    words = [fold(word) for word in phrase.split()]
    if not words or len(words) > LONG_SOURCE_WORDS or any(mark in phrase.strip() for mark in _SENTENCE_MARKS):
        return True
    verb = analyse(words[-1]) if len(words) > 1 else None
    return words[0] in _closed("preposition", "conjunction", "subordinator") or bool(verb and verb.person)


STATEMENT_ANOMALIES: tuple[Callable[[Seen], bool], ...] = (
    no_speaker,
    no_cue,
    mid_word,
    mid_clause,
    dangling,
    long_content,
    source_no_noun_phrase,
)


def find_anomalies(record: Record, text: str) -> Iterator[tuple[str, Statement]]:
    """Return each statement that looks wrong with the name of what is wrong."""
    for said in record.statements:
        for anomaly in STATEMENT_ANOMALIES:
            if anomaly(Seen(said, text)):
                yield anomaly.__name__, said


def count_record(record: Record, text: str) -> Counter[str]:
    """Return the counts of one record: articles, statements, meetings, and anomalies."""
    counts = Counter(
        articles=1,
        articles_without_statement=not record.statements,
        statements=len(record.statements),
        meetings=len(record.meetings),
        articles_with_meeting=bool(record.meetings),
        meetings_of_fewer_than_two=sum(len(m.participants) < 2 and m.type != "press" for m in record.meetings),
        told_twice_over=_told_twice_over(record),
        unread_colons=sum(1 for _ in unread_colons(record, text)),
    )
    counts.update(name for name, _ in find_anomalies(record, text))
    return counts


def _told_twice_over(record: Record) -> int:
    """Count statements whose content is, character for character, another's: one speech read as two."""
    contents = Counter(said.content for said in record.statements)
    return sum(count - 1 for count in contents.values())


def unread_colons(record: Record, text: str) -> Iterator[int]:
    """Return the colons between words that neither open a content nor stand inside one."""
    inside = bytearray(len(text) + 1)
    for said in record.statements:
        for span in said.content:
            begin = span.start - (len(text[: span.start]) - len(text[: span.start].rstrip(_OPEN + ":")))
            inside[begin : span.end] = b"\1" * (span.end - begin)
    for span in record.boilerplate:
        inside[span.start : span.end] = b"\1" * (span.end - span.start)
    for place, letter in enumerate(text):
        if letter == ":" and not inside[place] and text[place - 1 : place].strip(_OPEN).isalpha():
            yield place


def word_before(text: str, place: int) -> str:
    """Return the folded two words before a place in its line: the unknown verb before a colon."""
    return " ".join(fold(word) for word in text[:place].rsplit("\n", 1)[-1].split()[-2:])

"""Find the person with whom a sentence begins: «آرش کوهیار - وزیر راه - نیز اعلام کرده» has its subject there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.persian.lexicon.loader import load_table
from didar.records import Mention, Mentions, Saying, Sentence, Span, Text
from didar.references.characters import points_back
from didar.references.lookup import best_mention_in
from didar.references.turns import goes_on

# Code points before the first mention of a sentence that begins with it: none but a mark for the clause itself, a few
# words («در ادامه مراسم») for the sentence before a pronoun.
_AT_BEGINNING = 2
_NEAR_BEGINNING = 40
_LONGEST_PRONOUN = 10
_QUESTION, _FULL_STOP = "؟", "."


class Openers(msgspec.Struct, frozen=True, gc=False):
    """What is asked for the beginning of a sentence; `said` are the outermost contents in order."""

    text: Text
    mentions: Mentions
    starts: tuple[int, ...]
    said: tuple[Span, ...]


def find_openers(text: Text, mentions: Mentions, sayings: tuple[Saying, ...]) -> dict[int, Mention]:
    """Map a saying, by its index, to the person whom the narrator has told of last by opening a sentence with him.

    Without a source: «کوهیار در پاسخ به این که پل کی باز می‌شود؟ گفت: فردا». With one that may be a pronoun, the
    sentence before: «کوهیار به بندر رفت. وی افزود». Only where nobody has spoken in between.
    """
    openers = Openers(text, mentions, tuple(m.span.start for m in mentions.actors), tuple(_outermost(sayings)))
    found: dict[int, Mention] = {}
    before = -1
    for index, saying in enumerate(sayings):
        position = _told_at(saying)
        opener = _opener_of(openers, saying, position) if _may_lead_back(saying) else None
        if opener and opener.span.start > before:
            found[index] = opener
        before = max(before, position)
    return found


def _may_lead_back(saying: Saying) -> bool:
    """Tell whether the narrator's saying has no source or one short enough for a pronoun."""
    short = saying.source is None or saying.source.end - saying.source.start <= _LONGEST_PRONOUN
    return short and saying.nested_in is None


def _told_at(saying: Saying) -> int:
    return (saying.cue or saying.content[0]).start


def _outermost(sayings: tuple[Saying, ...]) -> Iterator[Span]:
    end = 0
    for span in sorted(span for saying in sayings for span in saying.content):
        if span.start >= end:
            yield span
            end = span.end


def _opener_of(openers: Openers, saying: Saying, position: int) -> Mention | None:
    """Return the person with whom the sentence of a position begins, or the one right before it."""
    at = _sentence_at(openers, position)
    before = openers.text.sentences[at - 1] if at else None
    if saying.source is None and (here := _opener(openers, at, position, _AT_BEGINNING, _is_person)):
        return here
    if before is None:
        return None
    if before.paragraph != openers.text.sentences[at].paragraph and not _may_begin_paragraph(openers, saying, before):
        return None
    asked = openers.text.text[before.start : before.end].rstrip().endswith(_QUESTION)
    if saying.source is not None:
        pronoun = best_mention_in(openers.mentions, saying.source)
        fitting = _is_group if pronoun and pronoun.plural else _is_person
        return _opener(openers, at - 1, before.end, _NEAR_BEGINNING, fitting)
    return _opener(openers, at - 1, before.end, _AT_BEGINNING, _is_person) if asked else None


def _may_begin_paragraph(openers: Openers, saying: Saying, before: Sentence) -> bool:
    """«کوهیار به بندر رفت.» and, a line below, «وی گفت»: behind a whole sentence, no subhead, by a cue that begins."""
    if saying.source is None or goes_on(saying):
        return False
    return openers.text.text[before.start : before.end].rstrip().endswith(_FULL_STOP)


def _sentence_at(openers: Openers, position: int) -> int:
    return max(0, bisect_right(openers.text.sentences, position, key=lambda s: s.start) - 1)


def _opener(
    openers: Openers, sentence: int, before: int, within: int, fitting: Callable[[Mention], bool]
) -> Mention | None:
    """The first that a sentence tells of, within so many code points of its beginning, if he may be its subject."""
    start = openers.text.sentences[sentence].start
    at = bisect_left(openers.starts, start)
    first = openers.mentions.actors[at] if at < len(openers.starts) else None
    if first is None or first.span.start > start + within or first.span.end > before:
        return None
    if _is_said(openers, first.span) or not fitting(first) or not _may_be_subject(openers, first):
        return None
    words = fold(openers.text.text[start : first.span.start]).split()
    return first if not words or words[-1] not in _behind_which_no_subject() else None


@cache
def _behind_which_no_subject() -> frozenset[str]:
    """Return the prepositions and words of address before a name that is no subject: «با کوهیار»."""
    rows = load_table("closed_class.tsv", key=2)
    return frozenset(fold(row["form"]).split()[-1] for row in rows if row["class"] != "adverbial")


def _is_said(openers: Openers, span: Span) -> bool:
    at = bisect_right(openers.said, span.start, key=lambda s: s.start) - 1
    return at >= 0 and openers.said[at].end > span.start


def _is_person(mention: Mention) -> bool:
    return mention.type == "person" and not mention.plural and mention.form in ("name", "role")


def _is_group(mention: Mention) -> bool:
    return mention.type == "group" or mention.plural


def _may_be_subject(openers: Openers, mention: Mention) -> bool:
    """Whoever is told of without «این» and is no object («را»)."""
    if points_back(mention):
        return False
    behind = fold(openers.text.text[mention.span.end : mention.span.end + 4]).split()[:1]
    return not set(behind) & folded("references.toml", "object_marks")

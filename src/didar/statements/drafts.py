"""What the rules of one sentence agree on: a cue, its subject and its content, still as tokens of the sentence."""

from __future__ import annotations

import msgspec

from didar.records import Act, Kind, Span, Stance, Tense
from didar.statements.sources import Subject


class Content(msgspec.Struct, frozen=True, gc=False):
    """What is said: spans of code points, how it is told, and whether it may go on over the next sentences."""

    spans: tuple[Span, ...]
    kind: Kind
    rule: str
    goes_on: bool = False


class Draft(msgspec.Struct, frozen=True, gc=False):
    """A statement of one sentence. `cue` is null in a headline; `parent` is the draft in whose content it stands."""

    sentence: int
    first: int
    cue: Span | None
    lemma: str | None
    act: Act
    stance: Stance
    subject: Subject | None
    source: Span | None
    content: Content
    rule: str
    tense: Tense | None = None  # of the cue; a noun («به گفته») has none
    negated: bool = False
    relays: bool = False  # a document speaks: it tells what others said
    parent: Draft | None = None


# Inside somebody's speech only a full report counts: a subject, and a clause that a mark or «که» opens.
_FULL_REPORTS = ("colon_after_cue", "quotation_after_cue", "that_after_cue", "comma_after_cue", "relay")


def credible_inside(subject: Subject | None, content: Content) -> bool:
    """Tell whether a cue inside somebody's speech tells of another's speech: a subject of its own and a full report."""
    if subject is None or subject.rule == "phrase_opens_clause":
        return False
    if subject.rule == "free_place" and content.rule in _OF_NOUNS:  # «دره ساوان را ملک خود اعلام می‌کند»
        return False
    return content.rule in _FULL_REPORTS or content.rule in _OF_NOUNS


def told_negated(subject: Subject | None, content: Content | None) -> bool:
    """Tell whether a negated cue says what somebody holds: «وزیر راه خبر را رد نکرد»."""
    told = content is not None and content.rule in ("object_of_cue", "object_and_predicate", "phrase_of_preposition")
    return told and subject is not None and subject.rule in ("mention_opens_clause", "antecedent")


_OF_NOUNS = ("object_of_cue", "object_and_predicate", "phrase_of_preposition", "between_parts", "request_after_cue")

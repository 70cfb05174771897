"""Read headlines: «X: S», «X در دیدار با Y: S», where a colon stands for the cue."""

from __future__ import annotations

from didar.statements.clauses import MARK, Clauses
from didar.statements.drafts import Content, Draft
from didar.statements.phrases import has_verb, phrase_at, words
from didar.statements.place import tidy
from didar.statements.sources import Subject, is_governed

# Words before the colon of a headline: gold has at most 14.
_LONGEST_HEAD = 16
_LONGEST_UNKNOWN_HEAD = 3
_LONGEST_NAME = 3


def read_headline(clauses: Clauses, sentence: int, title: bool) -> Draft | None:
    """Return the statement of a headline, or of a paragraph that begins like one; None where there is no such colon."""
    colon = next((i for i, norm in enumerate(clauses.norms[:_LONGEST_HEAD]) if norm in words("colon")), None)
    if not colon or has_verb(clauses, 0, colon) or _heads_a_list(clauses, colon):
        return None
    subject = _subject(clauses, colon, title)
    if subject is None:
        return None
    content = _content(clauses, colon, "headline_colon" if title else "name_and_colon")
    if content is None:
        return None
    return Draft(
        sentence=sentence,
        first=0,
        cue=None,
        lemma=None,
        act="assert",
        stance="neutral",
        subject=subject,
        source=clauses.span(subject.first, subject.last),
        content=content,
        rule=content.rule,
    )


def _heads_a_list(clauses: Clauses, colon: int) -> bool:
    """«بازیگران نمایش عبارتند از:» opens a list, «گروه اجتماعی:» names the newspaper's desk: nobody speaks."""
    credited = clauses.norms[colon - 1] in words("credits") and all(c == MARK for c in clauses.classes[: colon - 1])
    listed = any(norm in words("listing") for norm in clauses.norms[:colon])
    return listed or credited or bool(phrase_at(clauses, 0, "desks"))


def _subject(clauses: Clauses, colon: int, title: bool) -> Subject | None:
    """In the title the first mention before the colon; in the body only one that opens it and is no outlet."""
    free = [a for a in clauses.actors if a.last <= colon and not is_governed(clauses, a, 0)]
    named = [a for a in clauses.actors if a.last <= colon]
    if not title:
        # A bullet may stand before the name.
        opens = next((i for i, c in enumerate(clauses.classes) if c != MARK), 0)
        free = [a for a in free if _opens_with(clauses, opens, a.first) and a.mention.sector != "JRN"]
        return Subject(opens, free[0].last, "mention_before_colon") if free else None
    if actor := next(iter(free or named), None):
        return Subject(_start(clauses, actor.first), actor.last, "mention_before_colon")
    return Subject(0, colon, "phrase_before_colon") if _told_of_again(clauses, colon) else None


def _told_of_again(clauses: Clauses, colon: int) -> bool:
    """Words that are no known mention are a speaker's only where the body has them again («عکس:» is none)."""
    if colon > _LONGEST_UNKNOWN_HEAD:
        return False
    words_before = clauses.norms[:colon]
    later = (s for s in clauses.text.sentences if s.start > clauses.sentence.end)
    return any(
        words_before == tuple(t.norm for t in s.tokens[at : at + colon]) for s in later for at in range(len(s.tokens))
    )


def _opens_with(clauses: Clauses, opens: int, first: int) -> bool:
    """The mention opens the line, or a name that is in no list stands before it («شیرین نان‌آور رئیس اتحادیه:»)."""
    return first - opens <= _LONGEST_NAME and all(c == "" for c in clauses.classes[opens:first])


def _start(clauses: Clauses, first: int) -> int:
    """An unknown head noun before the mention belongs to the phrase, where the phrase opens the line."""
    return 0 if first <= 3 and all(c == "" for c in clauses.classes[:first]) else first


def _content(clauses: Clauses, colon: int, rule: str) -> Content | None:
    if colon + 1 >= len(clauses):
        return Content((), "direct", rule, goes_on=True)
    if all(c == MARK for c in clauses.classes[colon + 1 :]):
        return None
    span = tidy(clauses, colon + 1, len(clauses))
    return Content((span,), "direct", rule, goes_on=True) if span.end > span.start else None

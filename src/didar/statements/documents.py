"""Find a speaker that is no subject: a document («در این بیانیه آمده است: S») or the agent of a passive."""

from __future__ import annotations

from functools import cache

from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_patterns, load_table
from didar.statements.clauses import ADVERBIAL, MARK, PREPOSITION, SUBORDINATOR, Clauses
from didar.statements.cues import Cue
from didar.statements.phrases import has_verb, phrase_end, phrases_in, words
from didar.statements.sources import Subject

_LONGEST_DOCUMENT = 6
_BOUNDS = (MARK, PREPOSITION, SUBORDINATOR)


def find_document(clauses: Clauses, cue: Cue, start: int) -> Subject | None:
    """Return the noun phrase after «در» that holds what is said; None for cues that need a speaker."""
    if "in" not in cue.predicate.frames or _comes_about(clauses, cue):
        return None
    for at in range(start, cue.first):
        if clauses.norms[at] in words("within") and (subject := _phrase(clauses, at + 1, cue)):
            return subject
    return None


def _comes_about(clauses: Clauses, cue: Cue) -> bool:
    """«شرایطی پیش آمده که»، «در این شهر فرود آمد»: what happens is written nowhere."""
    if cue.predicate.nominal:
        return False
    return cue.verb.form.tense == "past" or clauses.norms[cue.first - 1] in words("comes_about")


def find_agent(clauses: Clauses, cue: Cue, start: int) -> Subject | None:
    """Return the agent of a passive: the mention, or the noun phrase, after «از سوی»."""
    for at, taken in phrases_in(clauses, range(start, cue.first), "agent"):
        first = at + taken
        actor = next((a for a in clauses.actors if first <= a.first <= first + 1 and a.last <= cue.first), None)
        last = actor.last if actor else phrase_end(clauses, first, cue.first)
        return Subject(first, last, "agent_of_passive") if last > first else None
    return None


def _phrase(clauses: Clauses, first: int, cue: Cue) -> Subject | None:
    """The document itself: its mention, or the words from the demonstrative on («در ادامه این بیانیه»)."""
    end = cue.first
    actor = next((a for a in clauses.actors if first <= a.first < end and a.mention.type == "document"), None)
    if actor:
        return Subject(actor.first, min(actor.last, end), "document_mention")
    if not cue.predicate.nominal and first < end and clauses.norms[first] in _indefinite():
        return Subject(first, first + 1, "indefinite_document")
    last = next((i for i in range(first, end) if clauses.classes[i] in _BOUNDS or _is_adverb(clauses, i)), end)
    this = next((i for i in range(first, last) if clauses.norms[i] in words("this")), None)
    if this is None and phrase_end(clauses, first, end) == end and end - first <= _LONGEST_DOCUMENT:
        told = cue.last < len(clauses) and clauses.norms[cue.last] in words("before_quotation")
        return Subject(first, end, "phrase_within") if told and not cue.predicate.nominal and first < end else None
    if this is None or not this + 1 < last <= this + _LONGEST_DOCUMENT or has_verb(clauses, this, last):
        return None
    if cue.predicate.nominal and clauses.norms[this + 1] not in _documents():  # «در این جلسه مطرح شد»: by nobody
        return None
    return Subject(this, last, "demonstrative_document")


@cache
def _indefinite() -> frozenset[str]:
    """«نامه‌ای»، «گزارشی»"""
    endings = load_patterns("statements.toml")["indefinite"]
    return frozenset(word + fold(ending) for word in _documents() for ending in endings)


@cache
def _documents() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in load_table("documents.tsv"))


def _is_adverb(clauses: Clauses, at: int) -> bool:
    return clauses.classes[at] == ADVERBIAL and clauses.norms[at] in words("after_document")

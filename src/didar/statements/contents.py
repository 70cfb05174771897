"""Find the content: what the cue's speaker is reported to have said, inside the cue's own sentence."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from didar.records import Span
from didar.spans import trim
from didar.statements.clauses import ADVERBIAL, CONJUNCTION, MARK, OBJECT, PREPOSITION, SUBORDINATOR, Clauses
from didar.statements.cues import Cue
from didar.statements.drafts import Content
from didar.statements.phrases import back_over, has_verb, phrase_at, skip_adverbials, words

# Marks at the edges of a content that are no part of it; a closing «؟» or «!» is.
EDGES = " \t\n.،؛:,/*•-–—_\u200c\u200f\ufeff"
# A clause without «که», colon or comma needs at least this many words to be taken for speech.
_SHORTEST_BARE = 3


class Place(msgspec.Struct, frozen=True):
    """A cue in its clause: the tokens left of it that are not the subject, and the tokens right of it."""

    clauses: Clauses
    cue: Cue
    left: int
    right: int

    def frames(self) -> tuple[str, ...]:
        return self.cue.predicate.frames

    def after(self, ahead: int = 0) -> str:
        at = self.cue.last + ahead
        return self.clauses.norms[at] if at < self.right else ""


def find_content(place: Place) -> Content | None:
    """Return what is said at a cue by the first rule that answers; None where nothing is."""
    for rule in RULES:
        if content := rule(place):
            return content
    return None


def tidy(clauses: Clauses, first: int, last: int) -> Span:
    """Return the code points of tokens [first, last) without marks at the edges or marks that enclose all of it."""
    return unquote(clauses, trim(clauses.text.text, clauses.span(first, last), EDGES))


def unquote(clauses: Clauses, span: Span) -> Span:
    """Drop quotation marks that enclose a whole content, or that open it and close nowhere inside it."""
    text = clauses.text.text
    for quotation in clauses.quotations:
        opens = span.start <= quotation.start <= span.start + 1
        if opens and quotation.end >= span.end - 2 and not text[quotation.end : span.end].strip(EDGES + '»”"'):
            return trim(text, Span(quotation.start, min(quotation.end, span.end)), EDGES)
    return span


# --- rules: what stands right of the cue -----------------------------------------------------------------------


def colon_after_cue(place: Place) -> Content | None:
    """«گفت: S»"""
    if place.after() not in words("colon"):
        return None
    return _clause(place, place.cue.last + 1, "direct", "colon_after_cue", goes_on=True)


def quotation_after_cue(place: Place) -> Content | None:
    """«گفت: «S»»، «گفت «S» و رفت»، «گفت که «S»»: what is said stands inside quotation marks, and ends with them."""
    at = place.cue.last + (place.after() in words("before_quotation"))
    if at >= place.right or place.clauses.norms[at] not in words("opening_quotes"):
        return None
    region = next((q for q in place.clauses.quotations if q.start == place.clauses.spans[at].end), None)
    if region is None or not (_fills(place, region) or _is_speech(place, at)):
        return None
    return Content((trim(place.clauses.text.text, region, EDGES),), "direct", "quotation_after_cue")


def _fills(place: Place, region: Span) -> bool:
    rest = place.clauses.text.text[region.end : place.clauses.spans[place.right - 1].end]
    return not rest.strip(EDGES + "»”\"")


def _is_speech(place: Place, at: int) -> bool:
    """A quotation with a finite verb, and something of the narrator's after it."""
    last = next((i for i in range(at + 1, len(place.clauses)) if not place.clauses.quoted[i]), len(place.clauses))
    after = last + 1
    turned = after < place.right and place.clauses.norms[after] in words("turns")
    return turned and has_verb(place.clauses, at, last)


def that_after_cue(place: Place) -> Content | None:
    """«گفت که S»، «خواست تا S»."""
    if place.after() not in words("before_clause") or "apart" in place.cue.rule:
        return None
    if "say" not in place.frames() and "ask" not in place.frames():
        return None
    return _clause(place, place.cue.last + 1, "indirect", "that_after_cue")


def comma_after_cue(place: Place) -> Content | None:
    """«گفت، S»: direct, as with a colon."""
    if "say" not in place.frames() or place.after() not in words("comma"):
        return None
    at = place.cue.last + 1
    if at < place.right and place.clauses.classes[at] in (CONJUNCTION, ADVERBIAL):
        return None
    if not has_verb(place.clauses, at, place.right):
        return None
    return _clause(place, at, "direct", "comma_after_cue", goes_on=True)


def request_after_cue(place: Place) -> Content | None:
    """«از X خواست S»: the clause after the cue, where somebody is asked before it."""
    asked = "ask" in place.frames() and place.cue.verb.form.tense in _ASKED and _asks_somebody(place)
    if not asked or not _opens_clause(place):
        return None
    return _clause(place, place.cue.last, "indirect", "request_after_cue")


_ASKED = ("past", "perfect", "pluperfect", "participle")


def _asks_somebody(place: Place) -> bool:
    """«از X» before the cue, X somebody; or what follows is a wish, its verb in the subjunctive."""
    froms = {i + 1 for i in range(place.left, place.cue.first) if place.clauses.norms[i] in words("from")}
    wished = any(v.form.tense == "subjunctive" for v in place.clauses.verbs if v.first >= place.cue.last)
    return any(actor.first in froms for actor in place.clauses.actors) or (bool(froms) and wished)


def bare_clause_after_cue(place: Place) -> Content | None:
    """«اعلام کرد S»: a clause with a verb of its own follows the cue."""
    if "say" not in place.frames() or not _opens_clause(place):
        return None
    if place.right - place.cue.last < _SHORTEST_BARE or not has_verb(place.clauses, place.cue.last, place.right):
        return None
    return _clause(place, place.cue.last, "indirect", "bare_clause_after_cue")


def _opens_clause(place: Place) -> bool:
    at = place.cue.last
    if at >= place.right:
        return False
    return place.clauses.classes[at] not in (CONJUNCTION, OBJECT) and place.clauses.norms[at] not in words("comma")


def _clause(place: Place, first: int, kind: str, rule: str, goes_on: bool = False) -> Content | None:
    if first >= place.right:
        return Content((), "direct", rule, goes_on=True) if goes_on else None
    span = tidy(place.clauses, first, place.right)
    if span.end <= span.start:
        return None
    return Content((span,), "direct" if kind == "direct" else "indirect", rule, goes_on)


# --- rules: what stands left of the cue, or between its parts ------------------------------------------------------


def between_parts(place: Place) -> Content | None:
    """«خواستار N شد»، «دستور N را صادر کرد»."""
    if not place.cue.apart:
        return None
    first, last = place.cue.last, place.cue.verb.first
    frame = next(f for f in place.frames() if f.startswith("gap"))
    if "_" in frame:
        opening = words("preposition_" + frame.removeprefix("gap_"))
        first = next((i + 1 for i in range(first, last) if place.clauses.norms[i] in opening), last)
    last = back_over(place.clauses, last, first, OBJECT, ADVERBIAL, MARK)
    return _noun_phrase(place, first, last, "between_parts")


def object_and_predicate(place: Place) -> Content | None:
    """«X را Y خواند»: content is X and Y."""
    if "pred" not in place.frames() or _marker(place) is None:
        return None
    return _noun_phrase(place, _object_start(place), place.cue.first, "object_and_predicate")


def accused_of(place: Place) -> Content | None:
    """«X را به N متهم کرد»: content is X and N; «X را متهم کرد S»: content is S."""
    if "accuse" not in place.frames() or (marker := _marker(place)) is None:
        return None
    if back_over(place.clauses, place.cue.first, marker, ADVERBIAL) == marker + 1 and _opens_clause(place):
        return _clause(place, place.cue.last, "indirect", "accused_that")
    return _noun_phrase(place, _object_start(place), place.cue.first, "accused_of")


def phrase_of_preposition(place: Place) -> Content | None:
    """«از N خبر داد»، «بر N تاکید کرد»، «نسبت به N هشدار داد»."""
    for frame in place.frames():
        if frame in _PREPOSITIONAL and (at := _governor(place, "preposition_" + frame)) is not None:
            first = at + phrase_at(place.clauses, at, "preposition_" + frame)
            last = back_over(place.clauses, place.cue.first, first, ADVERBIAL, MARK)
            return _noun_phrase(place, first, last, "phrase_of_preposition")
    return None


_PREPOSITIONAL = ("az", "bar", "be", "ba", "dar", "nesbat", "baraye")


def object_of_cue(place: Place) -> Content | None:
    """«N را محکوم کرد»."""
    marker = _marker(place)
    if "obj" not in place.frames() or marker is None:
        return None
    last = back_over(place.clauses, place.cue.first, marker + 1, ADVERBIAL, MARK)
    last = marker if last == marker + 1 else last
    return _noun_phrase(place, _object_start(place), last, "object_of_cue")


def _noun_phrase(place: Place, first: int, last: int, rule: str) -> Content | None:
    if first >= last:
        return None
    span = trim(place.clauses.text.text, place.clauses.span(first, last), EDGES)
    return Content((span,), "indirect", rule) if span.end > span.start else None


def _marker(place: Place) -> int | None:
    """The first «را» left of the cue."""
    return next((i for i in range(place.left, place.cue.first) if place.clauses.classes[i] == OBJECT), None)


def _object_start(place: Place) -> int:
    """The object begins after the subject, after an adverbial that a comma or a known phrase ends."""
    marker = _marker(place) or place.cue.first
    start = skip_adverbials(place.clauses, place.left, marker)
    while start < marker and place.clauses.classes[start] in (PREPOSITION, SUBORDINATOR):
        relative = place.clauses.classes[start] == SUBORDINATOR
        ends = _after_relative(place, start, marker) if relative else _after_adverbial(place, start, marker)
        if ends is None:
            break
        start = skip_adverbials(place.clauses, ends, marker)
    return start


def _after_relative(place: Place, start: int, end: int) -> int | None:
    """«که در جمع سخن می‌گفت، ...»: a relative clause after the subject ends at its verb."""
    return next((v.last for v in place.clauses.verbs if start < v.first and v.last < end), None)


def _after_adverbial(place: Place, start: int, end: int) -> int | None:
    """Where a prepositional phrase before the object ends: at a comma, or after the mention that it governs."""
    comma = next((i for i in range(start, end) if place.clauses.norms[i] in words("comma")), None)
    if comma is not None:
        return comma + 1
    governed = next((a.last for a in place.clauses.actors if start < a.first and a.last < end), None)
    return governed if governed and phrase_at(place.clauses, start, "address") else None


def _governor(place: Place, opening: str) -> int | None:
    """The preposition that opens the content: first in its part of the clause, else the first there is."""
    found = [i for i in range(place.left, place.cue.first) if phrase_at(place.clauses, i, opening)]
    start = skip_adverbials(place.clauses, place.left, place.cue.first)
    for at in found:
        if at == start or place.clauses.norms[at - 1] in words("comma") or place.clauses.classes[at - 1] == ADVERBIAL:
            return at
    return found[0] if found else None


def passive_with_agent(place: Place) -> Content | None:
    """«N از سوی X مورد استقبال قرار گرفت»: the content stands before the agent."""
    if "pass" not in place.frames():
        return None
    agent = next((i for i in range(place.cue.first) if phrase_at(place.clauses, i, "agent")), None)
    return _noun_phrase(place, 0, agent, "passive_with_agent") if agent else None


RULES: tuple[Callable[[Place], Content | None], ...] = (
    passive_with_agent,
    between_parts,
    quotation_after_cue,
    colon_after_cue,
    that_after_cue,
    request_after_cue,
    accused_of,
    object_and_predicate,
    phrase_of_preposition,
    object_of_cue,
    comma_after_cue,
    bare_clause_after_cue,
)

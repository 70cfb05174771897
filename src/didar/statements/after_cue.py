"""Rules for a content that stands after its cue: «گفت: S»، «گفت که S»، «اعلام کرد S»."""

from __future__ import annotations

from didar.records import Span
from didar.spans import trim
from didar.statements.clauses import ADVERBIAL, CONJUNCTION, OBJECT
from didar.statements.drafts import Content
from didar.statements.phrases import has_verb, words
from didar.statements.place import EDGES, Place, tidy

# A clause without «که», colon or comma needs at least this many words to be taken for speech.
_SHORTEST_BARE = 3
# «آنچه» so many words before its cue at most: subject and adverbials stand between.
_NEAR = 8


def colon_after_cue(place: Place) -> Content | None:
    """«گفت: S»"""
    if place.after() not in words("colon"):
        return None
    return clause_after(place, place.cue.last + 1, "direct", "colon_after_cue", goes_on=True)


def quotation_after_cue(place: Place) -> Content | None:
    """«گفت: «S»»، «گفت «S» و رفت»، «گفت که «S»»: what is said stands inside quotation marks, and ends with them."""
    at = place.cue.last + (place.after() in words("before_quotation"))
    if at >= place.right or place.clauses.norms[at] not in words("opening_quotes"):
        return None
    region = next((q for q in place.clauses.quotations if q.start == place.clauses.tokens[at].end), None)
    if region is None or not (_fills(place, region) or _is_speech(place, at)):
        return None
    text = place.clauses.text.text
    open_ended = text[region.end : region.end + 1] not in words("closing_quotes")
    return Content((trim(text, region, EDGES),), "direct", "quotation_after_cue", goes_on=open_ended)


def _fills(place: Place, region: Span) -> bool:
    rest = place.clauses.text.text[region.end : place.clauses.tokens[place.right - 1].end]
    return not rest.strip(EDGES + '»”"')


def _is_speech(place: Place, at: int) -> bool:
    """A quotation with a finite verb, and something of the narrator's after it."""
    last = next((i for i in range(at + 1, len(place.clauses)) if not place.clauses.quoted[i]), len(place.clauses))
    after = last + 1
    turned = after < place.right and place.clauses.norms[after] in (words("turns") | words("comma"))
    if after + 1 < place.right and place.clauses.norms[after + 1] in words("opening_quotes"):  # «گفت: «S»، «S»»
        return False
    return turned and has_verb(place.clauses, at, last)


def that_after_cue(place: Place) -> Content | None:
    """«گفت که S»، «خواست تا S»."""
    if place.after() not in words("before_clause") or "apart" in place.cue.rule or _until(place):
        return None
    if "say" not in place.frames() and "ask" not in place.frames():
        return None
    return clause_after(place, place.cue.last + 1, "indirect", "that_after_cue")


def _until(place: Place) -> bool:
    """«خواست تا پایان هفته S»: here «تا» tells how long; after «روایت کرد تا S» it tells what for."""
    told = place.cue.predicate.act in ("assert", "announce")
    return place.after() in words("until") and (told or place.after(1) in words("times"))


def comma_after_cue(place: Place) -> Content | None:
    """«گفت، S»: direct, as with a colon."""
    if "say" not in place.frames() or place.after() not in words("comma"):
        return None
    at = place.cue.last + 1
    if place.after(1) in words("that"):  # «گفت، که S»
        return clause_after(place, at + 1, "indirect", "comma_after_cue")
    if at < place.right and place.clauses.classes[at] in (CONJUNCTION, ADVERBIAL):
        return None
    before = place.clauses.norms[max(place.cue.first - _NEAR, 0) : place.cue.first]
    if not words("whatever").isdisjoint(before):  # «آنچه مردم انتظار دارند، S است»
        return None
    if place.clauses.norms[place.left] in words("that") and not has_verb(place.clauses, place.left, place.cue.first):
        return None  # «X که به شهردار گزارش می‌دهد، S»: the comma ends the relative clause
    if not has_verb(place.clauses, at, place.right):
        return None
    return clause_after(place, at, "direct", "comma_after_cue", goes_on=True)


def request_after_cue(place: Place) -> Content | None:
    """«از X خواست S»: the clause after the cue, where somebody is asked before it."""
    asked = "ask" in place.frames() and place.cue.verb.form.tense in _ASKED and _asks_somebody(place)
    mark = place.after() in words("comma") and place.after(1) not in words("turns")  # «از مردم خواست، S»
    if not asked or not (mark or opens_clause(place)):
        return None
    return clause_after(place, place.cue.last + mark, "indirect", "request_after_cue")


_ASKED = ("past", "perfect", "pluperfect", "participle")


def _asks_somebody(place: Place) -> bool:
    """«از X» before the cue, X somebody; or what follows is a wish, its verb in the subjunctive."""
    froms = {i + 1 for i in range(place.left, place.cue.first) if place.clauses.norms[i] in words("from")}
    wished = any(v.form.tense == "subjunctive" for v in place.clauses.verbs if v.first >= place.cue.last)
    return any(actor.first in froms for actor in place.clauses.actors) or (bool(froms) and wished)


def bare_clause_after_cue(place: Place) -> Content | None:
    """«اعلام کرد S»: a clause with a verb of its own follows the cue."""
    if "say" not in place.frames() or not opens_clause(place) or _opens_no_speech(place):
        return None
    if place.cue.first and place.clauses.classes[place.cue.first - 1] == OBJECT:  # «راز خود را گفت S»
        return None
    if place.cue.predicate.lemma in words("going_on") and _something_goes_on(place):
        return None
    if place.right - place.cue.last < _SHORTEST_BARE or not has_verb(place.clauses, place.cue.last, place.right):
        return None
    return clause_after(place, place.cue.last, "indirect", "bare_clause_after_cue")


def _something_goes_on(place: Place) -> bool:
    """«به تلاش خود ادامه داد»: what somebody goes on with is no speech."""
    return any(place.clauses.norms[at] in words("preposition_be") for at in range(place.left, place.cue.first))


def _opens_no_speech(place: Place) -> bool:
    """«گفت اما ...»، «گفت تا بدانند»، not «گفت تا امروز ...»."""
    return place.after() in words("opens_no_speech") and place.after(1) not in words("times")


def opens_clause(place: Place) -> bool:
    """Tell whether what follows the cue can be a clause of its own: no conjunction, no comma."""
    at = place.cue.last
    if at >= place.right:
        return False
    return place.clauses.classes[at] not in (CONJUNCTION, OBJECT) and place.clauses.norms[at] not in words("comma")


def clause_after(place: Place, first: int, kind: str, rule: str, goes_on: bool = False) -> Content | None:
    """Return the content that runs from token `first` to the end of what the cue may take."""
    if first >= place.right:
        return Content((), "direct", rule, goes_on=True) if goes_on else None
    span = tidy(place.clauses, first, place.right)
    if span.end <= span.start:
        return None
    return Content((span,), "direct" if kind == "direct" else "indirect", rule, goes_on)

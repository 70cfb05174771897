"""Rules for a content that stands before its cue, or between its parts: «N را محکوم کرد»، «خواستار N شد»."""

from __future__ import annotations

from didar.persian.lexicon.lists import opening_at
from didar.spans import trim
from didar.statements.after_cue import clause_after, opens_clause
from didar.statements.clauses import ADVERBIAL, CONJUNCTION, MARK, OBJECT, PREPOSITION, SUBORDINATOR
from didar.statements.drafts import Content
from didar.statements.phrases import THIRD, back_over, has_verb, phrase_at, phrases_in, skip_adverbials, words
from didar.statements.place import EDGES, Place


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
    marker = _marker(place)
    if "pred" not in place.frames() or marker is None:
        return None
    called = marker < place.cue.first - 1  # «سه درس را خواندند»: nothing that it is called
    if not called or _said_by_people(place) or _of_relative(place, marker):
        return None
    return _noun_phrase(place, _object_start(place), place.cue.first, "object_and_predicate")


def _of_relative(place: Place, marker: int) -> bool:
    """«X با دو مرد که خود را Y معرفی کردند»: the object belongs to a relative clause of somebody else."""
    behind = place.left + 1 + (place.clauses.norms[place.left] in words("comma"))
    that = [at for at in range(behind, marker) if place.clauses.norms[at] in words("that")]
    return bool(that) and not any(that[-1] < v.first < place.cue.first - 1 for v in place.clauses.verbs)


def _said_by_people(place: Place) -> bool:
    """«این گیاه را بابونه می‌نامند»: what people call it, where the sentence begins with it."""
    form = place.cue.verb.form
    return form.tense == "present" and form.number == "plural" and _object_start(place) == 0


def accused_of(place: Place) -> Content | None:
    """«X را به N متهم کرد»: content is X and N; «X را متهم کرد S»: content is S."""
    if "accuse" not in place.frames() or (marker := _marker(place)) is None:
        return None
    if back_over(place.clauses, place.cue.first, marker, ADVERBIAL) == marker + 1 and opens_clause(place):
        return clause_after(place, place.cue.last, "indirect", "accused_that")
    return _noun_phrase(place, _object_start(place), place.cue.first, "accused_of")


def phrase_of_preposition(place: Place) -> Content | None:
    """«از N خبر داد»، «بر N تاکید کرد»، «نسبت به N هشدار داد»."""
    for frame in place.frames():
        if frame == "be" and _tells_clause(place):
            continue
        if frame in _PREPOSITIONAL and (at := _governor(place, "preposition_" + frame)) is not None:
            first = at + phrase_at(place.clauses, at, "preposition_" + frame)
            last = back_over(place.clauses, place.cue.first, first, ADVERBIAL, MARK)
            return _noun_phrase(place, first, last, "phrase_of_preposition")
    return None


def _tells_clause(place: Place) -> bool:
    """«به مردم هشدار داد پل را نبندند»: what is told follows the cue, and «به» is before those who are told it."""
    return "say" in place.frames() and opens_clause(place) and has_verb(place.clauses, place.cue.last, place.right)


_PREPOSITIONAL = ("az", "bar", "be", "ba", "dar", "nesbat", "baraye")


def object_of_cue(place: Place) -> Content | None:
    """«N را محکوم کرد»."""
    marker = _marker(place)
    if "obj" not in place.frames() or marker is None:
        return None
    if "ask" in place.frames() and place.cue.predicate.nominal == () and _wishes(place):
        return None
    last = back_over(place.clauses, place.cue.first, marker + 1, ADVERBIAL, MARK)
    if place.clauses.classes[last - 1] == CONJUNCTION:  # «پل را برپا و اعلام کردند S»: another verb's object
        return None
    last = marker if last == marker + 1 else last
    return _noun_phrase(place, _object_start(place), last, "object_of_cue")


def _wishes(place: Place) -> bool:
    """«کار را می‌خواهند انجام دهند»: the verb tells what somebody is going to do."""
    near = range(place.cue.last, place.cue.last + _NEAR_WISH)
    return any(v.first in near and v.form.tense == "subjunctive" for v in place.clauses.verbs)


_NEAR_WISH = 3


def _noun_phrase(place: Place, first: int, last: int, rule: str) -> Content | None:
    if first >= last:
        return None
    last = _with_setting(place, last)
    span = trim(place.clauses.text.text, place.clauses.span(first, last), EDGES)
    return Content((span,), "indirect", rule) if span.end > span.start else None


def _with_setting(place: Place, last: int) -> int:
    """«از گشایش راه در این شهر خبر داد»: «در این شهر» is said, «در این باره» is the narrator's."""
    norms, end = place.clauses.norms, place.cue.first
    if last < end and place.clauses.classes[last - 1] == PREPOSITION:  # «از گشایش پل در سال‌های اخیر خبر داد»
        return end
    setting = end - last == _SETTING and norms[last] in words("within") and norms[last + 1] in words("demonstratives")
    return end if setting and norms[last + 2] not in words("occasions") else last


_SETTING = 3


def _marker(place: Place) -> int | None:
    """The first «را» left of the cue whose object is the cue's."""
    return next((at for at in _markers(place) if _taken_by(place, at) is None), None)


def _markers(place: Place) -> list[int]:
    return [at for at in range(place.left, place.cue.first) if place.clauses.classes[at] == OBJECT]


def _taken_by(place: Place, marker: int) -> int | None:
    """«قدرت را گرفت، خود را X خواند»: where the other verb ends that has this object; none in «X را که آمد Y خواند»."""
    clauses = place.clauses
    for verb in clauses.verbs:
        closes = verb.last < place.cue.first and clauses.norms[verb.last] in words("clause_marks")
        if marker < verb.first and verb.form.person == THIRD and closes:
            return None if any(norm in words("that") for norm in clauses.norms[marker : verb.first]) else verb.last
    return None


def _object_start(place: Place) -> int:
    """The object begins after the subject, after an adverbial that a comma or a known phrase ends."""
    marker = _marker(place) or place.cue.first
    taken = [end for at in _markers(place) if at < marker and (end := _taken_by(place, at))]
    start = skip_adverbials(place.clauses, max(taken, default=place.left), marker)
    while start < marker and place.clauses.classes[start] in (PREPOSITION, SUBORDINATOR):
        relative = place.clauses.classes[start] == SUBORDINATOR
        ends = _after_relative(place, start, marker) if relative else _after_adverbial(place, start, marker)
        if ends is None:
            break
        start = skip_adverbials(place.clauses, ends, marker)
    that = place.clauses.norms[start] in words("that")  # «X که این خبر را اعلام کرده»
    return start + 1 if that and start + 1 < marker else start


def _after_relative(place: Place, start: int, end: int) -> int | None:
    """«که در جمع سخن می‌گفت، ...»: a relative clause after the subject ends at its verb."""
    return next((v.last for v in place.clauses.verbs if start < v.first and v.last < end), None)


def _after_adverbial(place: Place, start: int, end: int) -> int | None:
    """Where a prepositional phrase before the object ends: at a comma, or after the mention that it governs."""
    comma = next((i for i in range(start, end) if place.clauses.norms[i] in words("comma")), None)
    if comma is not None:
        return comma + 1
    adverbs = [i for i in range(start, end) if place.clauses.classes[i] == ADVERBIAL]
    if adverbs:  # «در مراسم گشایش پل در جمع خبرنگاران N را»
        return adverbs[-1] + 1
    governed = next((a.last for a in place.clauses.actors if start < a.first and a.last < end), None)
    opens = opening_at(place.clauses.norms, start, "addressing.toml", "address")
    return governed if governed and opens else None


def _governor(place: Place, opening: str) -> int | None:
    """The preposition that opens the content: first in its part of the clause, else the first there is."""
    openings = phrases_in(place.clauses, range(place.left, place.cue.first), opening)
    free = [at for at, _ in openings if _is_free(place, at)]
    found = [at for at in free if not _in_apposition(place, at)] or free
    start = skip_adverbials(place.clauses, place.left, place.cue.first)
    for at in found:
        if at == start or place.clauses.norms[at - 1] in words("comma") or place.clauses.classes[at - 1] == ADVERBIAL:
            return at
    return found[0] if found else None


def _in_apposition(place: Place, at: int) -> bool:
    """«رادمنش، از اتحادیه راه، از بسته شدن پل انتقاد کرد»: right behind the subject, and between commas."""
    comma, norms = words("comma"), place.clauses.norms
    behind = at - 1 == place.left and norms[at - 1] in comma
    return behind and any(a.first == at + 1 and norms[a.last] in comma for a in place.clauses.actors)


def _is_free(place: Place, at: int) -> bool:
    """Tell whether a preposition is no part of an adverbial («به صراحت») or of another one («پس از»)."""
    clauses = place.clauses
    return clauses.classes[at] != ADVERBIAL and (not at or clauses.norms[at - 1] not in words("binds_preposition"))


def passive_with_agent(place: Place) -> Content | None:
    """«N از سوی X مورد استقبال قرار گرفت»: the content stands before the agent."""
    if "pass" not in place.frames():
        return None
    agent = next((at for at, _ in phrases_in(place.clauses, range(place.cue.first), "agent")), None)
    return _noun_phrase(place, 0, agent, "passive_with_agent") if agent else None

"""Find the source: the words in the cue's clause that name the speaker."""

from __future__ import annotations

from functools import cache

import msgspec

from didar.persian.numbers import number_words
from didar.persian.tokens import Actor
from didar.statements.clauses import ADVERBIAL, CONJUNCTION, MARK, OBJECT, PREPOSITION, SUBORDINATOR, Clauses
from didar.statements.datelines import skip_dateline, skip_report_opener
from didar.statements.phrases import (
    THIRD,
    back_over,
    has_verb,
    phrase_end,
    phrases_in,
    skip_adverbials,
    words,
)
from didar.statements.somebody import may_speak

# A noun phrase of more words without a mention in it is hardly a subject. Median of gold sources: 3 words, longest 22.
_LONGEST_UNKNOWN = 9
# «در تهران و دیگر شهرهای ساوان»: a preposition reaches a place farther than a person.
_NEAR_GOVERNED, _LONGEST_GOVERNED = 4, 8


class Subject(msgspec.Struct, frozen=True, gc=False):
    """The source on the tokens [first, last), and the rule that found it."""

    first: int
    last: int
    rule: str


def find_subject(clauses: Clauses, start: int, end: int) -> Subject | None:
    """Return who speaks in the clause part [start, end) before a cue; None where Persian leaves the subject out.

    The first rule that answers wins.
    """
    start = skip_report_opener(clauses, skip_dateline(clauses, start, end), end)
    if follows_that(clauses, end, start):
        return _antecedent(clauses, start, end)
    if relative := _of_relative(clauses, start, end):
        return relative
    told, that = _after_telling(clauses, start, end), _after_that(clauses, start, end)
    attempts = (
        (_mention_at_start, _after_clause(clauses, start, end)),
        (_mention_at_start, _after_stop(clauses, start, end)),
        (_mention_at_start, told),
        (_mention_at_start, _after_subordinator(clauses, start, end)),
        (_mention_at_start, that),
        (_unknown_phrase, max(start, told)),
        (_mention_before_cue, max(start, told)),
        (_free_mention, max(start, told)),
    )
    found = (
        rule(clauses, skip_adverbials(clauses, at, end), end) for rule, at in attempts if at is not None and at >= 0
    )
    return next((subject for subject in found if subject), None)


def find_opening(clauses: Clauses, end: int) -> Subject | None:
    """Return the mention that opens the sentence, after dateline and «به گزارش X»."""
    start = skip_report_opener(clauses, skip_dateline(clauses, 0, end), end)
    return _mention_at_start(clauses, skip_adverbials(clauses, start, end), end)


def follows_that(clauses: Clauses, end: int, start: int) -> bool:
    """Tell whether the cue follows «که» directly: a relative clause («کسانی که معتقدند»)."""
    at = back_over(clauses, end, start, ADVERBIAL)
    return at > start and clauses.norms[at - 1] in words("that")


def _antecedent(clauses: Clauses, start: int, end: int) -> Subject | None:
    """«مقاماتی که معتقدند»: the mention before «که»."""
    that = back_over(clauses, end, start, ADVERBIAL) - 1
    actor = next((a for a in clauses.actors if start <= a.first and that - 1 <= a.last <= that), None)
    return Subject(actor.first, actor.last, "antecedent") if actor else None


def _of_relative(clauses: Clauses, start: int, end: int) -> Subject | None:
    """«بیانیه شورا، که شهرداری را مسئول دانسته»: the mention before «که», where that clause has the object."""
    that = next((at for at in reversed(range(start, end)) if clauses.norms[at] in words("that")), None)
    if that is None or OBJECT not in clauses.classes[that:end] or has_verb(clauses, that, end - 1):
        return None
    last = that - (clauses.norms[that - 1] in words("comma"))
    actor = next((a for a in clauses.actors if start <= a.first and a.last == last), None)
    return Subject(actor.first, actor.last, "antecedent") if actor else None


def _after_telling(clauses: Clauses, start: int, end: int) -> int:
    """«این در حالی است که X گفت»: where the clause after a verb and «که» begins; -1 where there is none."""
    ends = [
        v.last for v in clauses.verbs if start <= v.first and v.last < end and clauses.norms[v.last] in words("that")
    ]
    return ends[-1] + 1 if ends else -1


def _after_that(clauses: Clauses, start: int, end: int) -> int:
    """«پس از اینکه X گفت»: where the clause after «اینکه» begins; -1 where there is none."""
    ends = [at + taken for at, taken in phrases_in(clauses, range(start, end), "that_clause")]
    return ends[-1] if ends else -1


def _after_subordinator(clauses: Clauses, start: int, end: int) -> int:
    """«درحالی که X پل را زیبا خواند، ...»: where the clause begins that a conjunction and «که» open; else the start."""
    at = skip_adverbials(clauses, start, end)
    while at < end and clauses.classes[at] == SUBORDINATOR:
        at += 1
    return at


def _after_clause(clauses: Clauses, start: int, end: int) -> int:
    """«پل باز شد و X گفت»، «چون پل باز شد، X گفت»: where what follows the last clause begins; -1 where none is."""
    ends = [v.last for v in clauses.verbs if start <= v.first and v.last < end and v.form.person == THIRD]
    if not ends:
        return -1
    if clauses.norms[ends[-1]] in words("clause_marks"):
        return ends[-1] + 1 + (clauses.norms[ends[-1] + 1] in words("clause_openers"))
    return ends[-1] if _somebody_at(clauses, ends[-1]) else -1


def _after_stop(clauses: Clauses, start: int, end: int) -> int:
    """«شهروندان آسوده‌اند.در این حال، شهردار گفت»: behind a full stop to which the next sentence is glued."""
    stops = [at + 1 for at in range(start, end) if clauses.norms[at] == "." and len(clauses.norms[at - 1]) > 2]
    return stops[-1] if stops else -1


def _somebody_at(clauses: Clauses, at: int) -> bool:
    """«پل باز شد شهردار گفت»: the sentence mark was lost, and a person follows the verb."""
    return any(a.first == at and a.mention.type == "person" for a in clauses.actors)


def _mention_at_start(clauses: Clauses, start: int, end: int) -> Subject | None:
    """The mention that opens the clause, with the words of its phrase before it."""
    if start >= end or clauses.classes[start] in (PREPOSITION, OBJECT):
        return None
    last = max(phrase_end(clauses, start, end), start + (clauses.norms[start] in words("opening_quotes")))
    mention = next((a for a in clauses.actors if start <= a.first <= last and a.last <= end), None)
    if mention is None or not _adjoins(clauses, start, mention):
        return None
    first = mention.first if clauses.norms[start] in words("opening_quotes") else start
    last = _whole_phrase(clauses, _with_apposition(clauses, mention, end), end)
    return None if _object_follows(clauses, last, end) else Subject(first, last, "mention_opens_clause")


def _whole_phrase(clauses: Clauses, last: int, end: int) -> int:
    """«رئیس اتحادیه فروشندگان تلفن»: nouns that go on behind a mention, up to a bound or the cue; no object."""
    if any(name == OBJECT for name in clauses.classes[last:end]) or last >= end:
        return last
    if clauses.norms[last] in words("breaks_phrase") or clauses.norms[last - 1] in words("personal"):
        return last
    after = phrase_end(clauses, last, end)
    bounded = after == end or clauses.classes[after] in (PREPOSITION, MARK, ADVERBIAL)
    plain = all(name == "" for name in clauses.classes[last:after])
    return after if bounded and plain and after - last <= _LONGEST_REST else last


_LONGEST_REST = 3


def _unknown_phrase(clauses: Clauses, start: int, end: int) -> Subject | None:
    """A noun phrase without a mention that opens the clause."""
    if start >= end or clauses.classes[start] in (PREPOSITION, OBJECT):
        return None
    last = _with_many(clauses, phrase_end(clauses, start, end), end)
    if last == start or last - start > _LONGEST_UNKNOWN or _object_follows(clauses, last, end):
        return None
    done = any(v.last == last and v.form.tense == "participle" for v in clauses.verbs)  # «بررسی‌های انجام شده»
    counted = start + 1 < last and clauses.norms[start] in number_words()  # «چهار موضوع»
    if any(map(_never_speaks, clauses.norms[start : start + 1 + counted])) or has_verb(clauses, start, last) or done:
        return None
    if not may_speak(clauses.norms[start:last]) and " ".join(clauses.norms[start:last]) not in clauses.surnames:
        return None
    return Subject(start, last, "phrase_opens_clause")


def _with_many(clauses: Clauses, last: int, end: int) -> int:
    """«یکی از این رانندگان»، «یکی دیگر از آگاهان»: the phrase goes on behind «از»."""
    if not 0 < last < end or clauses.norms[last] not in words("from"):
        return last
    counted = last - 2 if clauses.norms[last - 1] in words("other") else last - 1
    return phrase_end(clauses, last + 1, end) if clauses.norms[max(counted, 0)] in words("parts") else last


@cache
def _never_speaks(norm: str) -> bool:
    """«افزایش قیمت‌ها»، «شاید»: a happening, a thing or a particle heads no subject of speech."""
    things = words("things")
    return norm in words("no_subject") or norm in things or norm.removesuffix("ی").removesuffix("ها") in things


def _adjoins(clauses: Clauses, start: int, actor: Actor) -> bool:
    """Nothing but words of one phrase stands between the start of the clause and the mention."""
    between = clauses.classes[start : actor.first]
    return (
        len(between) <= _LONGEST_UNKNOWN
        and all(c in ("", MARK) for c in between)
        and not has_verb(clauses, start, actor.first)
    )


def _with_apposition(clauses: Clauses, actor: Actor, end: int) -> int:
    """A second mention joined by «و» belongs to the source («چین و آمریکا»)."""
    last = actor.last
    for following in clauses.actors:
        joined = following.first == last + 1 and clauses.classes[last] == CONJUNCTION
        if joined and following.last <= end and not _object_follows(clauses, following.last, end):
            last = following.last
    return min(last, end)


def _object_follows(clauses: Clauses, last: int, end: int) -> bool:
    return last < end and clauses.classes[last] == OBJECT


def _mention_before_cue(clauses: Clauses, start: int, end: int) -> Subject | None:
    """«مردم آسوده‌اند، شهردار گفت»: the mention right before the cue, itself behind a comma or an adverbial."""
    last = back_over(clauses, end, start, ADVERBIAL)
    actor = next((a for a in clauses.actors if a.last == last and a.first > start), None)
    if actor is None or clauses.classes[actor.first - 1] not in (MARK, ADVERBIAL):
        return None
    return Subject(actor.first, actor.last, "mention_before_cue")


def _free_mention(clauses: Clauses, start: int, end: int) -> Subject | None:
    """The first mention in the clause that no preposition governs and no «را» follows."""
    for actor in clauses.actors:
        if actor.first < start or actor.last > end:
            continue
        if not is_governed(clauses, actor, start) and not _object_follows(clauses, actor.last, end):
            rule = "free_place" if actor.mention.type == "place" else "free_mention"
            return Subject(actor.first, _with_apposition(clauses, actor, end), rule)
    return None


def is_governed(clauses: Clauses, actor: Actor, start: int) -> bool:
    """Tell whether a preposition before the mention reaches it: «در دیدار وزیر», not «در این دیدار وزیر».

    A place right before the mention keeps the preposition for itself: «در ساوان وزیر گفت».
    """
    if any(a.last == actor.first and a.mention.type == "place" for a in clauses.actors):
        return False
    at = actor.first - 1
    reach = _LONGEST_GOVERNED if actor.mention.type == "place" else _NEAR_GOVERNED
    while at >= start and at >= actor.first - reach:
        if clauses.classes[at] == PREPOSITION:
            return True
        if clauses.classes[at] in (ADVERBIAL, MARK, OBJECT) or clauses.norms[at] in words("demonstratives"):
            return False
        at -= 1
    return False

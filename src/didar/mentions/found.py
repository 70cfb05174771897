"""What a rule found in a sentence, and how it becomes a Mention with its offices."""

from __future__ import annotations

from typing import Any

import msgspec

from didar.mentions.line import Line
from didar.mentions.noun_phrase import Phrase
from didar.mentions.vocabulary import statesmen
from didar.persian.english import english_of
from didar.records import EntityType, Mention, MentionForm, Office, Span

_SPEAK_FOR_NO_STATE = frozenset({"PTY", "NGO", "CVL", "LAB", "JRN"})
_PARTIES = frozenset({"PTY", "JRN"})  # «احزاب کردستان عراق», «رسانه‌های ترکیه»


class Found(msgspec.Struct, frozen=True, gc=False):
    """A noun phrase [start, end) in tokens, with the places of its parts."""

    start: int
    end: int
    type: EntityType
    form: MentionForm
    rule: str
    name: tuple[int, int] | None = None
    rank: tuple[int, int] | None = None
    phrases: tuple[Phrase, ...] = ()
    key: tuple[int, int] | None = None
    plural: bool = False
    country: str | None = None
    sector: str | None = None

    def moved(self, start: int, end: int, **changes: Any) -> Found:
        """Return the same with other bounds."""
        return msgspec.structs.replace(self, start=start, end=end, **changes)


def span_of(line: Line, start: int, end: int) -> Span:
    """Return the span of tokens [start, end)."""
    return Span(line.tokens[start].start, line.tokens[end - 1].end)


def mention_of(line: Line, found: Found) -> Mention:
    """Turn what was found into the record that travels on."""
    phrases = found.phrases
    offices = tuple([office_of(line, phrase) for phrase in phrases if phrase.head.kind == "role"])
    start, end = found.name or found.key or (found.start, found.end)
    country = found.country or (next((o.country for o in offices if _speaks_for(o)), None) if offices else None)
    return Mention(
        span=span_of(line, found.start, found.end),
        type=found.type,
        form=found.form,
        key=" ".join([norm for norm in line.norms[start:end] if norm[:1].isalnum()]),
        rule=found.rule,
        name=span_of(line, *found.name) if found.name else None,
        rank=span_of(line, *found.rank) if found.rank else None,
        offices=offices,
        country=country or _country_told(line, found),
        sector=found.sector or (next(filter(None, map(sector_of, phrases)), None) if phrases else None),
        plural=found.plural,
    )


def _country_told(line: Line, found: Found) -> str | None:
    """Return the country of a body, or of somebody without an office whom every reader knows."""
    if not found.phrases:
        return statesmen().get("".join(line.norms[found.name[0] : found.name[1]])) if found.name else None
    stateless = _SPEAK_FOR_NO_STATE if found.type == "organization" else _PARTIES
    bodies = (phrase for phrase in found.phrases if phrase.head.kind != "role")
    return next((phrase.country for phrase in bodies if sector_of(phrase) not in stateless), None)


def _speaks_for(office: Office) -> bool:
    """Tell whether whoever holds the office speaks for its state: not a former holder, not a medium's."""
    return office.country is not None and "former" not in office.modifiers and office.sector != "JRN"


def office_of(line: Line, phrase: Phrase) -> Office:
    """Turn a phrase headed by a role into an office."""
    span = span_of(line, phrase.start, phrase.end)
    organization = None
    if phrase.organization is not None:
        inner = span_of(line, phrase.organization, phrase.end)
        organization = line.text[inner.start : inner.end]
    return Office(
        span=span,
        title=line.text[span.start : span.end],
        head=phrase.head.word,
        organization=organization,
        modifiers=(*phrase.modifiers, *_unlisted(line, phrase)),
        country=phrase.country,
        sector=sector_of(phrase),
        english=english_of(line.text[span.start : span.end]),
    )


def _unlisted(line: Line, phrase: Phrase) -> tuple[str, ...]:
    """Mark an office that ends in a name which no table has: perhaps a state («وزیر دفاع کرانستان»)."""
    last = phrase.end - 1
    ends_in_name = last >= phrase.head_end and line.rare(last)
    return ("unlisted",) if phrase.country is None and (ends_in_name or "foreign" in phrase.head.flags) else ()


def sector_of(phrase: Phrase) -> str | None:
    """Return the PLOVER sector of a phrase: the head's own, else that of the first part that has one.

    Who serves an international body and no state («مدیرکل آژانس») has the body's.
    """
    sectors = [entry.sector for entry, _, _ in phrase.parts if entry.sector is not None]
    if phrase.head.kind != "role" and phrase.country is None and "unlisted" in phrase.modifiers:
        return None  # of some state, we cannot tell which: «دولت ...» of somebody unknown, «ائتلاف عربی»
    return "IGO" if phrase.country is None and "IGO" in sectors else next(iter(sectors), None)

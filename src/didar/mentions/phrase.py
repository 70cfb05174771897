"""Read one phrase that names somebody: «سرلشکر محمد باقری رئیس ستاد کل» in, its parts, English and Latin out."""

from __future__ import annotations

import re
from functools import cache

import msgspec
from msgspec.structs import replace

from didar.mentions.countries import state_of
from didar.mentions.find import find_in_lines
from didar.mentions.line import Line
from didar.persian.english import english_of
from didar.persian.latin import latin_beside, romanize
from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_patterns
from didar.persian.tokens import sentence_of
from didar.records import Mention, Span, Token

# A suffix that stands apart by a lost half-space is part of its word: «حرفه ای», «بیماری های».
_WORD = r"\d+|[^\W\d_][\w\u200c\u064b-\u0655\u0670]*|\S"


@cache
def _token() -> re.Pattern[str]:
    ends = "|".join(load_patterns("mentions.toml")["words"]["ends_apart"])
    return re.compile(rf"[^\W\d_]+ (?:{ends})(?!\w)|{_WORD}")


class PhraseParts(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What a phrase says of whom it names; null where it does not say.

    `role` is the office as written, `country` ISO 3166-1 alpha-2, `sector` a PLOVER code. `latin_known` is false
    where letters had to be written out one by one.
    """

    name: str | None = None
    rank: str | None = None
    role: str | None = None
    organization: str | None = None
    country: str | None = None
    sector: str | None = None
    english: str | None = None
    latin: str | None = None
    latin_known: bool = False


def parse_phrase(text: str) -> PhraseParts:
    """Return the parts of a phrase that names a person, an office or an organization."""
    tokens = tuple(
        Token(m.start(), m.end(), m.group(), fold(m.group()).replace(" ", ""))
        for m in _token().finditer(text)
        if fold(m.group())
    )
    if not tokens:
        return PhraseParts()
    line = Line(sentence_of(0, len(text), 0, tokens), text)
    mentions = find_in_lines([line])
    named = next((mention for mention in mentions if mention.name is not None and mention.type == "person"), None)
    main = next((mention for mention in mentions if mention.offices), named) or (mentions[0] if mentions else None)
    return PhraseParts() if main is None else _parts(text, _with_rest(line, main, mentions), named)


def _with_rest(line: Line, main: Mention, mentions: list[Mention]) -> Mention:
    """Let the office reach the end of the phrase: what a running text may leave in doubt belongs to it here."""
    if not main.offices or any(other.span.start >= main.span.end and other.name for other in mentions):
        return main
    office = main.offices[-1]
    last = next((at for at in range(line.size - 1, -1, -1) if line.norms[at][:1].isalnum()), 0)
    first = next((at for at, token in enumerate(line.tokens) if token.start >= office.span.end), line.size)
    if first > last or line.tokens[last].end <= main.span.end or ":" in line.norms[first:last]:
        return main
    title = line.text[office.span.start : line.tokens[last].end]
    body = office.organization and title[title.index(office.organization) :]
    bodies = (at for at in range(first, last + 1) if not line.is_word(at, "regions"))
    inner = next((at for at in bodies if line.entry(at, "head", "organization")), None)
    if body is None and inner is not None:
        body = line.text[line.tokens[inner].start : line.tokens[last].end]
    named = [found[0].country for at in range(first, last + 1) if (found := line.entry(at, "name", "place"))]
    whole = replace(office, title=title, organization=body, country=office.country or next(iter(named), None))
    sectors = [found[0].sector for at in range(first, last + 1) if (found := line.entry(at, "role", "head"))]
    sector = main.sector or next((sector for sector in sectors if sector is not None), None)
    return replace(main, offices=(whole, *main.offices[:-1]), country=main.country or whole.country, sector=sector)


def _parts(text: str, main: Mention, named: Mention | None) -> PhraseParts:
    office = main.offices[0] if main.offices else None
    body = main.type in ("organization", "group") and office is None
    role = office.title if office else None
    organization = office.organization if office else (_cut(text, main.span) if body else None)
    country = main.country or (office.country if office else None) or state_of(main)
    name = _cut(text, named.name) if named and named.name else None
    told = latin_beside(text, named.name.end) if named and named.name else None
    latin, known = romanize(name, country in (None, "IR")) if name else (None, False)
    return PhraseParts(
        name=name,
        rank=_cut(text, named.rank) if named and named.rank else None,
        role=role,
        organization=organization,
        country=country,
        sector=main.sector,
        english=english_of(role or organization or "") if role or organization else None,
        latin=told or latin,
        latin_known=known or told is not None,
    )


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]

"""Make entities of the characters who act: names, aliases, roles, country, mentions."""

from __future__ import annotations

from collections.abc import Iterable

from didar.persian.english import english_of
from didar.persian.latin import latin_beside, romanize
from didar.persian.lexicon.lists import folded
from didar.records import Entity, EntityMention, Mention, Note, Role, Span, Status
from didar.references.characters import Character, Characters, points_back


def make_entities(
    characters: Characters, acting: Iterable[Character | None]
) -> tuple[tuple[Entity, ...], dict[int, str]]:
    """Return an entity for each acting character in the order of the text, and their ids by `id(character)`."""
    chosen = {id(character): character for character in acting if character and character.mentions}
    ordered = sorted(chosen.values(), key=lambda c: min(m.span.start for m in c.mentions))
    ids = {id(character): f"e{number}" for number, character in enumerate(ordered, 1)}
    return tuple(_entity(characters, c, ids[id(c)]) for c in ordered), ids


def _entity(characters: Characters, character: Character, name: str) -> Entity:
    text = characters.text.text
    naming = [m for m in character.mentions if _names(m, character)] or character.mentions
    main = _main(naming)
    country = _country(naming, main)
    latin, status = _latin_told(text, naming, main) or _latin(_name(text, main), main, country)
    return Entity(
        id=name,
        type=main.type,
        name=_name(text, main),
        mentions=_links(character),
        aliases=tuple(dict.fromkeys(alias for m in naming for alias in _strings(text, m))),
        latin=latin,
        latin_status=status,
        country=country,
        roles=_roles(naming) if main.type == "person" else (),
    )


def _links(character: Character) -> tuple[EntityMention, ...]:
    pairs = sorted(zip(character.mentions, character.rules, strict=True), key=lambda pair: pair[0].span.start)
    return tuple(EntityMention(span=mention.span, form=mention.form, rule=rule) for mention, rule in pairs)


def note_two_states(entities: tuple[Entity, ...]) -> tuple[Note, ...]:
    """Return a note for each person whose offices are of two states."""
    message = "has offices of two states: no country is given"
    several = (e for e in entities if e.country is None and len({r.country for r in e.roles if r.country}) > 1)
    return tuple(Note(stage="references", message=f"{e.id} {message}", span=e.roles[0].span) for e in several)


def _names(mention: Mention, character: Character) -> bool:
    """Tell whether a mention names the character itself: it neither points back nor is a document of his."""
    return not points_back(mention) and (mention.type != "document" or character.type == "document")


def _main(naming: list[Mention]) -> Mention:
    """The mention that names the entity best: «نیویورک تایمز» of «روزنامه نیویورک تایمز», else the longest name."""
    main = max(naming, key=_fullness)
    head, _, bare = main.key.partition(" ")
    if main.form != "name" or head not in folded("references.toml", "heads_before_names"):
        return main
    return next((m for m in naming if m.form == "name" and m.key == bare), main)


def _fullness(mention: Mention) -> tuple[bool, bool, int]:
    """A name tells more than a role, a phrase more than one with «این», a long name more than a short one."""
    span = mention.name or (mention.offices[0].span if mention.offices else mention.span)
    pointing = folded("references.toml", "pointing").isdisjoint(mention.key.split())
    return mention.form == "name", pointing, span.end - span.start


def _name(text: str, mention: Mention) -> str:
    span = mention.name or mention.span
    if mention.form == "role" and mention.offices:
        span = Span(mention.offices[0].span.start, mention.offices[-1].span.end)
    return text[span.start : span.end]


def _latin_told(text: str, naming: list[Mention], main: Mention) -> tuple[str, Status] | None:
    """A person's name as the text itself spells it in Latin letters, behind one of the places where it stands."""
    ends = (m.name.end for m in naming if m.name and m.key == main.key) if main.type == "person" else ()
    told = next((latin for end in ends if (latin := latin_beside(text, end))), None)
    return (told, "stated") if told else None


def _latin(name: str, main: Mention, country: str | None) -> tuple[str | None, Status]:
    """A person's name in its usual Latin spelling; an office, organization or group in English."""
    if main.type == "person" and main.form == "name":
        spelled, known = romanize(name, iranian=country in _PERSIAN_SPELLING)
        return spelled, "derived" if known else "defaulted"
    english = english_of(name)
    return english, "derived" if english else "unknown"


def _country(naming: list[Mention], main: Mention) -> str | None:
    """The state that the entity speaks for; a medium, an international body and its officers speak for none.

    A state that the words name comes before one that is taken by default. Who held an office holds it no more; offices
    of two states tell nothing.
    """
    if main.type != "person":
        return None if main.sector in _OF_NO_STATE else next((m.country for m in naming if m.country), None)
    offices = [office for mention in naming for office in mention.offices]
    stated = {office.country for office in offices if office.country and "former" not in office.modifiers}
    if len(stated) > 1:
        return None
    named = next((m.country for m in naming if m.country in stated), None)
    if named or any("former" in o.modifiers or (o.sector == "IGO" and not o.country) for o in offices):
        return named
    return next((m.country for m in naming if m.country), None)


_OF_NO_STATE = ("JRN", "IGO")
# States whose names are spelled as Iran spells them; a name without a state is taken for one of theirs.
_PERSIAN_SPELLING = ("IR", "AF", "TJ", None)


def _strings(text: str, mention: Mention) -> Iterable[str]:
    spans = [mention.span, mention.name, *(office.span for office in mention.offices)]
    return (text[span.start : span.end] for span in spans if span)


def _roles(naming: list[Mention]) -> tuple[Role, ...]:
    """Every office that the article gives, each title once, the longest first."""
    found: dict[str, Role] = {}
    for mention in naming:
        for office in mention.offices:
            role = Role(
                title=office.title,
                span=office.span,
                english=office.english,
                country=office.country,
                sector=office.sector,
            )
            found.setdefault(office.title, role)
    return tuple(sorted(found.values(), key=lambda role: -len(role.title)))

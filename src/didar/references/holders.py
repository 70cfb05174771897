"""Two offices side by side that are one person's: «معاون راه و سرپرست ستاد پل گفت» has its verb in the singular."""

from __future__ import annotations

from msgspec.structs import replace

from didar.records import Mention, Mentions, Saying, Span, Text
from didar.references.lookup import mentions_in
from didar.references.number import number_of_cue
from didar.spans import covers


def join_offices_of_one(text: Text, mentions: Mentions, sayings: tuple[Saying, ...]) -> Mentions:
    """Return the mentions, those of two offices side by side as one person's where a verb in the singular says so."""
    joint = {mention.span: mention for mention in mentions.actors if mention.rule == "joint"}
    if not joint:
        return mentions
    spoken = [(saying, joint[saying.source]) for saying in sayings if saying.source and saying.source in joint]
    of_one = {mention.key for saying, mention in spoken if number_of_cue(text, saying) == "singular"}
    actors = {mention.span: mention for mention in mentions.actors}
    for mention in joint.values():
        if mention.key in of_one:
            _put_together(actors, mention, mentions_in(mentions, mention.span))
    return replace(mentions, actors=tuple(sorted(actors.values(), key=lambda m: (m.span.start, -m.span.end))))


def _put_together(actors: dict[Span, Mention], joint: Mention, near: list[Mention]) -> None:
    """Let the first of the parts take the offices of the others and the whole span; longer rows with it are none.

    A body behind «و» belongs to his office: «سفیر دریابار در آلوانیا و سازمان ملل گفت».
    """
    parts = [part for part in near if covers(joint.span, part.span) and part is not joint]
    if not parts or not _is_person(parts[0]) or any(part.form == "name" and _is_person(part) for part in parts[1:]):
        return
    for part in near:
        if part in parts or part.rule == "joint":
            actors.pop(part.span, None)
    offices = tuple(office for part in parts for office in part.offices)
    country = next((part.country for part in parts if part.country), None)
    actors[joint.span] = replace(parts[0], span=joint.span, offices=offices, country=country)


def _is_person(mention: Mention) -> bool:
    return mention.type == "person" and not mention.plural and mention.rule != "quantified"


def _is_office(mention: Mention) -> bool:
    return mention.form in ("role", "nominal") and bool(mention.offices)

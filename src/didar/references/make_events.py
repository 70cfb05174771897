"""Make events: deeds with their actors, and meetings as consultations, become the record's events."""

from __future__ import annotations

from msgspec.structs import replace

from didar.records import Deed, Entity, Event, Factuality, Meeting, Span, Standing

_FACTUALITY: dict[Standing, Factuality] = {
    "held": "asserted", "announced": "future", "cancelled": "negated", "denied": "negated",
}  # fmt: skip
# PLOVER's modes of CONSULT; a letter or a news conference consults nobody.
_CONSULTING = {
    "in_person": None, "phone": "phone", "video": "phone", "session": "multilateral", "visit": "visit", "talks": None,
}  # fmt: skip


def make_events(
    deeds: tuple[tuple[Deed, tuple[str, ...], tuple[str, ...]], ...],
    meetings: tuple[Meeting, ...],
    entities: tuple[Entity, ...],
) -> tuple[Event, ...]:
    """Return the events of an article in the order of the text, numbered; deeds come with the ids of both sides."""
    events = [_of_deed(deed, actors, recipients) for deed, actors, recipients in deeds if actors]
    events += [event for meeting in meetings if (event := _consultation(meeting, entities))]
    events.sort(key=lambda event: event.trigger or Span(0, 0))
    return tuple(replace(event, id=f"e{index}") for index, event in enumerate(events, 1))


def _of_deed(deed: Deed, actors: tuple[str, ...], recipients: tuple[str, ...]) -> Event:
    return Event(
        id="", type=deed.type, actors=actors, recipients=recipients, trigger=deed.trigger, factuality=deed.factuality,
        mode=deed.mode, contexts=deed.contexts, rule=deed.rule,
    )  # fmt: skip


def _consultation(meeting: Meeting, entities: tuple[Entity, ...]) -> Event | None:
    """Return the consultation that a meeting is: who comes or speaks first is the actor."""
    if meeting.type not in _CONSULTING or not meeting.participants:
        return None
    first, *others = meeting.participants
    if not others and meeting.type != "visit":
        return None
    mode = "multilateral" if len(others) > 1 and meeting.type != "visit" else _CONSULTING[meeting.type]
    together = {participant.entity for participant in meeting.participants}
    countries = {entity.country for entity in entities if entity.id in together and entity.country}
    return Event(
        id="", type="CONSULT", actors=(first.entity,), recipients=tuple(other.entity for other in others), mode=mode,
        trigger=meeting.trigger, factuality=_FACTUALITY[meeting.standing],
        contexts=("diplomatic",) if len(countries) > 1 else (), rule="meeting",
    )  # fmt: skip

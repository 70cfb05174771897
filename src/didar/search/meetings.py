"""Find who met whom: the meetings that fit all that is asked, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from didar.search.conditions import IS_OF_COUNTRY, OF_COUNTRY, Conditions, ask, country_code
from didar.search.hits import MeetingHit, ParticipantHit
from didar.store.files import Connection
from didar.store.load import Row

_MEETINGS = """
    SELECT meetings.*, articles.key, articles.published, articles.outlet, articles.title, articles.url,
           (SELECT json_group_array(json_object('name', entities.name, 'latin', entities.latin,
                       'country', entities.country, 'part', participants.part, 'person', entities.person))
              FROM participants CROSS JOIN entities ON entities.id = participants.entity
             WHERE participants.meeting = meetings.id) AS participants
      FROM meetings JOIN articles ON articles.id = meetings.article
    {where}
     ORDER BY meetings.day DESC, meetings.article DESC, meetings.id LIMIT ?"""

_OF_COUNTRY = f"""
    SELECT meeting FROM ({OF_COUNTRY}) AS party CROSS JOIN participants ON participants.entity = party.id
"""
_IS_OF_COUNTRY = f"""
    EXISTS (SELECT 1 FROM participants
             WHERE participants.meeting = {{column}} AND ({IS_OF_COUNTRY.replace("{column}", "participants.entity")}))
"""


def find_meetings(
    connection: Connection,
    *,
    people: Sequence[str] = (),
    countries: Sequence[str] = (),
    type: str | None = None,
    standing: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = 20,
) -> list[MeetingHit]:
    """Return the meetings in which all of `people` and all of `countries` took part."""
    conditions = Conditions(connection)
    for name in people:
        party = Conditions(connection)
        party.add_bearer("participants.entity", name)
        _add_party(conditions, party)
    for country in countries:
        code = country_code(country)
        conditions.add_among("meetings.id", _OF_COUNTRY, code, code, test=_IS_OF_COUNTRY)
    conditions.add_word("meetings.type", type)
    conditions.add_word("meetings.standing", standing)
    conditions.add_outlet(outlet)
    conditions.add_days("meetings.day", since, until)
    return [_hit(row) for row in ask(connection, _MEETINGS, conditions, limit)]


def _add_party(conditions: Conditions, party: Conditions) -> None:
    """Ask that somebody took part; where many fit, each meeting is asked, from the newest back."""
    if party.narrow:
        conditions.add_among("meetings.id", f"SELECT meeting FROM participants {party.where()}", *party.values)
    else:
        parties = f"SELECT 1 FROM participants {party.where()} AND participants.meeting = meetings.id"
        conditions.add(f"EXISTS ({parties})", *party.values)


def _hit(row: Row) -> MeetingHit:
    told = ("type", "standing", "date", "place", "trigger", "confidence", "rule")
    return MeetingHit(
        article=row["key"],
        meeting=row["label"],
        participants=msgspec.json.decode(row["participants"], type=tuple[ParticipantHit, ...]),
        number=row["id"],
        **{name: row[name] for name in (*told, "published", "outlet", "title", "url")},
    )

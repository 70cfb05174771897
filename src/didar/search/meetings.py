"""Find who met whom: the meetings that fit all that is asked, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from didar.search.conditions import Conditions, ask
from didar.search.hits import MeetingHit, ParticipantHit
from didar.store.files import Connection
from didar.store.load import Row

# A meeting's day is the one that the report tells, or else the day of the report.
_DAY = "coalesce(meetings.date, articles.published)"
_MEETINGS = f"""
    SELECT meetings.*, articles.key, articles.published, articles.outlet, articles.title, articles.url,
           (SELECT json_group_array(json_object('name', entities.name, 'latin', entities.latin,
                       'country', entities.country, 'part', participants.part, 'person', entities.person))
              FROM participants JOIN entities ON entities.id = participants.entity
             WHERE participants.meeting = meetings.id) AS participants
      FROM (SELECT meetings.id AS number, {_DAY} AS day, article
              FROM meetings JOIN articles ON articles.id = meetings.article
            {{where}}
             ORDER BY day DESC, article DESC, meetings.id LIMIT ?) AS found
      JOIN meetings ON meetings.id = found.number
      JOIN articles ON articles.id = meetings.article
     ORDER BY found.day DESC, meetings.article DESC, meetings.id"""


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
        party.add_bearer("entity", name)
        _add_party(conditions, party)
    for country in countries:
        party = Conditions(connection)
        party.add_country("entity", country)
        _add_party(conditions, party)
    conditions.add_word("meetings.type", type)
    conditions.add_word("meetings.standing", standing)
    conditions.add_outlet(outlet)
    conditions.add_days(_DAY, since, until)
    return [_hit(row) for row in ask(connection, _MEETINGS, conditions, limit)]


def _add_party(conditions: Conditions, party: Conditions) -> None:
    conditions.add_among("meetings.id", f"SELECT meeting FROM participants {party.where()}", *party.values)


def _hit(row: Row) -> MeetingHit:
    told = ("type", "standing", "date", "place", "trigger", "confidence", "rule")
    return MeetingHit(
        article=row["key"],
        meeting=row["label"],
        participants=msgspec.json.decode(row["participants"], type=tuple[ParticipantHit, ...]),
        number=row["id"],
        **{name: row[name] for name in (*told, "published", "outlet", "title", "url")},
    )

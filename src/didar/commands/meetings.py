"""`didar meetings`: who met whom."""

from __future__ import annotations

from typing import get_args

import click

from didar.archive import Archive
from didar.commands.archives import Column, day, listing_options, named, on_archive, show
from didar.records import MeetingType, Standing
from didar.search.hits import MeetingHit

EXAMPLES = """
\b
Examples:
  didar meetings --with Kariman --with 'الوندی'
  didar meetings --country ZZ --type phone --since 2019-05 --until 1398/06
"""


def _who(hit: MeetingHit) -> str:
    return " – ".join(named(party.name, party.latin) or "" for party in hit.participants)


def _kind(hit: MeetingHit) -> str:
    kind = hit.type.replace("_", " ")
    return kind if hit.standing == "held" else f"{kind} ({hit.standing})"


_COLUMNS: tuple[Column, ...] = (
    ("day", lambda hit: day(hit.date or hit.published)),
    ("type", _kind),
    ("who", _who),
    ("place", lambda hit: hit.place),
    ("outlet", lambda hit: hit.outlet),
    ("report", lambda hit: hit.title),
)


@click.command("meetings", epilog=EXAMPLES, short_help="List who met whom.")
@click.option("--with", "people", multiple=True, metavar="NAME", help="Somebody who took part; several: all of them.")
@click.option("--country", "countries", multiple=True, metavar="CODE", help="A state that took part, by code or name.")
@click.option("--type", type=click.Choice(get_args(MeetingType)))
@click.option("--standing", type=click.Choice(get_args(Standing)), help="held, announced, cancelled or denied.")
@click.option("--outlet", help="Only reports of an outlet whose name contains this.")
@click.option("--since", metavar="DATE", help="On or after this day, month or year, in either calendar.")
@click.option("--until", metavar="DATE", help="Up to this day, month or year.")
@listing_options
@on_archive
def command(
    people: tuple[str, ...],
    countries: tuple[str, ...],
    type: str | None,
    standing: str | None,
    outlet: str | None,
    since: str | None,
    until: str | None,
    archive: Archive,
    shape: str | None,
    limit: int,
) -> None:
    """List the meetings of an archive, the newest first. The day is the meeting's, or else that of the report.

    Exit code 0: found; 1: nothing found, or the archive cannot be read; 2: wrong usage.
    """
    asked = {"type": type, "standing": standing, "outlet": outlet, "since": since, "until": until}
    hits = archive.meetings(*people, countries=countries, limit=limit or None, **asked)
    show(hits, _COLUMNS, shape)

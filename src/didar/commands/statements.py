"""`didar statements`: who said what."""

from __future__ import annotations

from typing import Any, get_args

import click

from didar.archive import Archive
from didar.commands.archives import Column, day, listing_options, named, on_archive, show
from didar.records import Act, Kind

EXAMPLES = """
\b
Examples:
  didar statements --speaker Kariman --since 1402
  didar statements 'بندر' --role 'وزیر دفاع' --country ZZ --act request
  didar statements --to 'الوندی' --format csv --limit 0 > said.csv
"""

_COLUMNS: tuple[Column, ...] = (
    ("day", lambda hit: day(hit.published)),
    ("speaker", lambda hit: named(hit.speaker, hit.latin)),
    ("office", lambda hit: hit.role_english or hit.role),
    ("act", lambda hit: ", ".join(hit.acts)),
    ("said", lambda hit: hit.content),
    ("outlet", lambda hit: hit.outlet),
)


@click.command("statements", epilog=EXAMPLES, short_help="List who said what.")
@click.argument("query", required=False)
@click.option("--speaker", metavar="NAME", help="In any spelling, Persian or Latin, with rank or without; or #12.")
@click.option("--country", metavar="CODE", help="The speaker's state: ISO code, or its name in Persian or English.")
@click.option("--role", metavar="OFFICE", help="Words of the speaker's office, Persian or English.")
@click.option("--to", metavar="NAME", help="Who was spoken to.")
@click.option("--act", type=click.Choice(get_args(Act)), metavar="ACT", help="propose, request, warn, deny, ...")
@click.option("--kind", type=click.Choice(get_args(Kind)))
@click.option("--outlet", help="Only reports of an outlet whose name contains this.")
@click.option("--since", metavar="DATE", help="Published from this day, month or year on, in either calendar.")
@click.option("--until", metavar="DATE", help="Published up to this day, month or year.")
@click.option("--about", metavar="QUERY", help="Only of reports in which these words stand anywhere.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="X")
@click.option("--repeats", is_flag=True, help="Also what a headline or a copy of the report tells a second time.")
@click.option("--count", is_flag=True, help="Print only how many there are.")
@listing_options
@on_archive
def command(query: str | None, count: bool, archive: Archive, shape: str | None, limit: int, **asked: Any) -> None:
    """List statements of an archive in which the words of QUERY were said, the newest first.

    Exit code 0: found; 1: nothing found, or the archive cannot be read; 2: the query or usage is wrong.
    """
    if count:
        click.echo(archive.count_statements(query, **asked))
    else:
        show(archive.statements(query, limit=limit or None, **asked), _COLUMNS, shape)

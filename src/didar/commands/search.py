"""`didar search`: the reports in which words stand."""

from __future__ import annotations

import click

from didar.archive import Archive
from didar.commands.archives import Column, day, listing_options, on_archive, show
from didar.search.hits import ArticleHit

EXAMPLES = """
\b
Examples:
  didar search 'بندر ساوان'
  didar search '"بندر ساوان" OR پل*' --since 1402 --outlet savan
  didar search 'NEAR(وزیر بندر, 5) -قایق' --format json

\b
Words must all stand in a report, in any form and spelling. "..." asks for a phrase as written, پل* for a beginning;
OR, NOT (or a - before a word), NEAR(..., 5) and brackets put them together.
"""

_COLUMNS: tuple[Column, ...] = (
    ("day", lambda hit: day(hit.published)),
    ("outlet", lambda hit: hit.outlet),
    ("title", lambda hit: hit.title),
    ("words", lambda hit: hit.snippet),
)


@click.command("search", epilog=EXAMPLES, short_help="Search the reports of an archive.")
@click.argument("query")
@click.option("--outlet", help="Only reports of an outlet whose name contains this.")
@click.option("--since", metavar="DATE", help="From this day, month or year on, in either calendar.")
@click.option("--until", metavar="DATE", help="Up to this day, month or year.")
@click.option("--order", type=click.Choice(["rank", "new"]), default="rank", show_default=True)
@listing_options
@on_archive
def command(
    query: str,
    outlet: str | None,
    since: str | None,
    until: str | None,
    order: str,
    archive: Archive,
    shape: str | None,
    limit: int,
) -> None:
    """Search the reports of an archive for QUERY, in whatever spelling.

    Exit code 0: found; 1: nothing found, or the archive cannot be read; 2: the query or usage is wrong.
    """
    hits: list[ArticleHit] = archive.search(
        query, outlet=outlet, since=since, until=until, order="new" if order == "new" else "rank", limit=limit or None
    )
    show(hits, _COLUMNS, shape)

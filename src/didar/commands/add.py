"""`didar add`: reports into an archive."""

from __future__ import annotations

import sys

import click

from didar.archive import Archive
from didar.commands.archives import db_option, on_new_archive

EXAMPLES = """
\b
Examples:
  didar add saved-pages/ news.jsonl 'crawl/*.warc.gz'
  didar add feed.xml https://savan.example/rss addresses.txt
  didar add corpus.parquet --db corpus.db --processes 4
  zcat news.jsonl.gz | didar add -
"""


@click.command("add", epilog=EXAMPLES, short_help="Add reports to an archive.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@db_option
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes that read.")
@click.option("--dry-run", is_flag=True, help="Only count what would be added.")
@click.option("--point", is_flag=True, help="Do not keep pages themselves, only where they lie.")
@click.option("--offline", is_flag=True, help="Fetch nothing: entries of feeds as they stand there, no addresses.")
@click.option("--allow-private", is_flag=True, help="Fetch also from hosts of the own network.")
@click.option("--page-seconds", type=click.FloatRange(min=0.1), default=20.0, show_default=True, help="Limit a page.")
@on_new_archive
def command(
    sources: tuple[str, ...],
    archive: Archive,
    processes: int,
    dry_run: bool,
    point: bool,
    offline: bool,
    allow_private: bool,
    page_seconds: float,
) -> None:
    """Add the reports of files, folders, globs, addresses or `-` to an archive; what is there already is passed over.

    Reads HTML, text, JSON, JSON Lines, Parquet, WARC, RSS and Atom, packed with gzip or not, and lists of addresses.
    Stop it at any time: what was added stays, and the same command adds the rest.

    Exit code 0: all was added or known; 1: some could not be; 2: wrong usage.
    """
    from didar.batch.sources import Sources
    from didar.batch.units import Limits
    from didar.commands.adding import Watcher, summary
    from didar.fetching.door import Door
    from didar.fetching.manners import Guest

    limits = Limits(page_seconds=page_seconds)
    opened = Sources(None if offline else Guest(Door(allow_private=allow_private)).get, limits)
    with Watcher(opened.share_done) as watcher:
        counts = archive.add_found(
            opened.read(sources),
            processes=processes,
            keep_pages=not point,
            dry_run=dry_run,
            limits=limits,
            report=watcher,
        )
    click.echo(f"{archive.path}: {summary(counts)}" + (" (dry run: nothing was stored)" if dry_run else ""), err=True)
    sys.exit(1 if counts.failed else 0)

"""`didar watch`: feeds into an archive, as they come."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from didar.archive import Archive
from didar.commands.archives import db_option, on_new_archive

EXAMPLES = """
\b
Examples:
  didar watch feeds.toml --once

\b
FEEDS.toml:
  [[feed]]
  url = "https://savan.example/rss"
  outlet = "savan.example"
  minutes = 15
"""


@click.command("watch", epilog=EXAMPLES, short_help="Poll feeds and add what is new.")
@click.argument("feeds", type=click.Path(dir_okay=False), metavar="FEEDS.toml")
@db_option
@click.option("--once", is_flag=True, help="Look at all feeds that are due once, and end.")
@click.option("--allow-private", is_flag=True, help="Fetch also from hosts of the own network.")
@click.option("--seconds-between", type=click.FloatRange(min=0), default=1.0, show_default=True, help="For one host.")
@on_new_archive
def command(feeds: str, archive: Archive, once: bool, allow_private: bool, seconds_between: float) -> None:
    """Add the new reports of the feeds in FEEDS.toml to an archive, until it is stopped.

    Asks each server only for what has changed (ETag, Last-Modified), heeds robots.txt, asks a host once a second at
    most, and leaves a failing feed alone for longer each time.

    Exit code 0: nothing failed; 1: some feed or report could not be had; 2: wrong usage.
    """
    from didar.batch.watching import FeedsError, read_feeds
    from didar.commands.adding import Watcher, summary
    from didar.fetching.door import Door
    from didar.fetching.manners import Guest

    try:
        listed = read_feeds(Path(feeds))
    except FeedsError as error:
        raise click.UsageError(str(error)) from error
    guest = Guest(Door(allow_private=allow_private), seconds_between=seconds_between)
    failed = 0
    while True:
        with Watcher() as watcher:
            counts = archive.check_feeds(listed, guest, report=watcher)
        failed += counts.failed
        click.echo(f"{archive.path}: {summary(counts)}", err=True)
        if once:
            sys.exit(1 if failed else 0)
        time.sleep(max(1.0, archive.seconds_until_due(listed)))

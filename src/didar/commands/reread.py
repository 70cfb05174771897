"""`didar reread`: a better Didar reads the reports of an archive again."""

from __future__ import annotations

import sys

import click

from didar.archive import Archive
from didar.commands.archives import db_option, on_archive

EXAMPLES = """
\b
Examples:
  didar reread
  didar reread --all --db 1402.db
"""


@click.command("reread", epilog=EXAMPLES, short_help="Read the reports of an archive again.")
@db_option
@click.option("--all", "everything", is_flag=True, help="Also reports that this version of Didar has read.")
@on_archive
def command(archive: Archive, everything: bool) -> None:
    """Read again what another version of Didar read, from the pages kept, and put the new records in place.

    Judgements on who is who stay. Stop it at any time: the same command goes on.
    """
    from didar.commands.adding import Watcher

    with Watcher() as watcher:
        counts = archive.reread(everything=everything, report=watcher)
    click.echo(f"{archive.path}: {counts.new:,} read again, {counts.failed:,} failed", err=True)
    sys.exit(1 if counts.failed else 0)

"""`didar stats`: how much an archive holds."""

from __future__ import annotations

import click

from didar.archive import Archive
from didar.commands.archives import db_option, on_archive

EXAMPLES = """
\b
Examples:
  didar stats
  didar stats --db 1402.db
"""


@click.command("stats", epilog=EXAMPLES, short_help="Count what an archive holds.")
@db_option
@on_archive
def command(archive: Archive) -> None:
    """Count the articles, stories, statements, meetings and people of an archive."""
    for name, number in archive.counts().items():
        click.echo(f"{number:>12,}  {name}")

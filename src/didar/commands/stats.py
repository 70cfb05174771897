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
    """Count articles, outlets, stories, statements, meetings and people of an archive; tell its first and last day."""
    for name, number in archive.counts().items():
        click.echo(f"{number:>12,}  {name}")
    if days := archive.period():
        click.echo(f"{days[0]:>12}  first day of publication\n{days[1]:>12}  last day")

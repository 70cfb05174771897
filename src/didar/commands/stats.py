"""`didar stats`: how much an archive holds."""

from __future__ import annotations

import click

from didar.commands.archives import db_option, explained


@click.command("stats", short_help="Count what an archive holds.")
@db_option
@explained
def command(db: str) -> None:
    """Count the articles, stories, statements, meetings and people of an archive."""
    from didar.archive import Archive

    for name, number in Archive(db, make=False).counts().items():
        click.echo(f"{number:>12,}  {name}")

"""`didar export`: the tables of an archive for other programs."""

from __future__ import annotations

import click

from didar.archive import Archive
from didar.commands.archives import db_option, on_archive

EXAMPLES = """
\b
Examples:
  didar export tables
  didar export tables --format parquet --db 1402.db
"""


@click.command("export", epilog=EXAMPLES, short_help="Write an archive as tables.")
@click.argument("folder", type=click.Path(file_okay=False))
@click.option("--format", "shape", type=click.Choice(["csv", "jsonl", "parquet"]), default="csv", show_default=True)
@db_option
@on_archive
def command(folder: str, shape: str, archive: Archive) -> None:
    """Write statements, meetings, people and articles into FOLDER, a file each, with a README of their columns."""
    for table, rows in archive.export(folder, shape).items():
        click.echo(f"{folder}/{table}.{shape}: {rows:,} rows")

"""`didar explain`: a report in, the rules and lexicon entries that led to each of its statements out."""

from __future__ import annotations

import sys

import click

from didar.commands.read import day_of, records_of
from didar.page.failures import InputFailure
from didar.page.inputs import Kind, read_articles

EXAMPLES = """
\b
Examples:
  didar explain examples/letter.txt
  didar explain examples/letter.txt --statement s3
"""


@click.command("explain", epilog=EXAMPLES)
@click.argument("files", nargs=-1, required=True, metavar="FILE... [-]")
@click.option("--statement", "wanted", multiple=True, metavar="ID", help="Only this statement (s3); may be repeated.")
@click.option(
    "--input", "kind", type=click.Choice(["auto", "text", "html", "jsonl"]), default="auto", show_default=True
)
@click.option("--published", metavar="DATE", help="Publication date of reports that tell none, in either calendar.")
def command(files: tuple[str, ...], wanted: tuple[str, ...], kind: Kind, published: str | None) -> None:
    """Tell for each statement and meeting which rules found it, and which entries of the lexicon they used.

    Names in square brackets are rules, as in the record; `roles.tsv:12` is a line of src/didar/persian/lexicon.
    """
    from didar.views.explain import explain

    failures: list[InputFailure] = []
    found: set[str] = set()
    for record in records_of(read_articles(files, kind, published and day_of(published)), failures):
        found |= {statement.id for statement in record.statements}
        click.echo("\n".join(explain(record, wanted)) + "\n")
    if missing := [id for id in wanted if id not in found]:
        raise click.ClickException(f"no statement {', '.join(missing)}")
    sys.exit(1 if failures else 0)

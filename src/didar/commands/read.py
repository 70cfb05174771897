"""`didar read`: reports in, their records out, one after the other in the order of the input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import click
import msgspec

from didar.page.failures import InputFailure
from didar.page.inputs import Kind, Outcome, read_articles
from didar.records import Article, Record

_HELP_EXAMPLES = """
\b
Examples:
  didar read examples/*
  didar read page.html --format html > page-read.html
  didar read news.jsonl --format json --no-text > records.jsonl
  curl -s https://example.org/report.html | didar read - --input html --english
"""


@click.command("read", epilog=_HELP_EXAMPLES, short_help="Read reports.")
@click.argument("files", nargs=-1, required=True, metavar="FILE... [-]")
@click.option(
    "--format", "shape", type=click.Choice(["pretty", "json"]), help="Default: pretty on a terminal, else json."
)
@click.option(
    "--input", "kind", type=click.Choice(["auto", "text", "html", "jsonl"]), default="auto", show_default=True
)
@click.option("--no-text", is_flag=True, help="Leave the text itself out of the JSON.")
@click.option("--published", metavar="DATE", help="Publication date of reports that tell none (Jalali or Gregorian).")
def command(files: tuple[str, ...], shape: str | None, kind: Kind, no_text: bool, published: str | None) -> None:
    """Read reports: text files (first line the title), saved HTML pages, JSON Lines, or `-` for standard input.

    Each report gives one record: who met whom and who said what to whom, with the characters that say so.
    Exit code 0: all was read; 1: some could not be; 2: wrong usage.
    """
    failures: list[InputFailure] = []
    published = published and day_of(published)
    shape = shape or ("pretty" if sys.stdout.isatty() else "json")
    for record in _records(read_articles(files, kind, published), failures):
        _write_json(record, no_text)
    sys.exit(1 if failures else 0)


def day_of(published: str) -> str:
    """Return the ISO 8601 date of an option's value; refuse what is no date."""
    from didar.page.dates import iso_date

    day = iso_date(published)
    if day is None:
        raise click.BadParameter(f"{published!r} is no date (2019-05-20 or 1398/02/30)", param_hint="--published")
    return day


def _records(outcomes: Iterable[Outcome], failures: list[InputFailure]) -> Iterator[Record]:
    from didar.reading import read_article

    for outcome in outcomes:
        if isinstance(outcome, InputFailure):
            failures.append(outcome)
            click.echo(f"didar: {outcome}", err=True)
        else:
            _warn(outcome)
            yield read_article(outcome)


def _warn(article: Article) -> None:
    for note in article.notes:
        if note.stage == "page":
            click.echo(f"didar: {article.source.path}: {article.id}: {note.message}", err=True)


def _write_json(record: Record, no_text: bool) -> None:
    if no_text:
        record = msgspec.structs.replace(record, text=msgspec.UNSET, repaired=msgspec.UNSET)
    sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")

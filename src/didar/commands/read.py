"""`didar read`: reports in, their records out, one after the other in the order of the input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import click
import msgspec

from didar.commands.confident import confident
from didar.commands.progress import counted
from didar.page.failures import InputFailure
from didar.page.inputs import Kind, Outcome, read_articles
from didar.persian.lexicon.loader import LexiconError
from didar.records import Article, Record
from didar.views.labels import Language
from didar.views.safe import plain

EXAMPLES = """
\b
Examples:
  didar read examples/*
  didar read report.html --english
  didar read report.html --format html > report-read.html
  didar read news.jsonl --format json --no-text > records.jsonl
  curl -s https://example.org/report | didar read - --input html
"""


@click.command("read", epilog=EXAMPLES)
@click.argument("files", nargs=-1, required=True, metavar="FILE... [-]")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["pretty", "json", "html"]),
    help="pretty: for people; json: a record a line; html: one page. Default: pretty on a terminal, else json.",
)
@click.option(
    "--input",
    "kind",
    type=click.Choice(["auto", "text", "html", "jsonl"]),
    default="auto",
    show_default=True,
    help="What the files are; auto tells by name and first line.",
)
@click.option("--no-text", is_flag=True, help="Leave the text itself out of the JSON.")
@click.option("--published", metavar="DATE", help="Publication date of reports that tell none, in either calendar.")
@click.option("--english", is_flag=True, help="Draw with English labels, Latin names and offices in English.")
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="X",
    help="Leave out statements and meetings below this confidence (0 to 1).",
)
def command(
    files: tuple[str, ...],
    shape: str | None,
    kind: Kind,
    no_text: bool,
    published: str | None,
    english: bool,
    min_confidence: float,
) -> None:
    """Read reports: text files (first line the title), saved HTML pages, JSON Lines, or `-` for standard input.

    Each report gives one record: who met whom and who said what to whom, with the characters that say so.

    Exit code 0: all was read; 1: some could not be; 2: wrong usage.
    """
    published = published and day_of(published)
    failures: list[InputFailure] = []
    outcomes = counted(read_articles(files, kind, published))
    records = (confident(record, min_confidence) for record in records_of(outcomes, failures))
    shape = shape or ("pretty" if sys.stdout.isatty() else "json")
    for chunk in _chunks(records, shape, "english" if english else "persian", no_text):
        click.echo(chunk, nl=False)
    sys.exit(1 if failures else 0)


def day_of(published: str) -> str:
    """Return the ISO 8601 date of an option's value; refuse what is no date."""
    from didar.persian.published import parse_published

    day = parse_published(published)
    if day is None:
        raise click.BadParameter(f"{published!r} is no date (2019-05-20 or 1398/02/30)", param_hint="--published")
    return day


def records_of(outcomes: Iterable[Outcome], failures: list[InputFailure]) -> Iterator[Record]:
    """Read each article that came; name each input that failed, in one line on standard error, and go on."""
    for outcome in outcomes:
        if isinstance(outcome, InputFailure):
            failures.append(outcome)
            _complain(str(outcome))
        else:
            _warn(outcome)
            yield from _read(outcome, failures)


def _read(article: Article, failures: list[InputFailure]) -> Iterator[Record]:
    from didar.reading import read_article

    try:
        yield read_article(article)
    except LexiconError as error:  # Of that every report would suffer.
        raise click.ClickException(str(error)) from error
    except Exception as error:  # A fault of Didar's on one report must not take the others with it.
        failure = InputFailure(place=article.id, reason=f"fault in Didar: {type(error).__name__}: {error}")
        failures.append(failure)
        _complain(str(failure))


def _complain(line: str) -> None:
    # Not click.echo, which writes past the progress that may stand on the last line.
    print(f"didar: {plain(line)}", file=sys.stderr)


def _warn(article: Article) -> None:
    for note in article.notes:
        if note.stage == "page":
            _complain(f"{article.source.path}: {article.id}: {note.message}")


def _chunks(records: Iterable[Record], shape: str, language: Language, no_text: bool) -> Iterator[str | bytes]:
    if shape == "json":
        return (_json_line(record, no_text) for record in records)
    if shape == "pretty":
        from didar.views.pretty import draw_pretty

        return (draw_pretty(record, language) + "\n" for record in records)
    from didar.views.html import draw_page

    return draw_page(records, language)


def _json_line(record: Record, no_text: bool) -> bytes:
    if no_text:
        record = msgspec.structs.replace(record, text=msgspec.UNSET, repaired=msgspec.UNSET)
    return msgspec.json.encode(record) + b"\n"

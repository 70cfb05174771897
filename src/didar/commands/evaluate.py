"""`didar evaluate`: annotated articles and records in, figures out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from didar.evaluating.damage import Damage
    from didar.evaluating.gold import Fold, GoldArticle
    from didar.evaluating.predicted import Found


EXAMPLES = """
\b
Examples:
  didar evaluate mine.jsonl
  didar evaluate mine.jsonl records.jsonl --json
  didar evaluate mine.jsonl --damage glued --show 20
"""


@click.command("evaluate", epilog=EXAMPLES)
@click.argument("gold", type=click.Path(path_type=Path), metavar="GOLD.jsonl")
@click.argument("records", type=click.Path(path_type=Path), required=False, metavar="[RECORDS.jsonl]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--damage",
    type=click.Choice(["glued", "spaced", "arabic", "unquoted"]),
    help="Damage the texts first, as web corpora do, and move the annotation along.",
)
@click.option("--show", type=click.IntRange(min=0), default=0, metavar="N", help="Print N errors to standard error.")
@click.option(
    "--fold",
    type=click.Choice(["all", "work", "keep"]),
    default="all",
    show_default=True,
    help="Measure every third article, kept aside («keep»), or the others («work»).",
)
def command(gold: Path, records: Path | None, as_json: bool, damage: Damage | None, show: int, fold: Fold) -> None:
    """Measure records against articles annotated by a reader, one JSON object a line in either file.

    Without RECORDS.jsonl Didar reads the texts itself. The last lines tell what each stage alone has right.
    """
    if records and damage:
        raise click.UsageError("--damage changes the texts, so Didar must read them itself: leave RECORDS.jsonl out")
    from didar.evaluating.gold import GoldError

    try:
        golds, found = _load(gold, records, damage, fold)
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    _print(golds, found, as_json)
    _show(golds, found, show)


def _load(
    gold: Path, records: Path | None, damage: Damage | None, fold: Fold
) -> tuple[tuple[GoldArticle, ...], dict[str, Found]]:
    from didar.evaluating.damage import damage_article
    from didar.evaluating.gold import choose_fold, read_gold
    from didar.evaluating.predicted import check_spans, read_found

    golds = choose_fold(read_gold(gold), fold)
    if damage:
        golds = tuple(damage_article(article, damage) for article in golds)
    if records is None:
        from didar.evaluating.reading import read_golds

        return golds, read_golds(golds)
    found = read_found(records)
    check_spans(golds, found, records)
    return golds, found


def _print(golds: tuple[GoldArticle, ...], found: dict[str, Found], as_json: bool) -> None:
    import msgspec

    from didar.evaluating.printing import score_lines
    from didar.evaluating.scoring import score

    figures = score(golds, found)
    click.echo(msgspec.json.encode(figures).decode() if as_json else "\n".join(score_lines(figures)))


def _show(golds: tuple[GoldArticle, ...], found: dict[str, Found], limit: int) -> None:
    from itertools import islice

    from didar.evaluating.errors import list_errors
    from didar.evaluating.printing import error_line
    from didar.evaluating.scoring import compare_all

    compared = compare_all(golds, found) if limit else []
    lines = (error_line(error, one.gold.text) for one in compared for error in list_errors(one))
    for line in islice(lines, limit):
        click.echo(line, err=True)

"""Measure Didar and write the figures into README.md, between `<!-- figures:begin -->` and `<!-- figures:end -->`.

    python -m evaluation.report [--print]

What others measured is named as given. Nothing in the block is written by hand.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator
from typing import get_args

import msgspec

from didar.evaluating.damage import Damage, damage_article
from didar.evaluating.figures import PrecisionRecall, Share
from didar.evaluating.gold import GoldArticle, choose_fold
from didar.evaluating.reading import read_golds
from didar.evaluating.scoring import Score, score
from evaluation.blind import load_blind
from evaluation.shared import CORPUS_SIZE, ROOT, load_corpus, load_gold
from evaluation.speed import Rate, measure_memory, measure_rate, measure_startup

README = ROOT / "README.md"
ACTS = ROOT / "evaluation" / "acts_measured.toml"
BEGIN, END = "<!-- figures:begin -->", "<!-- figures:end -->"
SPEED_ARTICLES = 1000
MEMORY_ARTICLES = 10_000

# A line of the table: what is measured, the figure's name, the regular expressions' figure, the second reader's.
# Those two were given with the task, not measured here.
ROWS = (
    ("statements found (F1, half of the content agrees)", "detect", "0.70", ""),
    ("… nine tenths of the content agree", "strict", "", ""),
    ("… and the speaker is right", "strict_who_what", "0.45", "0.96"),
    ("speaker right, where the statement was found", "speaker_acc", "", ""),
    ("… named in full", "speaker_by_full_name", "", ""),
    ("… by surname", "speaker_by_surname", "", ""),
    ("… by pronoun or «this official»", "speaker_by_pronoun", "", ""),
    ("… by a bare role", "speaker_by_role", "", ""),
    ("… left out of the clause", "speaker_by_none", "", ""),
    ("cue", "cue_acc", "", ""),
    ("direct, indirect or mixed", "kind_acc", "", ""),
    ("addressee (F1)", "addressee", "", ""),
    ("speech inside speech found", "nested_found", "", ""),
    ("who speaks and meets (F1)", "entity", "", ""),
    ("… under the fullest name", "entity_name_exact", "", ""),
    ("… office right", "entity_role", "", ""),
    ("… country right", "entity_country", "", ""),
    ("meetings (F1 of meeting and participant)", "meeting", "", "0.82 to 0.90"),
    ("meeting type", "meeting_type_acc", "", ""),
    ("page furniture (F1 of its letters)", "page", "", ""),
)

# Those who annotated blind left page furniture out.
NOT_IN_BLIND = frozenset({"page"})


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the block says."""

    everything: Score
    kept: Score
    blind: Score
    damaged: dict[Damage, float]
    rate: Rate
    startup: float
    memory: dict[int, float]


def measure() -> Measured:
    """Measure all of it; takes some minutes."""
    golds = load_gold()
    records = read_golds(golds)
    damaged: dict[Damage, list[GoldArticle]] = {
        how: [damage_article(gold, how) for gold in golds] for how in get_args(Damage)
    }
    return Measured(
        everything=score(golds, records),
        kept=score(choose_fold(golds, "keep"), records),
        blind=_score_blind(),
        damaged={how: score(articles, read_golds(articles)).strict_who_what.f1 for how, articles in damaged.items()},
        rate=measure_rate(line.article for line in load_corpus(SPEED_ARTICLES, CORPUS_SIZE // SPEED_ARTICLES)),
        startup=measure_startup(),
        memory=measure_memory(MEMORY_ARTICLES),
    )


def _score_blind() -> Score:
    golds = load_blind("keep")
    return score(golds, read_golds(golds))


def block_lines(measured: Measured) -> Iterator[str]:
    """Return the lines of the block."""
    all_, kept, blind = measured.everything, measured.kept, measured.blind
    yield (
        f"Measured by `python -m evaluation.report` on {all_.docs} annotated articles "
        f"({all_.gold_statements} statements that count), and on the {kept.docs} of them "
        f"({kept.gold_statements} statements) that were kept aside: nobody read their errors while Didar was built. "
        f"Then on {blind.docs} random articles of the corpus ({blind.gold_statements} statements) that the model that "
        "wrote Didar annotated blind, and whose errors nobody read (`evaluation/blind.py`). "
        "The last two columns were given with the annotation: a program of 60 lines of regular expressions, and a "
        "second careful reader."
    )
    yield ""
    yield "| | all | kept aside | blind | regular expressions | second reader |"
    yield "|---|---|---|---|---|---|"
    for label, name, baseline, reader in ROWS:
        unread = "–" if name in NOT_IN_BLIND else _cell(blind, name)
        figures = f"{_cell(all_, name)} | {_cell(kept, name)} | {unread}"
        yield f"| {label} | {figures} | {baseline or '–'} | {reader or '–'} |"
    acts = f"{_acts()} | – | {_cell(blind, 'acts')}"
    yield f"| acts (F1; all: cross-validated, for the shipped weights have seen these articles) | {acts} | – | 0.87 |"
    yield ""
    yield from _damage_lines(measured)
    yield ""
    yield from _speed_lines(measured)


def _acts() -> str:
    return f"{tomllib.loads(ACTS.read_text(encoding='utf-8'))['f1']:.3f}"


def _cell(measured: Score, name: str) -> str:
    figure = measured.stages[name] if name in measured.stages else getattr(measured, name)
    if isinstance(figure, PrecisionRecall):
        return f"{figure.f1:.3f}"
    if isinstance(figure, Share):
        return "–" if figure.share is None else f"{figure.share:.3f} ({figure.right}/{figure.of})"
    return f"{figure:.3f}"


_DAMAGE_LABELS: dict[Damage, str] = {
    "glued": "every half-space deleted",
    "spaced": "every half-space a space",
    "arabic": "Arabic ي and ك throughout",
    "unquoted": "no guillemets",
}


def _damage_lines(measured: Measured) -> Iterator[str]:
    base = measured.everything.strict_who_what.f1
    changes = (f"{_DAMAGE_LABELS[how]} {value:.3f} ({value - base:+.3f})" for how, value in measured.damaged.items())
    yield f"On the same articles damaged (statement and speaker right, untouched {base:.3f}): {', '.join(changes)}."


def _speed_lines(measured: Measured) -> Iterator[str]:
    rate, (first, *_, last) = measured.rate, measured.memory.values()
    yield (
        f"Speed on one core: {rate.articles_per_second:.0f} articles a second ({rate.articles} articles of "
        f"{rate.letters / rate.articles:,.0f} letters on average), start-up {measured.startup:.2f} s, memory "
        f"{first:.0f} MB after the first article and {last:.0f} MB after {max(measured.memory):,}."
    )


def insert_block(readme: str, block: str) -> str:
    """Return the README with the block between its two marks; raises ValueError where they are not there."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"README.md has no {BEGIN} ... {END}")
    return f"{before}{BEGIN}\n{block}\n{END}{after}"


def main() -> None:
    """Measure, then print the block or write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--print", dest="only_print", action="store_true", help="print the block, change nothing")
    options = parser.parse_args()
    block = "\n".join(block_lines(measure()))
    if options.only_print:
        print(block)
    else:
        README.write_text(insert_block(README.read_text(encoding="utf-8"), block), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Read the corpus and report what looks wrong, by collection; only counts are kept (evaluation/corpus.tsv).

    python -m evaluation.corpus [--step 10] [--write] [--show mid_clause --limit 20]

Run it after a change: each count is set beside the one that was kept, so that what helps the annotated articles and
hurts the others is seen. `--show` prints examples to the terminal and nowhere else.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from didar.evaluating.printing import excerpt
from didar.records import Article, Record
from evaluation.anomalies import STATEMENT_ANOMALIES, count_record, find_anomalies, unread_colons, word_before
from evaluation.shared import ROOT, load_corpus

KEPT = ROOT / "evaluation" / "corpus.tsv"
COLUMNS = (
    "articles",
    "articles_without_statement",
    "statements",
    *(anomaly.__name__ for anomaly in STATEMENT_ANOMALIES),
    "told_twice_over",
    "unread_colons",
    "meetings",
    "articles_with_meeting",
    "meetings_of_fewer_than_two",
)
# What a count is a share of; the others are shares of the statements.
_PER_ARTICLE = ("articles_without_statement", "statements", "unread_colons", "meetings", "articles_with_meeting")
ALL = "all"


class Survey(msgspec.Struct):
    """The counts of each collection, the words before colons that were not read, and examples to look at."""

    counts: dict[str, Counter[str]] = {}
    before_colons: Counter[str] = msgspec.field(default_factory=Counter)
    longest: list[tuple[int, str]] = []
    crashes: list[str] = []
    examples: list[str] = []


def survey_corpus(step: int, limit: int | None, show: str | None) -> Survey:
    """Read every `step`-th article of the corpus."""
    from didar.reading import read_article

    survey = Survey()
    for line in load_corpus(limit, step):
        try:
            record = read_article(line.article)
        except Exception as error:  # The report must say how often reading breaks; it may not break with it.
            survey.crashes.append(f"{line.article.id}: {type(error).__name__}: {error}")
            continue
        counts = count_record(record, line.article.text)
        for name in (line.collection, ALL):
            survey.counts.setdefault(name, Counter()).update(counts)
        _note_words(survey, record, line.article)
        survey.examples.extend(_examples(record, line.article, show))
    survey.longest.sort(reverse=True)
    return survey


def _note_words(survey: Survey, record: Record, article: Article) -> None:
    survey.before_colons.update(word_before(article.text, place) for place in unread_colons(record, article.text))
    for said in record.statements:
        survey.longest.append((sum(span.end - span.start for span in said.content), f"{article.id} {said.rule}"))


def _examples(record: Record, article: Article, show: str | None) -> Iterator[str]:
    text = article.text
    if show == "unread_colons":
        for place in unread_colons(record, text):
            yield f"{article.id}: {' '.join(text[max(0, place - 70) : place + 50].split())}"
    elif show == "articles_without_statement":
        if not record.statements:
            yield f"{article.id}: {' '.join(text[:300].split())}"
    else:
        for name, said in find_anomalies(record, text):
            if name == show:
                source = text[said.source.start : said.source.end] if said.source else "–"
                cue = text[said.cue.start : said.cue.end] if said.cue else "–"
                yield f"{article.id}: {source} [{cue}] {excerpt(text, said.content, 60)} ({said.rule})"


def report_lines(counts: dict[str, Counter[str]], kept: dict[str, Counter[str]]) -> Iterator[str]:
    """Return the lines of the report: each collection's shares, and for all of them the share that was kept."""
    names = [*sorted(name for name in counts if name != ALL), ALL]
    yield f"{'':<30}" + "".join(f"{_short(name):>13}" for name in names) + f"{'kept':>13}"
    for column in COLUMNS:
        shares = [_share(counts[name], column) for name in names]
        before = _share(kept[ALL], column) if ALL in kept else "–"
        yield f"{column:<30}" + "".join(f"{value:>13}" for value in [*shares, before])


def _short(name: str) -> str:
    return name.rsplit("/", 1)[-1][:12]


def _share(counts: Counter[str], column: str) -> str:
    if column == "articles":
        return str(counts[column])
    base = "articles" if column in _PER_ARTICLE else "statements"
    if column == "meetings_of_fewer_than_two":
        base = "meetings"
    return f"{counts[column] / counts[base]:.4f}" if counts[base] else "–"


def read_kept(path: Path = KEPT) -> dict[str, Counter[str]]:
    """Return the counts that were kept, none where the file is not there."""
    if not path.exists():
        return {}
    heading, *rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {row[0]: Counter(dict(zip(heading[1:], map(int, row[1:]), strict=True))) for row in rows}


def write_kept(counts: dict[str, Counter[str]], path: Path = KEPT) -> None:
    """Keep the counts, a collection a line."""
    rows = [["collection", *COLUMNS]]
    rows += [[name, *(str(counts[name][column]) for column in COLUMNS)] for name in sorted(counts)]
    path.write_text("\n".join("\t".join(row) for row in rows) + "\n", encoding="utf-8")


def _print_most(title: str, lines: Iterable[str]) -> None:
    print(f"\n{title}")
    for line in lines:
        print("  " + line)


def main() -> None:
    """Read, print and, where asked, keep the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--step", type=int, default=10, help="read every N-th article (default 10)")
    parser.add_argument("--articles", type=int, help="at most so many articles")
    parser.add_argument("--write", action="store_true", help="keep the counts in evaluation/corpus.tsv")
    shown = [anomaly.__name__ for anomaly in STATEMENT_ANOMALIES]
    parser.add_argument("--show", choices=[*shown, "unread_colons", "articles_without_statement"])
    parser.add_argument("--limit", type=int, default=20, help="so many examples and words")
    options = parser.parse_args()
    survey = survey_corpus(options.step, options.articles, options.show)
    print("\n".join(report_lines(survey.counts, read_kept())))
    words = survey.before_colons.most_common(options.limit)
    _print_most("commonest words before a colon that was not read", (f"{n:5} {w}" for w, n in words))
    _print_most(f"articles that could not be read: {len(survey.crashes)}", survey.crashes[: options.limit])
    _print_most("longest contents (letters, article, rule)", (f"{n:6} {w}" for n, w in survey.longest[:5]))
    if options.show:
        step = max(1, len(survey.examples) // options.limit)
        _print_most(f"{options.show}: {len(survey.examples)}", survey.examples[::step][: options.limit])
    if options.write:
        write_kept(survey.counts)


if __name__ == "__main__":
    main()

"""Measure the archive and write its table into README.md, between `<!-- archive:begin -->` and `<!-- archive:end -->`.

    python -m evaluation.archive [--articles 200000] [--sample 600] [--db FILE] [--print]

Times are CPU times of one process, so that busy neighbours change them little; only «two processes» is by the clock.
The large archive holds the readings of a sample of the corpus again and again with other names and dates (see
`evaluation.archive_scale`); `--db` keeps it in a file, and measures one that is there already without making it anew.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

import msgspec

from didar.archive import Archive
from didar.store.files import Connection, open_store
from didar.store.people import link_people
from didar.store.rows import Reading
from didar.store.stories import group_stories
from didar.store.transactions import Batch
from evaluation.archive_scale import sample_readings, varied
from evaluation.archive_stories import StoryFigures, measure_stories
from evaluation.shared import ROOT, load_corpus

README = ROOT / "README.md"
BEGIN, END = "<!-- archive:begin -->", "<!-- archive:end -->"
QUERIES = 400
SPEAKERS = 200
STORIES = 1500
COMMAND_ARTICLES = 1000


class Adding(msgspec.Struct, frozen=True, kw_only=True):
    """What it takes to add an article: milliseconds of CPU to read and to store it, articles in a second of CPU.

    `startup` is the seconds that a command takes to add one article, `per_second` is how many follow in a second.
    `two_processes` is how many times as fast two are by the clock, `together` how many times the CPU time they take.
    """

    reading: float
    storing: float
    startup: float
    per_second: float
    two_processes: float
    together: float


class Asking(msgspec.Struct, frozen=True, kw_only=True):
    """Milliseconds of CPU that half and nineteen in twenty of the questions take at most."""

    half: float
    most: float


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """The large archive: how many articles and megabytes of text, how many times that the file, what questions take."""

    articles: int
    text: float
    file: float
    search: Asking
    speaker: Asking
    memory: tuple[float, float] | None


def measure_adding(sample: int, folder: Path) -> tuple[Adding, list[Reading]]:
    """Read and store a sample of the corpus, apart and by the command's own way."""
    start = time.process_time()
    readings = sample_readings(sample, 15_000 // sample)
    reading = (time.process_time() - start) / len(readings) * 1000
    start = time.process_time()
    connection = open_store(folder / "sample.db", write=True)
    _store(connection, readings)
    _settle(connection)
    storing = (time.process_time() - start) / len(readings) * 1000
    corpus = folder / "sample.jsonl"
    _write_corpus(corpus, COMMAND_ARTICLES)
    _write_corpus(folder / "first.jsonl", 1)
    startup, _ = _add(folder / "first.jsonl", folder / "first.db", 1)
    cpu, clock = _add(corpus, folder / "one.db", 1)
    cpu_of_two, clock_of_two = _add(corpus, folder / "two.db", 2)
    adding = Adding(
        reading=reading,
        storing=storing,
        startup=startup,
        per_second=(COMMAND_ARTICLES - 1) / (cpu - startup),
        two_processes=clock / clock_of_two,
        together=cpu_of_two / cpu,
    )
    return adding, readings


def _add(corpus: Path, db: Path, processes: int) -> tuple[float, float]:
    """Run the command in a process of its own, start-up and all; return its CPU time and the time by the clock."""
    code = "from didar.cli import main; main()"
    command = [sys.executable, "-c", code, "add", str(corpus), "--db", str(db), "--processes", str(processes)]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.monotonic() - start


def _write_corpus(path: Path, sample: int) -> None:
    with path.open("w", encoding="utf-8") as lines:
        for line in load_corpus(sample, 15_000 // sample):
            lines.write(json.dumps({"id": line.article.id, "text": line.article.text}) + "\n")


def _store(connection: Connection, readings: Sequence[Reading] | Iterator[Reading]) -> list[float]:
    """Store readings; return the memory in megabytes after every ten thousand."""
    memory = []
    with Batch(connection) as batch:
        for number, reading in enumerate(readings, 1):
            batch.add(reading, reader="measured", now="2026")
            if number % 10_000 == 0:
                memory.append(_megabytes())
    return memory


def _settle(connection: Connection) -> None:
    link_people(connection)
    group_stories(connection)
    connection.execute("PRAGMA optimize")


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure_scale(path: Path, readings: Sequence[Reading], articles: int) -> Scale:
    """Make the large archive where it is not there, and ask it."""
    memory: list[float] = []
    if not path.exists():
        connection = open_store(path, write=True)
        memory = _store(connection, varied(readings, articles))
        _settle(connection)
        connection.close()
    connection = open_store(path)
    count, text = connection.execute("SELECT count(*), sum(length(CAST(text AS BLOB))) FROM articles").fetchone()
    archive = Archive(path)
    archive.search("گرم")  # loads the lexicons
    chance = random.Random(8)
    search = _ask(archive.search, [(query, {}) for query in queries(connection, QUERIES, chance)])
    speakers = [(None, {"speaker": name, "since": year, "until": year}) for name, year in _speakers(connection, chance)]
    return Scale(
        articles=count,
        text=text / 1e6,
        file=path.stat().st_size / text,
        search=search,
        speaker=_ask(archive.statements, speakers),
        memory=(memory[0], memory[-1]) if memory else None,
    )


def _ask(verb: Callable[..., object], questions: Sequence[tuple[str | None, dict[str, str]]]) -> Asking:
    times = []
    for query, asked in questions:
        start = time.process_time()
        verb(query, **asked)
        times.append((time.process_time() - start) * 1000)
    return Asking(half=median(times), most=quantiles(times, n=20)[-1])


def queries(connection: Connection, count: int, chance: random.Random) -> list[str]:
    """Return queries as people write them: one to three neighbouring words of titles, a fifth of them as phrases."""
    top = connection.execute("SELECT max(id) FROM articles").fetchone()[0]
    found = []
    while len(found) < count:
        sql = "SELECT title FROM articles WHERE id = ?"
        words = connection.execute(sql, (chance.randint(1, top),)).fetchone()[0].split()
        taken = [
            word.strip("«»\"'():؛،.!؟…/-|*") for word in words[chance.randrange(len(words)) :][: chance.randint(1, 3)]
        ]
        query = " ".join(word for word in taken if word.isalpha())
        if query:
            found.append(f'"{query}"' if chance.random() < 0.2 else query)
    return found


def _speakers(connection: Connection, chance: random.Random) -> list[tuple[str, str]]:
    sql = "SELECT name FROM people WHERE type = 'person' AND named ORDER BY id"
    names = [name for (name,) in connection.execute(sql)]
    picked = chance.sample(names, min(SPEAKERS, len(names)))
    # Half are asked for by surname alone, which many bear.
    return [(name.split()[-1] if at % 2 else name, str(chance.randint(2010, 2023))) for at, name in enumerate(picked)]


def table(adding: Adding, scale: Scale, stories: StoryFigures) -> str:
    """Return the table of the README."""
    share = adding.storing / (adding.reading + adding.storing)
    one_core = f"adding, reading included, on one core, after {adding.startup:.1f} s to start up"
    rows = [
        (one_core, f"{adding.per_second:.0f} articles/s", "≥ 90"),
        ("… of which storing, linking people and grouping stories", f"{share:.0%}", "≤ 15 %"),
        ("two processes, by the clock (a busy machine shows less)", f"{adding.two_processes:.2f} × one", "1.8"),
        ("… CPU time of both and the writer together, start-up included", f"{adding.together:.2f} × one", ""),
        (f"search over {scale.articles:,} articles, p50 / p95", _pair(scale.search), "≤ 10 / 50 ms"),
        ("statements of one speaker in one year, p50 / p95", _pair(scale.speaker), "≤ 50 ms"),
        (f"file, times its {scale.text:,.0f} MB of text", f"{scale.file:.2f}", "≤ 4"),
        ("light edits put to their original", f"{stories.light:.3f}", "≥ 0.95"),
        ("rewritten versions put to their original", f"{stories.rewritten:.3f}", "≥ 0.6"),
        ("articles of the corpus grouped with another", f"{stories.with_strangers:.2%}", "wrong ones ≤ 0.5 %"),
    ]
    if scale.memory:
        first, last = scale.memory
        rows.append(("memory after the first 10,000 and at the end", f"{first:.0f} and {last:.0f} MB", "flat"))
    lines = [
        "| | measured | wanted |",
        "|---|---|---|",
        *(f"| {name} | {figure} | {goal} |" for name, figure, goal in rows),
    ]
    return "\n".join(lines)


def _pair(asking: Asking) -> str:
    return f"{asking.half:.1f} / {asking.most:.1f} ms"


def write_readme(text: str) -> None:
    """Put the table between its marks."""
    readme = README.read_text(encoding="utf-8")
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--sample", type=int, default=600)
    parser.add_argument("--db", type=Path, help="where the large archive is kept")
    parser.add_argument("--print", action="store_true", help="print the table and leave README.md as it is")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        adding, readings = measure_adding(options.sample, folder)
        scale = measure_scale(options.db or folder / "large.db", readings, options.articles)
        stories = measure_stories(STORIES, folder)
    text = table(adding, scale, stories)
    print(text) if options.print else write_readme(text)


if __name__ == "__main__":
    main()

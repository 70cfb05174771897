"""Measure how fast Didar reads: articles a second on one core, time a stage, start-up, memory.

    python -m evaluation.speed [--articles 1000] [--memory 10000]

Times are CPU times of one process, which collects garbage as seldom as `didar` does.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from didar.cli import OBJECTS_BETWEEN_COLLECTIONS
from didar.records import Article
from evaluation.shared import CORPUS_SIZE, ROOT, load_corpus

_STAGES = ("didar.text", "didar.mentions", "didar.statements", "didar.meetings", "didar.references", "didar.events")
_WARM_UP = 20
_SHORT = "دیدار دو وزیر\nوزیر راه آلوانیا گفت: پل ساخته می‌شود.\n"
_MEGABYTE = 1024 * 1024


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """How fast articles were read, and what part of the time each stage took."""

    articles: int
    letters: int
    seconds: float
    stages: dict[str, float]

    @property
    def articles_per_second(self) -> float:
        """Return articles read in one second of CPU time."""
        return self.articles / self.seconds

    @property
    def letters_per_second(self) -> float:
        """Return code points read in one second of CPU time."""
        return self.letters / self.seconds


def measure_rate(articles: Iterable[Article]) -> Rate:
    """Read articles once, after a few to warm up, and time all of it and each stage."""
    from didar import reading

    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    listed = list(articles)
    for article in listed[:_WARM_UP]:
        reading.read_article(article)
    with _timed_stages(reading) as stages:
        begin = time.process_time()
        for article in listed:
            reading.read_article(article)
        seconds = time.process_time() - begin
    return Rate(articles=len(listed), letters=sum(len(a.text) for a in listed), seconds=seconds, stages=dict(stages))


@contextmanager
def _timed_stages(reading: Any) -> Iterator[Counter[str]]:
    """Clock every stage function that `reading.py` has imported, for as long as the context lasts."""
    times: Counter[str] = Counter()
    originals = {
        name: value
        for name, value in vars(reading).items()
        if callable(value) and not isinstance(value, type) and _is_stage(value)
    }
    try:
        for name, function in originals.items():
            setattr(reading, name, _clocked(function, name, times))
        yield times
    finally:
        for name, function in originals.items():
            setattr(reading, name, function)


def _is_stage(function: Callable[..., Any]) -> bool:
    return getattr(function, "__module__", "").startswith(_STAGES)


def _clocked(function: Callable[..., Any], name: str, times: Counter[str]) -> Callable[..., Any]:
    def clocked(*args: Any, **kwargs: Any) -> Any:
        begin = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            times[name] += time.process_time() - begin  # type: ignore[assignment]

    return clocked


def measure_startup(runs: int = 5) -> float:
    """Return the median CPU seconds that a whole `didar read` of one short report takes.

    Python keeps its bytecode meanwhile, as it does wherever a package is installed by pip.
    """
    return sorted(_seconds_of_reading() for _ in range(runs))[runs // 2]


def _seconds_of_reading() -> float:
    command = [str(Path(sys.executable).parent / "didar"), "read", "-", "--format", "json"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, input=_SHORT.encode(), check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure_memory(articles: int) -> dict[int, float]:
    """Return the megabytes that a process of its own holds after 1,000, 2,000, 5,000 ... articles of the corpus."""
    command = [sys.executable, "-m", "evaluation.speed", "--memory-child", str(articles)]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT).stdout
    return {int(count): size for count, size in json.loads(printed).items()}


def read_and_weigh(articles: int) -> dict[int, float]:
    """Read articles of the corpus one after the other and note the memory on the way; keeps no record."""
    from didar.reading import read_article

    steps = {n for n in (1, 1000, 2000, 5000, 10_000, articles) if n <= articles}
    held = {}
    for count, line in enumerate(load_corpus(articles), 1):
        read_article(line.article)
        if count in steps:
            held[count] = _resident_megabytes()
    return held


def _resident_megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE


def rate_lines(rate: Rate) -> Iterator[str]:
    """Return the lines of a rate and its stages, the slowest stage first."""
    yield (
        f"{rate.articles_per_second:.0f} articles/s, {rate.letters_per_second:,.0f} letters/s on one core "
        f"({rate.articles} articles, {rate.letters / rate.articles:.0f} letters each)"
    )
    rest = rate.seconds - sum(rate.stages.values())
    for stage, seconds in [*sorted(rate.stages.items(), key=lambda item: -item[1]), ("(the rest)", rest)]:
        yield f"  {stage:<18} {1000 * seconds / rate.articles:7.2f} ms an article  {seconds / rate.seconds:4.0%}"


def main() -> None:
    """Measure and print what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000, help="articles of the corpus, spread over it evenly")
    parser.add_argument("--memory", type=int, default=10_000, help="articles to read for memory; 0 leaves it out")
    parser.add_argument("--memory-child", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.memory_child:
        print(json.dumps(read_and_weigh(options.memory_child)))
        return
    step = max(1, CORPUS_SIZE // options.articles)
    rate = measure_rate(line.article for line in load_corpus(options.articles, step))
    print("\n".join(rate_lines(rate)))
    print(f"start-up {measure_startup():.2f} s (didar read of one short report, whole process)")
    if options.memory:
        held = measure_memory(options.memory)
        print("memory " + ", ".join(f"{size:.0f} MB after {count:,}" for count, size in held.items()))


if __name__ == "__main__":
    main()

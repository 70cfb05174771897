"""Count which words stand beside plurals in «های», and which beside words in silent ه with the ending «ای»."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator

from didar.persian.letters import ZWNJ
from didar.text.lines import Looked, neighbours
from didar.text.readings import ENDING, PLURAL, SILENT
from evaluation.logistic import write_model

LEAST, SMALLEST = 12, 0.4
HEAD = "Counted by evaluation/train_readings.py, see text/readings.py"


def train_readings(lines: Iterable[str]) -> None:
    """Write how much a word before (p) or after (n) speaks for the plural, in natural log odds."""
    plurals: Counter[str] = Counter()
    silents: Counter[str] = Counter()
    for line in lines:
        for name, plural in _beside(line):
            (plurals if plural else silents)[name] += 1
    all_plurals, all_silents = plurals.total() / 2, silents.total() / 2
    write_model(
        "readings.tsv",
        HEAD,
        {
            name: math.log((plurals[name] + 0.5) / all_plurals) - math.log((silents[name] + 0.5) / all_silents)
            for name in plurals | silents
            if plurals[name] + silents[name] >= LEAST
        },
        SMALLEST,
    )


def _beside(line: str) -> Iterator[tuple[str, bool]]:
    looked = Looked(line)
    for index, word in enumerate(looked.words):
        plural = word.endswith(ZWNJ + PLURAL)
        if plural or word.endswith(SILENT + ZWNJ + ENDING):
            before, after = neighbours(looked.words, looked.gaps, index)
            yield f"p{before}", plural
            yield f"n{after}", plural

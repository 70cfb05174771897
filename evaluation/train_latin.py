"""Learn how letters are spelled in Latin names: the lexicon of name parts in, `latin_guess.counts.tsv` out.

    python -m evaluation.train_latin [--measure]

Each known name is laid beside its Latin spelling, letter by letter; for every context of a letter the most frequent
spelling is kept, unless a shorter context says the same. `--measure` holds a fifth of the names out in turn.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import didar.persian.lexicon
from didar.persian import latin_guess
from didar.persian.latin_guess import contexts, guess_latin, kind_of
from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table

TABLE = Path(didar.persian.lexicon.__file__).parent / "latin_guess.counts.tsv"
HEAD = "# Made by evaluation/train_latin.py (make models): letters with their neighbours, and how they are spelled."
VOWELS = "aeiou"
SILENT = frozenset("\u0627\u0639\u0647\u06cc\u0648")  # alef, ain, heh, yeh, waw may be written with nothing
LONGEST_VOWEL = 3
FOLDS = 5
Pair = tuple[str, str, bool]


def main() -> None:
    """Write the table, or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", action="store_true")
    if parser.parse_args().measure:
        measure(list(pairs()))
        return
    rows = sorted(learn(pairs()).items())
    TABLE.write_text("\n".join([HEAD, *(f"{key}={sound}\t{n}" for key, (sound, n) in rows)]) + "\n", encoding="utf-8")
    print(f"{len(rows)} contexts")


def pairs() -> Iterator[Pair]:
    """Yield the known names: letters, Latin, whether it is spelled the Iranian way."""
    for row in load_table("latin.names.tsv"):
        word = fold(row["word"]).replace(" ", "")
        if row["latin"] != row["elsewhere"]:
            yield word, re.sub("[^a-z]", "", row["latin"].lower()), True
        if row["elsewhere"] != "-":
            yield word, re.sub("[^a-z]", "", row["elsewhere"].lower()), False


def learn(known: Iterable[Pair]) -> dict[str, tuple[str, int]]:
    """Return for every context the most frequent spelling with its count, without what a shorter one says too."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    parents: dict[str, str] = {}
    for word, latin, iranian in known:
        before = "#"
        for at, sound in enumerate(align(word, latin) or ()):
            keys = list(contexts(word, at, before, iranian))
            for key in keys:
                counts[key][sound] += 1
            parents |= {keys[0]: keys[1], keys[2]: keys[3]}
            before = kind_of(sound)
    best = {key: count.most_common(1)[0] for key, count in counts.items()}
    return {key: one for key, one in best.items() if key not in parents or best[parents[key]][0] != one[0]}


def align(word: str, latin: str) -> tuple[str, ...] | None:
    """Cut a Latin spelling into what each letter stands for, None where the letters cannot be laid beside it."""
    ways: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for letter in word:
        ahead: dict[int, tuple[float, tuple[str, ...]]] = {}
        for at, (cost, cut) in ways.items():
            for end, more in ends_of(letter, latin, at):
                if end not in ahead or cost + more < ahead[end][0]:
                    ahead[end] = (cost + more, (*cut, latin[at:end]))
        ways = ahead
    return ways[len(latin)][1] if len(latin) in ways else None


def ends_of(letter: str, latin: str, at: int) -> Iterator[tuple[int, float]]:
    """Yield where the spelling of a letter at `at` may end, vowels behind it taken in, with a cost."""
    for sound in (*sounds().get(letter, ()), *([""] if letter in SILENT else [])):
        if not latin.startswith(sound, at):
            continue
        end = at + len(sound)
        doubled = len(sound) == 1 and sound not in VOWELS and latin[end : end + 1] == sound
        for start in (end, end + 1) if doubled else (end,):
            yield start, 0.0 if sound else 0.5
            for size in range(1, LONGEST_VOWEL):
                if not latin[start : start + size] or set(latin[start : start + size]) - set(VOWELS):
                    break
                if start + size <= len(latin):
                    yield start + size, 0.3 * size + (0.4 if letter in SILENT else 0.0)


@cache
def sounds() -> dict[str, list[str]]:
    """Return how each letter may be written."""
    return {row["word"]: row["sounds"].split() for row in load_table("latin_letters.names.tsv")}


def measure(known: list[Pair]) -> None:
    """Print the share of held-out names that come out exactly as they are known, Iranian and others."""
    right: Counter[bool] = Counter()
    for fold_ in range(FOLDS):
        learned = {
            key: sound for key, (sound, _) in learn(p for i, p in enumerate(known) if i % FOLDS != fold_).items()
        }
        latin_guess._known = lambda learned=learned: learned  # type: ignore[assignment,misc]
        for word, latin, iranian in known[fold_::FOLDS]:
            right[iranian] += guess_latin(word, iranian) == latin
    for iranian in (True, False):
        print(f"iranian {iranian}: {right[iranian] / sum(p[2] is iranian for p in known):.3f}")


if __name__ == "__main__":
    main()

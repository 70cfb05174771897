"""Train the model of unseen compounds that a space parts, and list the parts that begin and end compounds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_table
from didar.persian.verbs import analyse
from didar.text.compounds import features, tail_stem
from evaluation.logistic import Example, fit, write_model

Pair = tuple[str, str]
PARTNERS = 3  # a part that fewer words have joined says nothing of the next one
EPOCHS, LEAST, SMALLEST = 3, 4, 0.25  # 6 and 0.35 make the file a third smaller, and F1 on held-out lines 0.3 lower
HEAD = "Trained by evaluation/train_compounds.py, see text/compounds.py"


def train_compounds(words: Counter[str], pairs: Counter[Pair], write_counts: Callable[..., None]) -> None:
    """Write the parts of compounds and the model; `words` with half-spaces, `pairs` with a space between them."""
    usable = _usable()
    joined = Counter({pair: count for pair, count in _joined(words) if usable(*pair)})
    parted = {pair: count for pair, count in pairs.items() if usable(*pair)}
    tails, heads = _partners(joined)
    what = "of compounds, and how many partners they have"
    write_counts("words_tails.counts.tsv", f"last parts {what}; endings are taken off", tails, "text/compounds.py")
    write_counts("words_heads.counts.tsv", f"first parts {what}", heads, "text/compounds.py")
    known = _known(words)
    chosen = (pair for pair in (*joined, *parted) if tail_stem(pair[1]) in tails or pair[0] in heads)
    examples = (example for pair in dict.fromkeys(chosen) for example in _examples(pair, joined, parted, known))
    write_model("compounds.tsv", HEAD, fit(examples, EPOCHS, LEAST), SMALLEST)


def _usable() -> Callable[[str, str], bool]:
    endings = {row["ending"] for row in load_table("affixes.tsv")}
    alone = {row["word"] for row in load_table("words_alone.tsv")}
    return lambda a, b: min(len(a), len(b)) > 1 and b not in endings and not {a, b} & alone


def _joined(words: Counter[str]) -> Iterator[tuple[Pair, int]]:
    """Yield the compounds of clean text, parted at each half-space that is none of an ending or a verb."""
    endings = {row["ending"] for row in load_table("affixes.tsv")}
    for word, count in words.items():
        parts = word.strip(ZWNJ).split(ZWNJ)
        for at in range(1, len(parts)):
            if parts[at] not in endings and not analyse(fold(word)):
                yield (ZWNJ.join(parts[:at]), ZWNJ.join(parts[at:])), count


def _partners(joined: Iterable[Pair]) -> tuple[dict[str, int], dict[str, int]]:
    tails: dict[str, set[str]] = defaultdict(set)
    heads: dict[str, set[str]] = defaultdict(set)
    for left, right in joined:
        tails[tail_stem(right)].add(left)
        heads[left].add(tail_stem(right))
    tail_counts, head_counts = (
        {part: len(others) for part, others in parts.items() if len(others) >= PARTNERS} for parts in (tails, heads)
    )
    return tail_counts, head_counts


def _examples(pair: Pair, joined: Counter[Pair], parted: dict[Pair, int], known: Callable[[str], int]) -> list[Example]:
    """A pair that stands both ways is an example of both; of the rarer one it is a weak one."""
    names = features(*pair, known)
    times, apart = joined.get(pair, 0), parted.get(pair, 0)
    ways = ((times, apart, True), (apart, times, False))
    return [
        (names, wanted, min(count, 3) ** 0.5 * (1 if other <= count else 0.3)) for count, other, wanted in ways if count
    ]


def _known(words: Counter[str]) -> Callable[[str], int]:
    """Return how often letters stand as a word in the list that is shipped."""
    counts: Counter[str] = Counter()
    for word, count in words.items():
        if count > 1:
            counts[word.replace(ZWNJ, "")] += count
    return lambda part: counts.get(part, 0)

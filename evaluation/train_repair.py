"""Count the corpus into the lexicon's word lists, and train the model that places half-spaces in unseen words.

    make models            (or: python -m evaluation.train_repair ../shared/corpus/news.jsonl.xz)

Only counts and weights leave the corpus, no sentence. Articles whose id falls into the held-out part are not read;
`evaluation/repair.py` measures on them.
"""

from __future__ import annotations

import json
import lzma
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import load_table
from didar.persian.verbs import analyse, future_auxiliaries
from didar.persian.words import lemma
from didar.text.boundaries import NEVER_JOINS, features
from didar.text.characters import repair_characters
from didar.text.joining_words import parted_ways
from didar.text.lost_spaces import ARTICLE
from evaluation.logistic import Example, fit, write_model
from evaluation.train_compounds import train_compounds
from evaluation.train_readings import train_readings

SOURCE = Path(__file__).parent.parent / "src" / "didar"
LETTERS = "\u0621-\u063a\u0641-\u064a\u0671\u067e\u0686\u0698\u06a9\u06af\u06cc\u06c0"
WORD = re.compile(f"[{LETTERS}{ZWNJ}]+")
DIACRITICS = re.compile("[\u064b-\u0652\u0654\u0670]")
HIDDEN_HALF_SPACE = re.compile(f"(?<=[{''.join(NEVER_JOINS)}]){ZWNJ}")
# A line that shows one of these was damaged, and counts for nothing: parted prefixes and endings, glued verbs.
DAMAGE = re.compile(
    f"(?<![{LETTERS}{ZWNJ}])(?:ن?می(?= [{LETTERS}])|(?:ها|های|هایی|تر|ترین)(?![{LETTERS}{ZWNJ}])"
    "|ن?می(?:شود|کند|کنند|شوند|گوید|دهد|توان|باشد|تواند|دهند|گیرد))"
    f"|ه ا(?:ند|م|ی)(?![{LETTERS}{ZWNJ}])"
)
PLURAL = re.compile(f"(?<=[^{''.join(NEVER_JOINS)}]{{2}})ها(?:ی|یی|یش|یم|یشان|یمان|یتان)?$")
HELD_OUT = 20  # one article in twenty
MIN_COUNT = 2
GLUED = 20  # a word that stands glued once for twenty times that its parts stand apart is a slip of the typist
GLUED_UNSEEN = 5  # read in the list of all that it takes
PAIR_COUNT = 4
PAIR_ODDS = (-10.5, -6.5)  # pairs more likely than this need no list, pairs less likely are chance


def main(corpus: str) -> None:
    """Write the lists and the model."""
    lines = list(clean_lines(Path(corpus)))
    words, pairs = count_words(lines)
    for slip in slips(words, pairs):
        del words[slip]
    write_words(words)
    write_spaced(words, lines)
    write_pairs(words, pairs)
    write_compounds(words, lines)
    write_model("halfspace.tsv", HEAD, fit(_examples(words), EPOCHS, LEAST), SMALLEST)
    train_compounds(words, pairs, write_counts)
    train_readings(lines)


# --- the corpus --------------------------------------------------------------------------------------------------


def articles(corpus: Path, held_out: bool) -> Iterator[dict[str, object]]:
    """Yield the articles of one part of the corpus."""
    with lzma.open(corpus, "rt", encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            if (int(article["id"][:4], 16) % HELD_OUT == 0) is held_out:
                yield article


def clean_lines(corpus: Path, held_out: bool = False) -> Iterator[str]:
    """Yield each undamaged line once, its letters repaired; lines of other outlets than ISNA only with half-spaces."""
    seen: set[str] = set()
    for article in articles(corpus, held_out):
        paragraphs = [article["title"], article["lead"], *article["paragraphs"]]  # type: ignore[misc]
        for line in "\n".join(str(p) for p in paragraphs if p).split("\n"):
            if len(line) < 20 or line in seen:
                continue
            seen.add(line)
            clean = tidy(line)
            if not DAMAGE.search(clean) and (article["outlet"] == "isna.ir" or ZWNJ in clean):
                yield clean


def tidy(line: str) -> str:
    """Repair the letters of a line and drop what the counts do not need: diacritics, half-spaces nobody sees."""
    pieces, at = [], 0
    for edit in repair_characters(line):
        pieces += [line[at : edit.span.start], edit.to]
        at = edit.span.end
    return HIDDEN_HALF_SPACE.sub("", DIACRITICS.sub("", "".join(pieces) + line[at:])).strip()


def count_words(lines: Iterable[str]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Count words, and pairs of words with one space between them."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for line in lines:
        words.update(word.strip(ZWNJ) for word in WORD.findall(line))
        row = line.split(" ")
        pairs.update((a, b) for a, b in pairwise(row) if WORD.fullmatch(a) and WORD.fullmatch(b))
    return words, pairs


def slips(words: Counter[str], pairs: Counter[tuple[str, str]]) -> set[str]:
    """Return the spellings that are slips of a typist: they stand once where the right one stands twenty times."""
    wrong = set()
    for (a, b), count in pairs.items():
        wrong |= {word for word in (a + b, a + ZWNJ + b) if 0 < words.get(word, 0) * _slip_rate(a, b) <= count}
    for word, count in words.items():
        stem = PLURAL.sub("", word)
        if stem == word or ZWNJ in word or words.get(stem, 0) < GLUED * count:
            continue
        if words.get(stem + ZWNJ + word[len(stem) :], 0) >= count or count < 5:
            wrong.add(word)
    return wrong


# --- the lists ---------------------------------------------------------------------------------------------------


def _slip_rate(left: str, right: str) -> int:
    """Tell how often two words must stand apart for each time that they stand glued by a slip.

    After a letter that does not join the missing space is hardly seen, and slips are more frequent; but participles
    («منتشرشده») and short words («درگذشته») are glued on purpose too.
    """
    unseen = left[-1] in NEVER_JOINS and len(left) >= 4 and not analyse(fold(right))
    return GLUED_UNSEEN if unseen else GLUED


def write_words(words: Counter[str]) -> None:
    """Write the words of clean text with their half-spaces."""
    frequent = {word: times for word, times in words.items() if times >= MIN_COUNT}
    write_counts("words.counts.tsv", "words of clean text", frequent, "text/known_words.py")


def write_spaced(words: Counter[str], lines: Iterable[str]) -> None:
    """Write how often words that have a half-space stand with a space in its place, in clean text."""
    ways = {way for word, times in words.items() if times >= MIN_COUNT and ZWNJ in word for way in parted_ways(word)}
    spaced: Counter[str] = Counter()
    for line in lines:
        row = line.split(" ")
        for size in (2, 3):
            spaced.update(
                way for i in range(len(row)) if (way := " ".join(row[i : i + size]).strip('،؛.:؟!»«"()')) in ways
            )
    what = "words with a half-space that stand with a space instead"
    write_counts("words_spaced.counts.tsv", what, spaced, "text/joining_words.py")


def write_pairs(words: Counter[str], pairs: Counter[tuple[str, str]]) -> None:
    """Write the pairs that a glued word is parted into, where the words' own frequency would not tell."""
    total = math.log10(sum(words.values()))
    kept = {}
    for (a, b), count in pairs.items():
        odds = math.log10(words.get(a, 0) or 1) + math.log10(words.get(b, 0) or 1) - 2 * total
        likely = PAIR_ODDS[0] < odds < PAIR_ODDS[1] or b.startswith(ARTICLE)
        if count >= PAIR_COUNT and likely and min(len(a), len(b)) > 1:
            kept[f"{a} {b}"] = count
    write_counts("words_pairs.counts.tsv", "pairs of words that follow each other", kept, "text/lost_spaces.py")


LEAST_COMPOUND, COMPOUND_SHARE = 10, 0.08
LEAST_BEFORE_VERBS = 8  # of these, the share that `verbs_light.tsv` asks for


def write_compounds(words: Counter[str], lines: Iterable[str]) -> None:
    """Write the compound verbs: words that often stand before a light verb, with the verb's infinitive.

    Either much of a noun stands before it, or much of what stands before verbs does («افزایش دادن»).
    """
    light = {row["infinitive"]: float(row["share"]) for row in load_table("verbs_light.tsv")}
    found, before = count_before_verbs(lines)
    kept = {
        f"{noun} {verb}": count
        for (noun, verb), count in found.items()
        if verb in light
        and (
            (count >= LEAST_COMPOUND and count >= COMPOUND_SHARE * words[noun])
            or (count >= LEAST_BEFORE_VERBS and count >= light[verb] * before[noun] and lemma(noun) == noun)
        )
    }
    write_counts("words_compounds.counts.tsv", "compound verbs", kept, "persian/words.py")


def count_before_verbs(lines: Iterable[str]) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """Count words before each verb (by its infinitive), and before verbs at all."""
    closed = {fold(row["form"]) for row in load_table("closed_class.tsv", 2)} | future_auxiliaries()
    found: Counter[tuple[str, str]] = Counter()
    before: Counter[str] = Counter()
    for noun, verb in (pair for line in lines for pair in pairwise(line.split(" "))):
        form = analyse(fold(verb.rstrip("».،؛:؟!")))
        if form and len(noun) > 2 and WORD.fullmatch(noun) and fold(noun) not in closed and not analyse(fold(noun)):
            found[noun, form.lemma] += 1
            before[noun] += 1
    return found, before


def write_counts(name: str, what: str, counts: Mapping[str, int], owner: str) -> None:
    """Write a counted list, the most frequent first; `owner` is the file of `src/didar/` that reads it."""
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    head = f"# Owner: {owner}. Counted by evaluation/train_repair.py: {what}.\n"
    text = head + "".join(f"{word}\t{count}\n" for word, count in rows)
    (SOURCE / "persian" / "lexicon" / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(rows)} lines, {len(text.encode()) // 1000} kB")


# --- the model ---------------------------------------------------------------------------------------------------

EPOCHS, LEAST, SMALLEST = 4, 10, 0.2
HEAD = "Trained by evaluation/train_repair.py, see text/boundaries.py"


def _examples(words: Counter[str]) -> Iterator[Example]:
    variants: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in words.items():
        variants[word.replace(ZWNJ, "")][word] += count
    for glued, spellings in variants.items():
        spelling, count = spellings.most_common(1)[0]
        if len(glued) >= 4 and count >= 0.8 * spellings.total():
            places = half_spaces(spelling)
            # A word seen once and without half-space may be a slip: it counts half.
            weight = 1.0 if count > 1 or places else 0.5
            for at in range(1, len(glued)):
                if glued[at - 1] not in NEVER_JOINS:
                    yield features(glued, at, lambda part: words.get(part, 0)), at in places, weight


def half_spaces(word: str) -> set[int]:
    """Return the places of a word's half-spaces, counted in its letters."""
    return {place.start() - index for index, place in enumerate(re.finditer(ZWNJ, word))}


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus/news.jsonl.xz")

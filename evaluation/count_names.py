"""Count the lists that mentions rest on, from a corpus: common words, words of offices, given names, surnames.

    .venv/bin/python evaluation/count_names.py /work/shared/corpus/news.jsonl.xz [--write]

The given names to begin with are the words of the shipped `given_names.counts.tsv` (add a new one there with a count of
1, and its Latin spelling in `latin.names.tsv`). Without --write the sizes are printed and the lists stay as they are.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import didar.persian.lexicon
from didar.mentions.line import is_finite
from didar.mentions.vocabulary import foreign_names, given_names, index, stops
from didar.persian.letters import fold
from didar.persian.lexicon.loader import load_table
from didar.persian.variants import ezafe_form

FOLDER = Path(didar.persian.lexicon.__file__).parent
TOKEN = re.compile(r"[\w\u200c\u064b-\u0652\u0670\u0640\u0654]+|[^\w\s]|\n")
COMMON = 40  # occurrences that make a word a common one
INSIDE = 0.002  # share of its occurrences inside offices that a word must have to be listed (see mentions/line.py)
LONGEST = 9  # tokens of an office that is counted
# A surname must be one in 8 % of its places; one that follows a single given name only must be so in a quarter of them
# («مسکونی» follows «واحد», «ملی» follows «تیم»).
SHARE, ALONE_SHARE, ALONE_COUNT = 0.08, 0.25, 30
GOOD_SHARE = 0.15
UNCOMMON = 2500
Texts = list[list[str]]


def main() -> None:
    """Read the corpus once into folded tokens, count, print or write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    texts = list(read(options.corpus))
    words = Counter(token for text in texts for token in text)
    offices = count_offices(texts)
    given, surnames = count_names(texts, words)
    lists = {
        "common_words": {word: count for word, count in words.items() if count >= COMMON},
        "office_words": {word: count for word, count in offices.items() if count >= INSIDE * words[word]},
        "given_names": given,
        "surnames": surnames,
    }
    for name, counts in lists.items():
        print(name, len(counts))
        if options.write:
            write(FOLDER / f"{name}.counts.tsv", counts)


def read(path: str) -> Iterator[list[str]]:
    """Yield the folded tokens of each article."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            parts = [article.get("title"), article.get("lead"), *(article.get("paragraphs") or [])]
            yield [fold(token) for token in TOKEN.findall("\n".join(part for part in parts if part))]


def heads() -> set[str]:
    """Return the first words of offices and organizations."""
    roles, bodies = load_table("roles.tsv"), load_table("organization_heads.tsv")
    forms = [form for row in roles for form in (row["word"], *row["plural"].split("،"))]
    first = [fold(form).split()[0] for form in (*forms, *(row["word"] for row in bodies))]
    return {spelling for word in first for spelling in (word, ezafe_form(word) or word)} - {"-"}


def is_mark(token: str) -> bool:
    """Tell whether a token is punctuation or the end of a line."""
    return not token[:1].isalnum()


def count_offices(texts: Texts) -> Counter[str]:
    """Count the words between a head that begins a clause and a colon, a comma or a verb of speech."""
    begins, ends, counts = heads(), stops(), Counter[str]()
    for text in texts:
        for at, token in enumerate(text):
            if token not in begins or (at and not is_mark(text[at - 1])):
                continue
            end = next((e for e in range(at + 1, len(text)) if is_mark(text[e]) or text[e] in ends), len(text))
            closed = end < len(text) and (text[end] in ":،" or ends.get(text[end]) == "cue")
            if closed and 2 <= end - at <= LONGEST + 1:
                counts.update(set(text[at + 1 : end]))
    return counts


def count_names(texts: Texts, words: Counter[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Count given names before surnames, and surnames after given names and ranks."""
    after = followers(texts)
    givers: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for given, followed in after.items():
        for word, count in followed.items():
            givers[word].add(given)
            counts[word] += count
    surnames = {word: count for word, count in counts.items() if _is_surname(word, count, words[word], givers[word])}
    good = {word for word, count in surnames.items() if count >= GOOD_SHARE * words[word] and len(givers[word]) > 1}
    given = {name: max(1, before_surnames(name, after, words, good)) for name in given_names()}
    return given, surnames


def before_surnames(name: str, after: dict[str, Counter[str]], words: Counter[str], good: set[str]) -> int:
    """Count how often a given name stands before a surname; one used abroad only, before any word that is not common.

    Foreign surnames follow one given name each, so that no second given name can vouch for them.
    """
    if name in foreign_names():
        return sum(count for word, count in after[name].items() if words[word] < UNCOMMON)
    return sum(count for word, count in after[name].items() if word in good or word in after)


def _is_surname(word: str, count: int, total: int, givers: set[str]) -> bool:
    if count < 2 or count < SHARE * total or is_finite(word) or word in stops():
        return False
    return len(givers) > 1 or count <= ALONE_COUNT or count >= ALONE_SHARE * total


def followers(texts: Texts) -> dict[str, Counter[str]]:
    """Count for each given name, and for ranks together, which words follow it."""
    after: dict[str, Counter[str]] = defaultdict(Counter)
    known = index()
    ranks = {word for word in known.first_words() if any(e.kind == "rank" for e, _ in known.find([word], 0))}
    names = set(given_names())
    for text in texts:
        for token, word, beyond in zip(text, text[1:], text[2:], strict=False):
            if is_mark(word) or word in stops() or not word.isalpha() or known.find([word], 0):
                continue
            if token in names:
                after[token][word] += 1
            elif token in ranks and (is_mark(beyond) or beyond in stops()):
                after["rank"][word] += 1
    return after


def write(path: Path, counts: dict[str, int]) -> None:
    """Write a counted list, the most frequent word first, under the first line that the file has now."""
    head = path.read_text(encoding="utf-8").splitlines()[0]
    rows = sorted(((word, count) for word, count in counts.items() if persian(word)), key=lambda row: (-row[1], row[0]))
    path.write_text("\n".join([head, *(f"{word}\t{count}" for word, count in rows)]) + "\n", encoding="utf-8")


def persian(word: Iterable[str]) -> bool:
    """Tell whether a word has two or more letters, all of the Arabic script."""
    letters = list(word)
    return len(letters) > 1 and all("\u0600" <= letter <= "\u06ff" and letter.isalpha() for letter in letters)


if __name__ == "__main__":
    main()

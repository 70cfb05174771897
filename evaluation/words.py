"""Measure sentences and lemmas: Didar, simplemma and hazm side by side.

    python -m evaluation.words            Didar and simplemma
    python -m evaluation.words --readme   with hazm, into README's table
    python -m evaluation.words --errors   what Didar gets wrong, of every second line (the others stay unseen)

Sentences: invented paragraphs (`sentences.txt`), and reports of the corpus: headline and paragraphs of one sentence.
Lemmas: word forms of the corpus with their dictionary form (`lemmas.tsv`).
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from didar.persian.letters import fold
from didar.persian.lexicon.loader import Row, parse_table
from didar.persian.words import lemma
from didar.records import Article
from didar.text.prepare import prepare_text
from evaluation.peers import Peer, PeerFailure
from evaluation.repair import README, write_between
from evaluation.shared import ROOT, load_corpus

Tool = Callable[[list[str]], list[str]]
BAR = "\u241e"  # between the sentences that a peer returns
ONE_SENTENCE = re.compile(r"[^.!?؟…«»\"\n]{40,300}[^.!?؟…«»\"\n\s]\.")
NOTE = """Measured by `python -m evaluation.words`. A sentence is right when both its borders are. Invented paragraphs
are hard on purpose (abbreviations, lists, dots, quotations, headlines), and Didar's rules were mended by them; the
corpus' are headlines and paragraphs of one sentence. Lemmas are those of word forms of the corpus, judged before any
answer was seen and without their sentence; a verb counts in any form that a tool gives it (گفتن, گفت, گفت#گو). Didar's
rules were mended by half of the frequent ones; of the rare ones it had 95.3 % right before its errors there were read.
Treebanks follow conventions of their own: these figures cannot be compared with theirs."""


class Tools(msgspec.Struct, frozen=True):
    """One program: how it parts a text into sentences (joined by BAR), and how it leads words back."""

    name: str
    part: Tool | None
    lead_back: Tool | None


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures, or write them with hazm's into README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readme", action="store_true", help="run hazm too, and write the table into README")
    parser.add_argument("--errors", action="store_true", help="print what Didar gets wrong, of every second line")
    chosen = parser.parse_args(arguments)
    if chosen.errors:
        print("\n".join(errors()))
        return
    text = table([DIDAR, *SIMPLEMMA, *(hazm() if chosen.readme else ())])
    print(text)
    if chosen.readme:
        write_between(README, "words", f"{text}\n\n{NOTE}")


def table(tools: Iterable[Tools]) -> str:
    """Return a Markdown table of all figures."""
    hard, easy, rows = invented(), corpus_paragraphs(), lemma_rows()
    head = ["", f"sentences, {len(hard)} invented paragraphs: F1", f"sentences, {len(easy)} pieces of the corpus: F1"]
    common, rare = by_rarity(rows)
    head += [f"lemmas of {len(common)} forms, %", "by their frequency, %", "verbs, %", "nouns, %"]
    head += [f"{len(rare)} rare forms, %"]
    lines = [head, ["---"] * len(head), *(row(tool, hard, easy, rows) for tool in tools)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def row(tool: Tools, hard: list[str], easy: list[str], rows: Sequence[Row]) -> list[str]:
    """Return one line of the table; a dash for what a tool does not do."""
    try:
        parted = [f"{sentence_f1(texts, tool.part):.1f}" if tool.part else "–" for texts in (hard, easy)]
        return [tool.name, *parted, *(lemma_figures(rows, tool.lead_back) if tool.lead_back else ["–"] * 5)]
    except PeerFailure as failure:
        return [tool.name, f"does not run: {failure}", *[""] * 6]


# --- sentences -----------------------------------------------------------------------------------------------------


def invented() -> list[str]:
    """Return the invented paragraphs, BAR between their sentences; headline, lead and body on lines of their own."""
    lines = (ROOT / "evaluation" / "sentences.txt").read_text(encoding="utf-8").splitlines()
    return [
        line.replace(" | ", f" {BAR}").replace("|", BAR).replace("\t", f"\n{BAR}")
        for line in lines
        if line and not line.startswith("#")
    ]


def corpus_paragraphs(articles: int = 1500) -> list[str]:
    """Return headlines and paragraphs that are one sentence for certain, three or more of a report joined."""
    chosen = random.Random(3)
    return [
        BAR.join([*(f"{line} " for line in found[:-1]), found[-1]]).replace(f" {BAR}", f"\n{BAR}", 1)
        for found in map(_certain, (line.article.text for line in load_corpus(articles, 10)))
        if len(found) > 2 and chosen.random() < 0.8
    ]


def _certain(text: str) -> list[str]:
    headline, *body = (line.strip() for line in text.split("\n"))
    plain = [headline] if not re.search(r"[.!?؟…]", headline) else []
    return [*plain, *(line for line in body if ONE_SENTENCE.fullmatch(line))] if plain else []


def sentence_f1(texts: list[str], part: Tool) -> float:
    """Return the F1 of sentences, each known by the letters at its borders."""
    parted = part([text.replace(BAR, "") for text in texts])
    right = told = found = 0
    for text, answer in zip(texts, parted, strict=True):
        wanted, got = _borders(text), _borders(answer)
        right, told, found = right + len(wanted & got), told + len(wanted), found + len(got)
    return 200 * right / (told + found)


def _borders(parted: str) -> set[tuple[int, int]]:
    """Return the borders of sentences, counted in letters, digits and closing marks."""
    lengths = [len(re.findall(r"[\w.!?؟…]", piece)) for piece in parted.split(BAR)]
    ends = [sum(lengths[: at + 1]) for at in range(len(lengths))]
    return set(zip([0, *ends], ends, strict=False))


# --- lemmas --------------------------------------------------------------------------------------------------------


def lemma_rows() -> tuple[Row, ...]:
    """Return the word forms with their lemmas."""
    return parse_table((ROOT / "evaluation" / "lemmas.tsv").read_text(encoding="utf-8"), "lemmas.tsv")


def by_rarity(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Part the forms drawn by frequency from the rare ones."""
    return [row for row in rows if row["count"] != "0"], [row for row in rows if row["count"] == "0"]


def lemma_figures(rows: Sequence[Row], lead_back: Tool) -> list[str]:
    """Return the share of right lemmas: of all forms but the rare, by frequency, of verbs, of nouns, of rare forms."""
    answers = lead_back([row["form"] for row in rows])
    right = {row["form"]: is_right(row, answer) for row, answer in zip(rows, answers, strict=True)}
    common, rare = by_rarity(rows)
    shares = [
        _share((right[row["form"]], 1) for row in common),
        _share((right[row["form"]], int(row["count"])) for row in common),
        *(_share((right[row["form"]], 1) for row in common if row["tag"] == tag) for tag in ("VERB", "NOUN")),
        _share((right[row["form"]], 1) for row in rare),
    ]
    return [f"{share:.1f}" for share in shares]


def _share(judged: Iterable[tuple[bool, int]]) -> float:
    listed = list(judged)
    return 100 * sum(weight for right, weight in listed if right) / sum(weight for _, weight in listed)


def is_right(row: Row, answer: str) -> bool:
    """Tell whether an answer is the lemma, for a verb in any of the forms that tools give: گفتن, گفت, گفت#گو."""
    wanted = {fold(word) for word in row["lemma"].split("|")}
    if row["tag"] == "VERB":
        wanted |= {word.removesuffix("ن") for word in wanted}
    return any(fold(part) in wanted for part in answer.split("#") if part)


def errors() -> Iterator[str]:
    """Yield what Didar gets wrong, of every second line."""
    for text in invented()[::2]:
        if sentence_f1([text], _part) < 100:
            yield f"{text}\n   {_part([text.replace(BAR, '')])[0]}"
    for row in lemma_rows()[::2]:
        if not is_right(row, answer := lemma(row["form"])):
            yield f"{row['form']} ({row['tag']}, {row['count']}): {answer}, wanted {row['lemma']}"


# --- tools ---------------------------------------------------------------------------------------------------------


def _part(texts: list[str]) -> list[str]:
    prepared = (prepare_text(Article(id="text", text=text)) for text in texts)
    return [BAR.join(text.text[s.start : s.end] for s in text.sentences) for text in prepared]


def _simplemma() -> Iterator[Tools]:
    try:
        from simplemma import lemmatize
    except ImportError:
        return
    yield Tools("simplemma", None, lambda words: [lemmatize(word, lang="fa") for word in words])


def hazm() -> Iterator[Tools]:
    """Yield hazm, in its own environment (`peers.py`)."""
    part = Peer(
        "hazm 0.10",
        f"from hazm import sent_tokenize\nrepair = lambda t: {BAR!r}.join(sent_tokenize(t))",
        "hazm==0.10.0",
    )
    lead = Peer("hazm 0.10", "from hazm import Lemmatizer\nrepair = Lemmatizer().lemmatize", "hazm==0.10.0")
    yield Tools("hazm 0.10", lambda texts: part.repair(texts)[0], lambda words: lead.repair(words)[0])


DIDAR = Tools("**Didar**", _part, lambda words: [lemma(word) for word in words])
SIMPLEMMA = tuple(_simplemma())


if __name__ == "__main__":
    main()

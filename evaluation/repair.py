"""Measure repairs: half-spaces and spaces put back, good text left alone, speed; Didar and its peers side by side.

    python -m evaluation.repair            Didar alone
    python -m evaluation.repair --readme   with its peers, into README's table

The sentences are those of articles that `train_repair.py` leaves out; their damage is made, so the good text is known.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from didar.persian.letters import ZWNJ
from didar.text.repair import repair
from evaluation.peers import PeerFailure, peers
from evaluation.repair_sets import glued, letters_of, run_together, sentences, spaced
from evaluation.repair_votes import outvoted

Repairer = Callable[[list[str]], tuple[list[str], float]]
Figures = dict[str, float]
SENTENCES = 4000
A_TEXT = 20
TOGETHER = f"**Didar**, {A_TEXT} sentences as one text"
NOTE = """Measured by `python -m evaluation.repair` on sentences of held-out articles, whose half-spaces or spaces were
deleted or replaced. News writes many words both with and without a half-space, and glues some by mistake: nobody can
reach 100 here, and part of what changes in good text is repair. More in [repair](docs/repair.md)."""
VOTES = "Where Didar and a held-out sentence differ, the rest of the corpus mostly writes these words as Didar does in"
README = Path(__file__).parent.parent / "README.md"
COLUMNS = {
    "glued_f1": "half-spaces deleted, F1",
    "spaced_f1": "turned into spaces, F1",
    "untouched": "good text left alone, %",
    "other": "other edits / 1,000 letters",
    "missing_recall": "missing spaces put back, %",
    "missing_wrong": "wrong edits more there / 1,000 letters",
    "speed": "letters / s",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures, or write them with the peers' into README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", default="../shared/corpus/news.jsonl.xz", type=Path)
    parser.add_argument("--readme", action="store_true", help="run the peers too, and write the table into README")
    chosen = parser.parse_args(arguments)
    sets = {
        "ISNA": sentences(chosen.corpus, True, SENTENCES),
        "other outlets": sentences(chosen.corpus, False, SENTENCES),
    }
    text = "\n\n".join(table(name, good, with_peers=chosen.readme) for name, good in sets.items())
    sided = "; ".join(f"{name}: {votes(good)}" for name, good in sets.items())
    text = f"{text}\n\n{NOTE}\n\n{VOTES} {sided}."
    print(text)
    if chosen.readme:
        write_between(README, "repair", text)


def table(name: str, good: list[str], with_peers: bool) -> str:
    """Return a Markdown table of all figures on one set of sentences."""
    head = [f"{name}, {len(good):,} sentences", *COLUMNS.values()]
    rows = [head, ["---"] * len(head), row("**Didar**", good, didar), row(TOGETHER, good, didar_together)]
    for peer in peers() if with_peers else ():
        try:
            peer.prepare()
            rows.append(row(peer.name, good, peer.repair))
        except PeerFailure as failure:
            rows.append([peer.name, f"does not run: {failure}", *[""] * (len(COLUMNS) - 1)])
    return "\n".join("| " + " | ".join(cells) + " |" for cells in rows)


def row(name: str, good: list[str], repairer: Repairer) -> list[str]:
    """Return one line of the table."""
    figures = measure(good, repairer)
    return [name, *(f"{figures[key]:,.0f}" if key == "speed" else f"{figures[key]:.1f}" for key in COLUMNS)]


def measure(good: list[str], repairer: Repairer) -> Figures:
    """Return all figures of one repairer on good sentences."""
    damaged = [glued(sentence) for sentence in good]
    repaired, seconds = repairer(damaged)
    deleted = half_space_figures(good, repaired)
    turned = half_space_figures(good, repairer([spaced(sentence) for sentence in good])[0])
    same = repairer(good)[0]
    together = [run_together(sentence) for sentence in good]
    missing = missing_space_figures(good, together, repairer(together)[0])
    usual = missing_space_figures(good, good, same)
    return {
        "glued_f1": deleted["f1"],
        "spaced_f1": turned["f1"],
        "other": max(deleted["other"], turned["other"]),
        "untouched": 100 * sum(a == b for a, b in zip(good, same, strict=True)) / len(good),
        "missing_recall": missing["recall"],
        "missing_wrong": max(0.0, missing["wrong"] - usual["wrong"]),
        "speed": sum(map(letters_of, good)) / seconds,
    }


def didar_together(texts: list[str]) -> tuple[list[str], float]:
    """Repair with Didar, several sentences as one text: damage is seldom that of one sentence."""
    groups = ["\n".join(texts[i : i + A_TEXT]) for i in range(0, len(texts), A_TEXT)]
    repaired, seconds = didar(groups)
    return "\n".join(repaired).split("\n"), seconds


def votes(good: list[str]) -> str:
    """Tell in one sentence how often the corpus sides with Didar where it differs from the reference."""
    parts = []
    for what, damage in (("deleted", glued), ("turned into spaces", spaced), ("left as they were", str)):
        differ, right = outvoted(good, didar([damage(sentence) for sentence in good])[0])
        parts.append(f"{100 * right / max(1, differ):.0f} % of {differ} with half-spaces {what}")
    return ", ".join(parts)


def didar(texts: list[str]) -> tuple[list[str], float]:
    """Repair with Didar."""
    repair("")
    started = time.process_time()
    repaired = [repair(text).text for text in texts]
    return repaired, time.process_time() - started


# --- figures -------------------------------------------------------------------------------------------------


def places(text: str, mark: str) -> set[int]:
    """Return after how many other characters each `mark` stands; half-spaces and spaces do not count."""
    found: set[int] = set()
    seen = 0
    for character in text:
        if character == mark:
            found.add(seen)
        elif character not in (ZWNJ, " "):
            seen += 1
    return found


def half_space_figures(good: list[str], repaired: list[str]) -> Figures:
    """Return F1 of the half-spaces put back, and other edits per 1,000 letters."""
    right = wrong = missed = other = letters = 0
    for gold, after in zip(good, repaired, strict=True):
        wanted, got = places(gold, ZWNJ), places(after, ZWNJ)
        right, wrong, missed = right + len(wanted & got), wrong + len(got - wanted), missed + len(wanted - got)
        other += len((places(after, " ") ^ places(gold, " ")) - wanted - got) + (bare(after) != bare(gold))
        letters += letters_of(gold)
    return {"f1": 100 * 2 * right / max(1, 2 * right + wrong + missed), "other": 1000 * other / letters}


def missing_space_figures(good: list[str], damaged: list[str], repaired: list[str]) -> Figures:
    """Return the share of deleted spaces put back, and wrong edits per 1,000 letters."""
    lost = back = wrong = letters = 0
    for gold, before, after in zip(good, damaged, repaired, strict=True):
        wanted = places(gold, " ") - places(before, " ")
        lost += len(wanted)
        back += len(wanted & places(after, " "))
        wrong += len(places(after, " ") - places(gold, " ")) + len(places(before, " ") - places(after, " "))
        wrong += len(places(after, ZWNJ) ^ places(gold, ZWNJ))
        letters += letters_of(gold)
    return {"recall": 100 * back / max(1, lost), "wrong": 1000 * wrong / letters}


def bare(text: str) -> str:
    """Return a text without spaces and half-spaces."""
    return text.replace(ZWNJ, "").replace(" ", "")


def write_between(path: Path, name: str, text: str) -> None:
    """Write a text between `<!-- name:begin -->` and `<!-- name:end -->` of a file."""
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    old = path.read_text(encoding="utf-8")
    new = re.sub(f"{begin}.*?{end}", lambda _: f"{begin}\n{text}\n{end}", old, flags=re.DOTALL)
    path.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()

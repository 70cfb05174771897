"""The labelled statements that the speech acts are learnt from: places and acts, no words of the corpus."""

import json
from pathlib import Path
from typing import get_args

from didar.records import Act
from evaluation.blind import BLIND

LABELS = Path(__file__).parents[2] / "evaluation" / "acts_labels.tsv"
ROWS = [line.split("\t") for line in LABELS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_every_row_is_a_place_and_its_acts() -> None:
    heading, *rows = ROWS
    assert heading == ["article", "start", "acts"]
    assert all(len(row) == 3 and row[1].isdigit() for row in rows)
    assert {act for row in rows for act in row[2].split()} <= set(get_args(Act))


def test_no_place_is_labelled_twice() -> None:
    places = [tuple(row[:2]) for row in ROWS[1:]]
    assert len(places) == len(set(places))


def test_no_word_of_the_corpus_is_in_it() -> None:
    assert all(cell.isascii() for row in ROWS for cell in row)


def test_what_is_measured_blind_is_not_learnt_from() -> None:
    blind = {json.loads(line)["id"] for line in BLIND.read_text(encoding="utf-8").splitlines()}
    assert not blind & {row[0] for row in ROWS}

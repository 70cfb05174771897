"""The figures: what is found and what is annotated in, right figures out; the same as the shared scorer's."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from didar.evaluating.errors import list_errors
from didar.evaluating.gold import GoldArticle
from didar.evaluating.predicted import Found, FoundEntity, FoundMeeting, FoundStatement
from didar.evaluating.scoring import compare_all, score
from didar.evaluating.stages import speaker_form, speaker_form_in
from didar.records import Span
from evaluation.shared import GOLD as GOLD_FILE
from evaluation.shared import SHARED, load_gold
from tests.evaluation.invented import BRIDGES, GOLD, GUEST, MINISTER, RAILWAY, TOLLS, found_statement, perfect, span


def with_statements(*statements: FoundStatement) -> Found:
    return msgspec.structs.replace(perfect(), statements=statements)


def test_a_perfect_record_has_everything_right() -> None:
    figures = score([GOLD], {GOLD.id: perfect()})
    whole = (figures.detect, figures.strict, figures.strict_who_what, figures.acts, figures.meeting, figures.page)
    assert [figure.f1 for figure in whole] == [1.0] * 6
    assert (figures.speaker_acc, figures.cue_acc, figures.kind_acc, figures.meeting_type_acc) == (1.0, 1.0, 1.0, 1.0)
    assert figures.stages["entity_name_exact"].right == 2
    assert figures.stages["speaker_by_pronoun"].right == 1


def test_no_record_finds_nothing() -> None:
    figures = score([GOLD], {})
    assert (figures.records_missing, figures.detect.right, figures.detect.gold, figures.detect.f1) == (1, 0, 3, 0.0)


def test_half_of_a_content_is_detected_but_not_strict() -> None:
    half = span("راه‌آهن شمالی تا پاییز")
    figures = score(
        [GOLD], {GOLD.id: with_statements(msgspec.structs.replace(found_statement(RAILWAY), content=(half,)))}
    )
    assert (figures.detect.right, figures.strict.right) == (1, 0)


def test_a_statement_of_nobody_is_extra() -> None:
    extra = FoundStatement(content=(span("عصر دوشنبه"),), kind="direct")
    figures = score([GOLD], {GOLD.id: with_statements(found_statement(TOLLS), extra)})
    assert (figures.detect.right, figures.detect.found, figures.detect.p) == (1, 2, 0.5)


def test_an_optional_statement_counts_neither_for_nor_against() -> None:
    loose = msgspec.structs.replace(GOLD, statements=(BRIDGES, msgspec.structs.replace(TOLLS, optional=True)))
    for record in (with_statements(found_statement(BRIDGES)), with_statements(*map(found_statement, (BRIDGES, TOLLS)))):
        figures = score([loose], {GOLD.id: record})
        assert (figures.detect.right, figures.detect.found, figures.detect.gold) == (1, 1, 1)


def test_the_rank_before_a_name_and_the_bare_surname_are_the_same_person() -> None:
    for name in ("دکتر مهرداد آبان‌نیا", "آبان‌نیا", "مهرداد ابان نیا", "وزير راه آلوانيا"):
        entities = (FoundEntity(id="e1", name=name),)
        record = Found(id=GOLD.id, entities=entities, statements=(found_statement(RAILWAY),))
        assert score([GOLD], {GOLD.id: record}).speaker_acc == 1.0, name


def test_a_name_that_fits_two_entities_is_nobody() -> None:
    twins = {
        "e1": msgspec.structs.replace(MINISTER, names=()),
        "e2": msgspec.structs.replace(GUEST, name="سارا آبان‌نیا"),
    }
    record = Found(id=GOLD.id, entities=(FoundEntity(id="x", name="آبان‌نیا"),), statements=(found_statement(RAILWAY),))
    record = msgspec.structs.replace(
        record, statements=tuple(msgspec.structs.replace(s, speaker="x") for s in record.statements)
    )
    assert score([msgspec.structs.replace(GOLD, entities=twins)], {GOLD.id: record}).speaker_acc == 0.0


def test_a_participant_too_many_costs_precision() -> None:
    entities = (*perfect().entities, FoundEntity(id="e3", name="جمشید کهن‌پور"))
    meeting = FoundMeeting(type="phone", participants=("e1", "e2", "e3"))
    figures = score([GOLD], {GOLD.id: msgspec.structs.replace(perfect(), entities=entities, meetings=(meeting,))})
    assert (figures.meeting.right, figures.meeting.found, figures.meeting.gold) == (2, 3, 2)
    assert figures.meeting_type_acc == 0.0


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("دکتر مهرداد آبان‌نیا وزیر راه", "full_name"),
        ("آقای آبان‌نیا", "surname"),
        ("وزیر راه آلوانیا", "role"),
        ("وی", "pronoun"),
        ("این مسئول", "pronoun"),
        (None, "none"),
    ],
)
def test_the_form_of_a_source(source: str | None, form: str) -> None:
    assert speaker_form(source, MINISTER) == form


def test_a_subject_that_an_earlier_verb_has_is_left_out() -> None:
    added = msgspec.structs.replace(RAILWAY, source=BRIDGES.source)
    assert speaker_form_in(msgspec.structs.replace(GOLD, statements=(BRIDGES, added)), 1) == "none"


def test_errors_are_listed_by_kind() -> None:
    wrong = msgspec.structs.replace(found_statement(BRIDGES), speaker="e2", cue=span("عصر دوشنبه"))
    short = msgspec.structs.replace(found_statement(RAILWAY), content=(span("راه‌آهن شمالی تا پاییز"),))
    nobody = FoundStatement(content=(span("دیدار کرد"),))
    [compared] = compare_all([GOLD], {GOLD.id: with_statements(wrong, short, nobody)})
    assert [error.kind for error in list_errors(compared)] == ["missed", "extra", "speaker", "cue", "boundary"]


def noisy(article: GoldArticle, dice: random.Random) -> Found:
    """Return a record that is wrong in every way that a record can be."""
    names = [name for entity in article.entities.values() for name in (entity.name, *entity.names)]
    entities = tuple(
        FoundEntity(
            id=id, name=dice.choice([entity.name, entity.name, "", dice.choice(names)]), aliases=entity.names[:1]
        )
        for id, entity in article.entities.items()
    )
    statements = [
        _noisy_statement(article, i, dice)
        for i in range(len(article.statements))
        for _ in range(dice.choice([0, 1, 1, 2]))
    ]
    meetings = tuple(
        FoundMeeting(type=dice.choice([met.type, "talks"]), participants=met.participants[dice.randrange(2) :])
        for met in article.meetings
    )
    dice.shuffle(statements)
    return Found(
        id=article.id,
        entities=entities,
        statements=tuple(statements),
        meetings=meetings,
        boilerplate=(*article.boilerplate, Span(0, 9)),
    )


def _noisy_statement(article: GoldArticle, index: int, dice: random.Random) -> FoundStatement:
    said = article.statements[index]
    end = len(article.text)
    moved = (
        Span(max(0, s.start + dice.choice([0, 0, -30, 20])), min(end, s.end + dice.choice([0, 0, 40, 5])))
        for s in said.content
    )
    return FoundStatement(
        content=tuple(s for s in moved if s.start < s.end),
        kind=dice.choice([said.kind, "direct"]),
        acts=dice.choice([said.acts, ("assert", "praise")]),
        speaker=dice.choice([said.speaker, said.speaker, *article.entities]),
        cue=dice.choice([said.cue, said.cue, None]),
    )


@pytest.mark.skipif(not GOLD_FILE.exists(), reason="the shared gold articles are not beside this checkout")
def test_the_figures_are_those_of_the_shared_scorer(tmp_path: Path) -> None:
    golds = load_gold()
    dice = random.Random(20)
    records = {gold.id: noisy(gold, dice) for gold in golds[1:]}
    file = tmp_path / "records.jsonl"
    file.write_bytes(b"\n".join(map(msgspec.json.encode, records.values())))
    command = [sys.executable, str(SHARED / "gold" / "score.py"), str(GOLD_FILE), str(file), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    ours = msgspec.to_builtins(score(golds, records))
    for name, figure in theirs.items():
        expected = figure if isinstance(figure, dict) else {"": figure}
        found = ours[name] if isinstance(figure, dict) else {"": ours[name]}
        assert {k: round(found[k], 3) for k in expected} == {k: round(v, 3) for k, v in expected.items()}, name
    assert 0.2 < ours["detect"]["f1"] < 0.9, "the noise must leave something to measure"

"""Annotated articles: good lines are read, a bad one is named by file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner

from didar.commands.evaluate import command
from didar.evaluating.gold import GoldError, choose_fold, read_gold
from didar.evaluating.predicted import read_found
from evaluation.shared import ROOT
from tests.evaluation.invented import GOLD, perfect


def line_with(**changes: Any) -> str:
    fields = msgspec.to_builtins(GOLD) | changes
    return json.dumps(fields, ensure_ascii=False)


def statement_with(**changes: Any) -> list[dict[str, Any]]:
    return [msgspec.to_builtins(GOLD.statements[0]) | changes]


def written(folder: Path, *lines: str) -> Path:
    file = folder / "gold.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def test_a_good_file_is_read_and_blank_lines_are_skipped(tmp_path: Path) -> None:
    assert read_gold(written(tmp_path, "", line_with(), "")) == (GOLD,)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "truncated"),
        ("[]", "Expected `object`"),
        (line_with(text="  "), "the text is empty"),
        (line_with(sha256="0" * 64), "sha256 differs"),
        (line_with(statements=statement_with(speaker="e9")), "speaker of statement 1 'e9' is not among the entities"),
        (line_with(statements=statement_with(cue=[5, 5])), "cue of statement 1 [5, 5] is no span"),
        (line_with(statements=statement_with(content=[[0, 9999]])), "content of statement 1 [0, 9999] is no span"),
        (line_with(statements=statement_with(acts=["mumble"])), "mumble"),
        (line_with(statements=statement_with(kind=None)), "kind"),
        (line_with(meetings=[{"type": "phone", "participants": ["e7"]}]), "participant of meeting 1 'e7'"),
        (line_with(), "stands twice"),
    ],
)
def test_a_bad_line_is_named_with_its_fault(tmp_path: Path, line: str, complaint: str) -> None:
    file = written(tmp_path, line_with(), "", line)
    with pytest.raises(GoldError) as caught:
        read_gold(file)
    assert str(caught.value).startswith(f"{file}:3: ")
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_binary_is_named_too(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_bytes(line_with().encode() + b"\n\xff\xfe\x00")
    with pytest.raises(GoldError, match=r"gold\.jsonl:2: "):
        read_gold(file)


def test_a_bad_record_is_named(tmp_path: Path) -> None:
    file = written(tmp_path, '{"id": "a"}', '{"statements": []}')
    with pytest.raises(GoldError, match=r"gold\.jsonl:2: .*id"):
        read_found(file)


def test_the_fold_kept_aside_is_every_third() -> None:
    articles = [msgspec.structs.replace(GOLD, id=str(i)) for i in range(7)]
    assert [a.id for a in choose_fold(articles, "keep")] == ["2", "5"]
    assert [a.id for a in choose_fold(articles, "work")] == ["0", "1", "3", "4", "6"]
    assert len(choose_fold(articles, "all")) == 7


def test_the_command_prints_figures_and_errors(tmp_path: Path) -> None:
    gold = written(tmp_path, line_with())
    records = tmp_path / "records.jsonl"
    records.write_bytes(msgspec.json.encode(msgspec.structs.replace(perfect(), statements=perfect().statements[:2])))
    result = CliRunner().invoke(command, [str(gold), str(records), "--show", "5"])
    assert result.exit_code == 0
    assert "1 articles, 3 gold statements, 0 articles without a record" in result.stdout
    assert (
        "detect                             P 1.000  R 0.667  F1 0.800  (2 right of 2 found, 3 gold)" in result.stdout
    )
    assert result.stderr.startswith("missed   invented-1 | gold [خواستار] کاهش عوارض")


def test_the_command_prints_json(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_bytes(msgspec.json.encode(perfect()))
    result = CliRunner().invoke(command, [str(written(tmp_path, line_with())), str(records), "--json"])
    figures = json.loads(result.stdout)
    assert (figures["docs"], figures["strict_who_what"]["f1"], figures["stages"]["cues"]["gold"]) == (1, 1.0, 3)


@pytest.mark.parametrize("arguments", [["nowhere.jsonl"], ["{gold}", "nowhere.jsonl"], ["{gold}", "{far}"]])
def test_bad_input_gives_one_clear_line(tmp_path: Path, arguments: list[str]) -> None:
    gold, far = written(tmp_path, line_with()), tmp_path / "far.jsonl"
    far.write_text(json.dumps({"id": GOLD.id, "boilerplate": [[0, 99999]]}))
    result = CliRunner().invoke(command, [argument.format(gold=gold, far=far) for argument in arguments])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert ".jsonl" in result.stderr


def test_damage_needs_didar_to_read(tmp_path: Path) -> None:
    gold = str(written(tmp_path, line_with()))
    assert CliRunner().invoke(command, [gold, gold, "--damage", "glued"]).exit_code == 2


def test_the_documented_article_is_one(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "evaluate.md").read_text(encoding="utf-8")
    example = page.partition("```json\n")[2].partition("```")[0].replace("\n", "")
    [article] = read_gold(written(tmp_path, example))
    said = article.statements[0]
    words = [article.text[s.start : s.end] for s in (said.source, said.cue, *said.content) if s]
    assert words == ["مهرداد آبان‌نیا", "گفت", "پل تا پاییز ساخته می‌شود"]

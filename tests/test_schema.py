"""The record's shape: the published schema is the one of the code, and every record that is printed satisfies it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from didar.page.inputs import read_articles
from didar.reading import read_article
from didar.records import Article
from didar.views.schema import record_schema

ROOT = Path(__file__).parents[1]
PUBLISHED = ROOT / "docs" / "record.schema.json"
CONTRACT = ROOT.parent / "shared" / "contract" / "record.schema.json"
GOLD = ROOT.parent / "shared" / "gold" / "dev.jsonl"

with_contract = pytest.mark.skipif(not CONTRACT.is_file(), reason="../shared/contract is not part of the project")


@cache
def records() -> tuple[dict[str, Any], ...]:
    """The records of the examples and, where it lies beside the project, of the development gold, as printed."""
    paths = sorted(str(path) for path in (ROOT / "examples").iterdir()) + ([str(GOLD)] if GOLD.is_file() else [])
    articles = [outcome for outcome in read_articles(paths) if isinstance(outcome, Article)]
    return tuple(json.loads(msgspec.json.encode(read_article(article))) for article in articles)


def spans_in(value: Any, path: str = "") -> Iterator[tuple[str, list[int]]]:
    if isinstance(value, list) and len(value) == 2 and all(isinstance(number, int) for number in value):
        yield path, value
    elif isinstance(value, list):
        for item in value:
            yield from spans_in(item, path)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from spans_in(item, f"{path}.{name}")


def test_the_published_schema_is_the_one_of_the_code() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == record_schema(), "run `make schema`"


def test_every_record_satisfies_the_published_schema() -> None:
    check = jsonschema.Draft202012Validator(record_schema())
    assert [error.message for record in records() for error in check.iter_errors(record)] == []


@with_contract
def test_every_record_satisfies_the_contract() -> None:
    check = jsonschema.Draft202012Validator(json.loads(CONTRACT.read_text(encoding="utf-8")))
    assert [error.message for record in records() for error in check.iter_errors(record)] == []


@with_contract
def test_the_code_knows_every_field_and_value_of_the_contract() -> None:
    contract, ours = json.loads(CONTRACT.read_text(encoding="utf-8")), record_schema()
    kinds = {
        "statements": "Statement",
        "meetings": "Meeting",
        "entities": "Entity",
        "dates": "DateMention",
        "events": "Event",
    }
    for field, name in kinds.items():
        theirs = contract["properties"][field]["items"]["properties"]
        assert set(theirs) <= set(ours["$defs"][name]["properties"]), field
        for key, value in theirs.items():
            if "enum" in value and "enum" in ours["$defs"][name]["properties"][key]:
                assert set(value["enum"]) <= set(ours["$defs"][name]["properties"][key]["enum"]), key


def test_every_span_lies_in_the_text() -> None:
    for record in records():
        for path, (start, end) in spans_in({key: value for key, value in record.items() if key != "repaired"}):
            assert 0 <= start <= end <= len(record["text"]), (record["id"], path)


def test_every_edit_lies_in_the_text_and_all_of_them_make_the_repaired_text() -> None:
    for record in records():
        text, shift = record["text"], 0
        for edit in record["repaired"]["edits"]:
            start, end = edit["span"]
            text = text[: start + shift] + edit["to"] + text[end + shift :]
            shift += len(edit["to"]) - (end - start)
        assert text == record["repaired"]["text"], record["id"]


def test_the_digest_is_that_of_the_text() -> None:
    for record in records():
        assert record["text_sha256"] == hashlib.sha256(record["text"].encode()).hexdigest()


def test_every_reference_leads_somewhere() -> None:
    for record in records():
        entities = {entity["id"] for entity in record["entities"]}
        statements = {statement["id"] for statement in record["statements"]}
        meetings = {meeting["id"] for meeting in record["meetings"]}
        assert len(entities) == len(record["entities"])
        for statement in record["statements"]:
            assert {statement["speaker"], *statement["addressees"]} - {None} <= entities
            assert {statement["nested_in"], statement["same_as"]} - {None} <= statements - {statement["id"]}
            assert {statement["meeting"]} - {None} <= meetings
            assert statement["content"]
            assert statement["acts"]
        for meeting in record["meetings"]:
            assert {one["entity"] for one in meeting["participants"]} <= entities


def test_every_mention_of_an_entity_is_words() -> None:
    for record in records():
        for entity in record["entities"]:
            assert all(record["text"][m["span"][0] : m["span"][1]].strip() for m in entity["mentions"])

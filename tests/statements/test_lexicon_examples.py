"""Every entry of the statement lexicons is found in its own example sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from didar.persian.lexicon.loader import Row, load_table

Read = Callable[[str], list[dict[str, object]]]


@pytest.mark.parametrize("row", load_table("cues.tsv"), ids=lambda row: row["lemma"])
def test_cue_is_found_in_its_example(row: Row, read: Read) -> None:
    found = read(row["example"])
    assert row["lemma"] in [told["lemma"] for told in found], found


@pytest.mark.parametrize("row", load_table("participles.tsv"), ids=lambda row: row["nominal"])
def test_participle_is_found_in_its_example(row: Row, read: Read) -> None:
    found = read(row["example"])
    assert [told["rule"] for told in found] == ["participle", "verb/colon_after_cue"]
    assert found[0]["lemma"] == row["nominal"]


@pytest.mark.parametrize("row", load_table("relays.tsv"), ids=lambda row: row["opening"])
def test_relay_is_found_in_its_example(row: Row, read: Read) -> None:
    (told,) = read(row["example"])
    assert (told["lemma"], told["rule"]) == (row["opening"], "relay")
    assert told["source"] in row["example"]


@pytest.mark.parametrize("row", load_table("openers.tsv"), ids=lambda row: row["opening"])
def test_opener_ends_a_speech(row: Row, read: Read) -> None:
    found = read(f"مهرداد گفت: پل باز است. {row['example']}")
    assert found[0]["content"] == ["پل باز است"]


@pytest.mark.parametrize("row", load_table("closed_class.tsv", key=2), ids=lambda row: row["form"])
def test_closed_class_stands_in_its_example(row: Row) -> None:
    assert row["form"] in row["example"]

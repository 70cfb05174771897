"""Every example sentence of the tables: the word that it shows is read as part of a mention of the right sort."""

from __future__ import annotations

import pytest

from didar.persian.letters import fold
from didar.persian.lexicon.loader import Row, load_table
from didar.records import Mention

from .reading import read


def rows(name: str) -> list[object]:
    return [pytest.param(row, id=f"{name}:{row['word']}") for row in load_table(name)]


def squeeze(words: str) -> str:
    return "".join(letter for letter in fold(words) if letter.isalnum())


def covering(row: Row) -> list[Mention]:
    """Return the mentions whose words have the row's word in them."""
    text, mentions = read(row["example"])
    return [m for m in mentions if squeeze(row["word"]) in squeeze(text.text[m.span.start : m.span.end])]


@pytest.mark.parametrize("row", rows("roles.tsv"))
def test_a_role_is_an_office(row: Row) -> None:
    assert any(m.offices for m in covering(row))


@pytest.mark.parametrize("row", rows("ranks.tsv"))
def test_a_rank_stands_before_a_name(row: Row) -> None:
    text, mentions = read(row["example"])
    ranks = [squeeze(text.text[m.rank.start : m.rank.end]) for m in mentions if m.rank]
    assert squeeze(row["word"]) in ranks


@pytest.mark.parametrize("row", rows("groups.tsv"))
def test_a_group_is_plural(row: Row) -> None:
    assert any(m.plural and m.type == "group" for m in covering(row))


@pytest.mark.parametrize("row", rows("organization_heads.tsv"))
def test_an_organization_begins_with_its_head(row: Row) -> None:
    assert any(m.type == "organization" for m in covering(row))


@pytest.mark.parametrize("row", rows("documents.tsv"))
def test_a_document_says_something(row: Row) -> None:
    assert any(m.type == "document" for m in covering(row))


@pytest.mark.parametrize("row", rows("pronouns.tsv"))
def test_a_pronoun_is_a_mention(row: Row) -> None:
    assert any(m.form == "pronoun" for m in covering(row))


@pytest.mark.parametrize("row", rows("office_modifiers.tsv"))
def test_a_modifier_is_part_of_the_office(row: Row) -> None:
    assert any(row["kind"] in office.modifiers for m in covering(row) for office in m.offices)


@pytest.mark.parametrize("row", [*rows("determiners.tsv"), *rows("quantifiers.tsv")])
def test_a_mention_begins_with_its_determiner(row: Row) -> None:
    assert any(m.form == "nominal" for m in covering(row))


@pytest.mark.parametrize("row", [*rows("linkers.tsv")])
def test_a_linker_carries_the_phrase_over_a_preposition(row: Row) -> None:
    assert any(m.offices for m in covering(row))


@pytest.mark.parametrize("row", [*rows("name_particles.tsv"), *rows("surname_endings.tsv")])
def test_a_small_word_belongs_to_the_name(row: Row) -> None:
    text, mentions = read(row["example"])
    names = [squeeze(text.text[m.name.start : m.name.end]) for m in mentions if m.name]
    assert any(squeeze(row["word"]) in name for name in names)

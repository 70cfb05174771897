"""The examples of the text stage's tables show what their entries do."""

import pytest

from didar.persian.letters import ZWNJ, fold
from didar.persian.lexicon.loader import Row, load_table
from didar.records import Span
from didar.text.boilerplate import find_tail
from didar.text.compounds import tail_stem
from didar.text.languages import foreign_language
from didar.text.lemmas import find_verbs
from didar.text.repair import repair
from didar.text.sections import find_sections
from didar.text.sentences import find_sentences
from didar.text.tokens import find_tokens


def rows(name: str) -> list[Row]:
    """Return the rows of a table."""
    return list(load_table(name))


@pytest.mark.parametrize("row", rows("letters.tsv"), ids=lambda row: row["code"])
def test_letters(row: Row) -> None:
    example, character = row["example"], chr(int(row["code"][2:], 16))
    if row["kind"] == "halfspace":
        damaged = example.replace(ZWNJ, character)
    elif row["kind"] == "space":
        damaged = example.replace(" ", character)
    elif row["to"] == "-":
        damaged = example[:3] + character + example[3:]
    else:
        # Where every third letter is foreign the line is too; so a plain clause stands before it.
        example = "او گفت که " + example
        damaged = example.replace(row["to"], character)
    assert damaged != example
    asked = ("letters", "halfspace", "space", "digits") if row["kind"] == "digit" else ("letters", "halfspace", "space")
    assert repair(damaged, only=asked).text == example  # type: ignore[arg-type]


@pytest.mark.parametrize("row", rows("affixes.tsv"), ids=lambda row: row["ending"])
def test_endings(row: Row) -> None:
    example, ending = row["example"], row["ending"]
    assert ZWNJ + ending in example
    assert repair(example.replace(ZWNJ + ending, " " + ending)).text == example


@pytest.mark.parametrize("row", rows("affixes_tails.tsv"), ids=lambda row: row["ending"])
def test_forms_of_a_last_part_are_one(row: Row) -> None:
    ended = [part for word in row["example"].split() for part in word.split(ZWNJ)[1:2] if part.endswith(row["ending"])]
    assert any(tail_stem(part) == part.removesuffix(row["ending"]) for part in ended)
    assert repair(row["example"]).text == row["example"]


@pytest.mark.parametrize("row", rows("words_alone.tsv"), ids=lambda row: row["word"])
def test_words_to_which_nothing_is_joined(row: Row) -> None:
    assert row["word"] in row["example"].rstrip(".؟").split()
    assert repair(row["example"]).text == row["example"]


@pytest.mark.parametrize("row", rows("verbs.tsv"), ids=lambda row: row["infinitive"])
def test_good_text_stays(row: Row) -> None:
    assert repair(row["example"]).text == row["example"]


@pytest.mark.parametrize("row", rows("letters_foreign.tsv"), ids=lambda row: row["language"])
def test_other_alphabets(row: Row) -> None:
    assert foreign_language(row["example"]) == row["language"]


@pytest.mark.parametrize("row", rows("letters_arabic_words.tsv"), ids=lambda row: row["word"])
def test_words_of_two_languages(row: Row) -> None:
    assert row["language"] != "Persian" or foreign_language(row["example"].replace("ی", "\u064a")) is None


@pytest.mark.parametrize("row", rows("boilerplate.tsv"), ids=lambda row: row["phrase"])
def test_boilerplate(row: Row) -> None:
    """A long report stands before the example, for forms are looked for near the end."""
    text = "پل باز است.\n" * 20 + row["example"]
    if row["place"] in ("end", "ends"):
        assert find_sections(text)[-1].type == "boilerplate"
        return
    start = len(text) - len(row["example"])
    at = find_tail(text, Span(start, len(text)))
    assert at is not None
    assert fold(text[at:]).startswith(fold(row["phrase"]))


@pytest.mark.parametrize("row", rows("boilerplate_openings.tsv"), ids=lambda row: row["phrase"])
def test_openings(row: Row) -> None:
    sections = find_sections(f"پل باز شد\n{row['example']}\nاو رفت.")
    assert [section.type for section in sections] == ["title", "body", "body"]


@pytest.mark.parametrize(
    "row", [*rows("abbreviations.tsv"), *rows("words_continuing.tsv")], ids=lambda row: row["example"]
)
def test_one_sentence(row: Row) -> None:
    assert len(list(find_sentences(row["example"], 0, len(row["example"])))) == 1
    assert repair(row["example"]).text == row["example"]


@pytest.mark.parametrize("row", rows("verbs_light.tsv"), ids=lambda row: row["infinitive"])
def test_light_verbs(row: Row) -> None:
    tokens = find_tokens(row["example"], 0, len(row["example"]))
    assert row["infinitive"] in {verb.form.lemma for verb in find_verbs(tokens)}

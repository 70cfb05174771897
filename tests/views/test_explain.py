"""`didar explain`: every rule has words, every entry its line, and one statement can be asked for alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from didar.page.inputs import read_articles
from didar.persian.lexicon.index import entries_in, entries_of
from didar.reading import read_article
from didar.records import Article, Record
from didar.views.explain import explain, is_described

ROOT = Path(__file__).parents[2]
LEXICON = ROOT / "src" / "didar" / "persian" / "lexicon"
EXAMPLES = sorted(str(path) for path in (ROOT / "examples").iterdir())


def records() -> list[Record]:
    return [read_article(outcome) for outcome in read_articles(EXAMPLES) if isinstance(outcome, Article)]


def test_every_rule_of_a_record_has_words_in_rules_tsv() -> None:
    rules = {rule for record in records() for s in record.statements for rule in (s.rule, s.speaker_rule)}
    rules |= {meeting.rule for record in records() for meeting in record.meetings}
    rules |= {mention.rule for record in records() for entity in record.entities for mention in entity.mentions}
    assert {rule for rule in rules if not is_described(rule)} == set()


def test_what_is_explained() -> None:
    text = "\n".join(explain(records()[0], ("s2",)))
    assert "s2" in text
    assert "s3  " not in text  # its heading; «same as s3» may stand
    assert "[verb]" in text
    assert "[colon_after_cue]" in text


@pytest.mark.parametrize(
    ("words", "table", "found"), [("سرلشکر کوهیار", "ranks.tsv", "سرلشکر"), ("وی", "pronouns.tsv", "وی")]
)
def test_entries_are_found_with_their_line(words: str, table: str, found: str) -> None:
    [entry] = entries_in(words, (table,))
    assert entry.word == found
    line = (LEXICON / table).read_text(encoding="utf-8").split("\n")[entry.line - 1]
    assert line.split("\t")[0] == found


def test_the_longest_entry_wins_and_half_spaces_do_not_matter() -> None:
    assert [entry.word for entry in entries_in("رئیس‌جمهور کوهستان", ("roles.tsv",))] == ["رئیس جمهور"]


def test_a_plural_leads_to_its_entry() -> None:
    assert "وزیر" in [entry.word for entry in entries_in("وزیران کوهستان", ("roles.tsv",))]


def test_a_lemma_leads_to_its_entry() -> None:
    assert [entry.cells["act"] for entry in entries_of("افزودن", ("cues.tsv",))] == ["assert"]
    assert entries_of("", ("cues.tsv",)) == ()

"""The articles annotated blind: places and names, no text of the corpus; with the corpus they are gold articles."""

import json

import pytest

from didar.evaluating.gold import GoldArticle
from evaluation.blind import BLIND, load_blind
from evaluation.shared import CORPUS

LINES = [json.loads(line) for line in BLIND.read_text(encoding="utf-8").splitlines()]
LONGEST_NAME = 15  # words; «more than a third of those who took part» is a name here, a sentence is none


def test_no_text_is_in_it() -> None:
    assert all("text" not in line and len(line["sha256"]) == 64 for line in LINES)
    names = [
        name for line in LINES for e in line["entities"].values() for name in (e["name"], *e["names"], e["role"] or "")
    ]
    assert max(len(name.split()) for name in names) <= LONGEST_NAME


def test_every_article_is_of_one_fold() -> None:
    assert [sum(line["fold"] == fold for line in LINES) for fold in ("work", "keep")] == [48, 48]
    assert len({line["id"] for line in LINES}) == len(LINES)


@pytest.mark.skipif(not CORPUS.is_file(), reason="the corpus lies in ../shared, which is not part of the project")
def test_the_corpus_gives_the_texts_back() -> None:
    articles = load_blind("keep")
    assert len(articles) == 48
    assert all(_lies_inside(article) for article in articles)


def _lies_inside(article: GoldArticle) -> bool:
    return all(
        span.end <= len(article.text) and article.text[span.start : span.end].strip()
        for said in article.statements
        for span in said.content
    )

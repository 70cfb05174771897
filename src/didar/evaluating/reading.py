"""Read the texts of annotated articles with Didar itself: gold articles in, found records out."""

from __future__ import annotations

from collections.abc import Iterable

from didar.evaluating.gold import GoldArticle
from didar.evaluating.predicted import Found, found_from_record
from didar.page.plain import article_from_text
from didar.reading import read_article


def read_golds(golds: Iterable[GoldArticle]) -> dict[str, Found]:
    """Return what Didar finds in the bare text of each annotated article, by id."""
    return {gold.id: found_from_record(read_article(article_from_text(gold.text, id=gold.id))) for gold in golds}

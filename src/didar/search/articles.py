"""Find the reports that a query asks for, the most telling first, with snippets and highlights."""

from __future__ import annotations

from typing import Literal

from didar.search.conditions import Conditions, ask
from didar.search.expression import fts_expression
from didar.search.highlights import cut_snippet, find_highlights
from didar.search.hits import ArticleHit
from didar.search.query import Node, parse_query
from didar.store.files import Connection
from didar.store.load import Row
from didar.store.packing import unpack_words

Order = Literal["rank", "new"]

# The rank of a report is reckoned from all its hits: a microsecond or two each. A word that stands in more reports than
# this says little of any of them, so that only the latest added of them are ranked.
_RANKED = 2_000

_BY_RANK = """
    SELECT articles.*, words.packed, found.score
      FROM (SELECT article, score
              FROM (SELECT rowid AS article, rank AS score FROM article_search {where} ORDER BY rowid DESC LIMIT %d)
             ORDER BY score, article LIMIT ?) AS found
      JOIN articles ON articles.id = found.article
      JOIN words ON words.article = articles.id
     ORDER BY found.score, articles.id"""
_NEWEST = """
    SELECT articles.*, words.packed, NULL AS score
      FROM articles JOIN words ON words.article = articles.id
    {where}
     ORDER BY articles.published DESC, articles.id DESC LIMIT ?"""


def find_articles(
    connection: Connection,
    query: str,
    *,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    order: Order = "rank",
    limit: int | None = 20,
) -> list[ArticleHit]:
    """Return the reports in which the query's words stand; raise QueryError where it cannot be read."""
    node = parse_query(query)
    narrowing = Conditions(connection)
    narrowing.add_outlet(outlet)
    narrowing.add_days("articles.published", since, until)
    conditions = Conditions(connection)
    if order == "rank":
        conditions.add("article_search MATCH ?", fts_expression(node))
        if narrowing.clauses:
            conditions.add(f"+rowid IN (SELECT id FROM articles {narrowing.where()})", *narrowing.values)
    else:
        conditions.add_search("articles.id", "article_search", query)
        conditions.add(" AND ".join(narrowing.clauses) or "1", *narrowing.values)
    rows = ask(connection, _BY_RANK % _RANKED if order == "rank" else _NEWEST, conditions, limit)
    return [_hit(row, node) for row in rows]


def _hit(row: Row, node: Node) -> ArticleHit:
    highlights = find_highlights(node, unpack_words(row["packed"], row["text"]))
    snippet = cut_snippet(row["text"], highlights)
    return ArticleHit(
        article=row["key"],
        snippet=snippet.text,
        marks=snippet.marks,
        highlights=highlights,
        number=row["id"],
        **{name: row[name] for name in ("published", "outlet", "title", "url", "score", "story")},
    )

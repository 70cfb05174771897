"""An add that is killed fifty times at random and started again ends where an undisturbed one does."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from pathlib import Path

from didar.archive import Archive
from didar.store import transactions
from didar.store.files import open_store

KILLS = 50
ARTICLES = 700


def write_corpus(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in range(ARTICLES):
            text = f"الوندی: پل {number} باز شد\nنریمان الوندی وزیر راه مازیار گفت: پل {number} در ساوان باز شد."
            file.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")


def add_in_child(corpus: Path, db: Path, pipe: int) -> None:
    """Add in a forked process, and report through the pipe how many articles are safe."""

    def report(counts, failure):
        os.write(pipe, f"{counts.new}\n".encode())

    try:
        Archive(db).add(corpus, report=report)
    finally:
        os._exit(0)


def killed_after(seconds: float, corpus: Path, db: Path) -> int:
    """Start an add, kill it after some time; return how many articles it said were safe."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        add_in_child(corpus, db, writing)
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as lines:
        said = [int(line) for line in lines if line.endswith("\n")]
    return max(said, default=0)


def contents(db: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all that the archive says, without the numbers of rows, which depend on nothing but order."""
    connection = open_store(db)
    questions = {
        "articles": "SELECT key, sha256, title, text, story_rule FROM articles ORDER BY key",
        "statements": """SELECT articles.key, label, content, kind, statements.rule FROM statements
                           JOIN articles ON articles.id = article ORDER BY articles.key, label""",
        "mentions": """SELECT articles.key, label, start, end, rule FROM mentions JOIN entities ON entities.id = entity
                         JOIN articles ON articles.id = article ORDER BY articles.key, label, position""",
        "people": "SELECT name, count(*) FROM entities GROUP BY name ORDER BY name",
        "found": "SELECT key FROM articles WHERE id IN (SELECT rowid FROM article_search('norm:\"پل\"')) ORDER BY key",
        "said": "SELECT count(*) FROM statement_search('norm:\"پل\"')",
    }
    return {name: connection.execute(sql).fetchall() for name, sql in questions.items()}


def check(db: Path) -> int:
    connection = open_store(db, write=True)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for index in ("article_search", "statement_search", "name_search"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
    stored = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    connection.close()
    return stored


def test_fifty_kills_lose_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(transactions, "MOST", 7)
    corpus, db, whole = tmp_path / "c.jsonl", tmp_path / "killed.db", tmp_path / "whole.db"
    write_corpus(corpus)
    assert Archive(whole).add(corpus).new == ARTICLES
    chance = random.Random(6)
    before, amid = 0, 0
    for _ in range(KILLS):
        said = killed_after(chance.uniform(0.01, 0.12), corpus, db)
        stored = check(db)
        assert stored >= before + said
        amid += before < stored < ARTICLES
        before = stored
    assert amid >= 5  # else the kills came too early or too late to prove anything
    counts = Archive(db).add(corpus)
    assert counts.known + counts.new == ARTICLES
    assert contents(db) == contents(whole)

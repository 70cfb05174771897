"""Group the articles that tell the same story, and mark the statements that an earlier one of them told before."""

from __future__ import annotations

from collections import Counter

from didar.persian.published import published_day
from didar.store.files import Connection
from didar.store.packing import unpack_words
from didar.store.rows import Words, unpack_marks
from didar.stories.groups import Told, same_story
from didar.stories.marks import is_sentence
from didar.stories.repeats import Said, find_told_before

ALONE = "alone"
_BLOCK = 500
# A sentence in more articles than this is a formula («این خبر تکمیل می‌شود»), no sign of one story.
_FORMULA = 40
_LOOKED_AT = 20
# Of the marks of a light edit half are shared, so that a few of them in common already name the candidates.
_FEWEST_MARKS = 2


def group_stories(connection: Connection) -> int:
    """Look at every new article for others that tell the same; return how many were looked at."""
    grouped = 0
    sql = "SELECT id FROM articles WHERE story_rule IS NULL ORDER BY id LIMIT ?"
    while block := connection.execute(sql, (_BLOCK,)).fetchall():
        connection.execute("BEGIN IMMEDIATE")
        for (article,) in block:
            _group(connection, article)
        connection.execute("COMMIT")
        grouped += len(block)
    return grouped


def _group(connection: Connection, article: int) -> None:
    told = _told(connection, article)
    for other in _candidates(connection, article, told):
        if rule := same_story(told, _told(connection, other)):
            _join(connection, article, other, rule)
    sql = "UPDATE articles SET story_rule = coalesce(story_rule, ?) WHERE id = ?"
    connection.execute(sql, (ALONE, article))
    _mark_told_before(connection, article)


def _told(connection: Connection, article: int) -> Told:
    sha256, published = connection.execute("SELECT sha256, published FROM articles WHERE id = ?", (article,)).fetchone()
    marks = unpack_marks(connection.execute("SELECT marks FROM words WHERE article = ?", (article,)).fetchone()[0])
    sentences = frozenset(mark for mark in marks if is_sentence(mark))
    return Told(sha256, frozenset(marks) - sentences, sentences, published_day(published))


def _candidates(connection: Connection, article: int, told: Told) -> list[int]:
    """Return the articles that share marks with this one, those that share most first."""
    shared: Counter[int] = Counter()
    sql = "SELECT article FROM fingerprints WHERE mark = ? AND article <> ? LIMIT ?"
    for mark in told.sketch | told.sentences:
        found = connection.execute(sql, (mark, article, _FORMULA)).fetchall()
        if len(found) < _FORMULA:
            shared.update(other for (other,) in found)
    likely = [other for other, number in shared.most_common(_LOOKED_AT) if number >= _FEWEST_MARKS]
    return likely or _same_text(connection, article, told.sha256)


def _same_text(connection: Connection, article: int, sha256: str) -> list[int]:
    """Return another article of the very same text, for texts too short to leave marks."""
    sql = "SELECT id FROM articles WHERE sha256 = ? AND id <> ? LIMIT 1"
    return [id for (id,) in connection.execute(sql, (sha256, article))]


def _join(connection: Connection, article: int, other: int, rule: str) -> None:
    """Put two articles into one story; where both have one already, the later story becomes the earlier one."""
    sql = "SELECT story FROM articles WHERE id = ?"
    own, theirs = (connection.execute(sql, (id,)).fetchone()[0] for id in (article, other))
    if own is not None and own == theirs:
        return
    story = min(own, theirs) if own and theirs else own or theirs or _new_story(connection, other)
    if own and theirs:
        connection.execute("UPDATE articles SET story = ? WHERE story = ?", (story, max(own, theirs)))
    sql = "UPDATE articles SET story = ?, story_rule = coalesce(nullif(story_rule, ?), ?) WHERE id IN (?, ?)"
    connection.execute(sql, (story, ALONE, rule, article, other))


def _new_story(connection: Connection, article: int) -> int:
    sql = "INSERT INTO stories (title) SELECT title FROM articles WHERE id = ?"
    return int(connection.execute(sql, (article,)).lastrowid or 0)


def _mark_told_before(connection: Connection, article: int) -> None:
    """Let each statement point to the one that an earlier article of the same story gave in the same words."""
    sql = """SELECT others.id FROM articles JOIN articles AS others ON others.story = articles.story
              WHERE articles.id = ? AND others.id < articles.id ORDER BY others.id LIMIT ?"""
    earlier = [id for (id,) in connection.execute(sql, (article, _LOOKED_AT))]
    if not earlier:
        return
    before = [said for other in earlier for said in _said(connection, other)]
    rows = [(first, again) for again, first in find_told_before(_said(connection, article), before)]
    connection.executemany("UPDATE statements SET told_before = ? WHERE id = ?", rows)


def _said(connection: Connection, article: int) -> list[Said]:
    """Return the statements of an article that give no other one of it again, with their words."""
    sql = "SELECT packed, text FROM words JOIN articles ON articles.id = words.article WHERE article = ?"
    words = unpack_words(*connection.execute(sql, (article,)).fetchone())
    sql = """SELECT statements.id, contents.start, contents.end
               FROM statements JOIN contents ON contents.statement = statements.id
              WHERE article = ? AND same_as IS NULL AND told_before IS NULL ORDER BY statements.id, contents.position"""
    said: dict[int, list[str]] = {}
    for statement, start, end in connection.execute(sql, (article,)):
        said.setdefault(statement, []).extend(_between(words, start, end))
    return [Said(statement, tuple(norms)) for statement, norms in said.items()]


def _between(words: Words, start: int, end: int) -> list[str]:
    return [norm for norm, at in zip(words.norms, words.starts, strict=True) if start <= at < end]

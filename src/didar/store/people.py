"""Say who the entities of the articles are across articles, and keep every judgement about it as a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import msgspec

from didar.identities.anonymous import is_anybody
from didar.identities.decisions import Profile, Verdict, decide
from didar.identities.spelling import person_words
from didar.persian.published import published_day
from didar.store.files import Connection
from didar.store.load import Row, select
from didar.store.rows import StoreError
from didar.store.tables import DIDAR

FIRST_SEEN = "first_seen"
# Of the people that somebody is not, or may be, this many are written down; of one surname there may be hundreds.
_DOUBTS_KEPT = 3
_CANDIDATES = 40
_OFFICES = 40
_BLOCK = 500

_UNLINKED = """
    SELECT entities.id, entities.article, entities.name, entities.latin, entities.type, entities.country,
           articles.published,
           EXISTS (SELECT 1 FROM mentions WHERE mentions.entity = entities.id AND form = 'name') AS named,
           (SELECT json_group_array(json_array(key, sector, offices.country)) FROM roles
                JOIN offices ON offices.id = roles.office WHERE roles.entity = entities.id) AS offices
      FROM entities JOIN articles ON articles.id = entities.article
     WHERE entities.person IS NULL ORDER BY entities.id LIMIT ?"""


class _Someone(msgspec.Struct, frozen=True):
    """An entity that nobody has looked at yet."""

    entity: int
    article: int
    name: str
    latin: str | None
    profile: Profile


def link_people(connection: Connection) -> int:
    """Decide for every new entity who it is; return how many were decided. Each block is a transaction of its own."""
    linker, linked = _Linker(connection), 0
    while block := select(connection, _UNLINKED, (_BLOCK,)):
        connection.execute("BEGIN IMMEDIATE")
        for row in block:
            linker.link(_someone(row))
        connection.execute("COMMIT")
        linked += len(block)
    return linked


def _someone(row: Row) -> _Someone:
    offices = msgspec.json.decode(row["offices"], type=list[tuple[str, str | None, str | None]])
    day = published_day(row["published"])
    profile = Profile(
        type=row["type"],
        words=person_words(row["name"]),
        named=bool(row["named"]),
        country=row["country"] or next((country for _, _, country in offices if country), None),
        offices=frozenset(office for office, _, _ in offices),
        sectors=frozenset(sector for _, sector, _ in offices if sector),
        first=day,
        last=day,
    )
    return _Someone(row["id"], row["article"], row["name"], row["latin"], profile)


class _Linker:
    """Links entities one by one, and remembers what is known of the people that it has met."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._profiles: dict[int, Profile] = {}
        self._now = datetime.now(UTC).isoformat(timespec="seconds")

    def link(self, someone: _Someone) -> None:
        """Give an entity its person: by a human being's judgement, else by the rules, else a new one."""
        judged = self._human_judgements(someone)
        person = next((person for person, verdict in judged if verdict == "same"), None)
        if person is None:
            refused = {person for person, verdict in judged if verdict == "different"}
            person = self._by_rules(someone, refused)
        self._assign(someone, person)

    def _human_judgements(self, someone: _Someone) -> list[tuple[int, Verdict]]:
        """Return the latest judgement on each person, the latest first; who was merged counts as who they became."""
        sql = """SELECT coalesce(people.merged_into, people.id), verdict FROM judgements
                   JOIN people ON people.id = judgements.person
                  WHERE article = ? AND judgements.name = ? AND decided_by <> ? ORDER BY judgements.id DESC"""
        latest: dict[int, Verdict] = {}
        for person, verdict in self._connection.execute(sql, (someone.article, someone.name, DIDAR)):
            latest.setdefault(person, verdict)
        return list(latest.items())

    def _by_rules(self, someone: _Someone, refused: set[int]) -> int:
        doubts = 0
        for person in self._candidates(someone.profile):
            if person in refused:
                continue
            verdict, rule = decide(someone.profile, self._profile(person))
            if verdict == "same":
                self._judge(someone, person, verdict, rule)
                return person
            if doubts < _DOUBTS_KEPT:
                self._judge(someone, person, verdict, rule)
                doubts += 1
        person = self._new_person(someone)
        self._judge(someone, person, "same", FIRST_SEEN)
        return person

    def _candidates(self, profile: Profile) -> list[int]:
        """Return the people who bear the name, then for a bare surname those who share it."""
        if profile.type == "document" or not profile.words or is_anybody(profile.words):
            return []
        sql = "SELECT id FROM people WHERE {} = ? AND type = ? AND merged_into IS NULL ORDER BY id LIMIT ?"
        values = (profile.type, _CANDIDATES)
        found = [id for (id,) in self._connection.execute(sql.format("key"), ("".join(profile.words), *values))]
        if profile.named and len(profile.words) == 1:
            kin = self._connection.execute(sql.format("surname"), (profile.words[-1], *values))
            found += [id for (id,) in kin if id not in found]
        return found

    def _profile(self, person: int) -> Profile:
        if person not in self._profiles:
            if len(self._profiles) > 50_000:
                self._profiles.clear()
            self._profiles[person] = _load_profile(self._connection, person)
        return self._profiles[person]

    def _assign(self, someone: _Someone, person: int) -> None:
        self._connection.execute("UPDATE entities SET person = ? WHERE id = ?", (person, someone.entity))
        sql = "UPDATE people SET latin = coalesce(latin, ?), country = coalesce(country, ?) WHERE id = ?"
        known = self._profiles.get(person)
        if someone.latin or someone.profile.country:
            self._connection.execute(sql, (someone.latin, someone.profile.country, person))
        if known:
            self._profiles[person] = _joined(known, someone.profile)

    def _new_person(self, someone: _Someone) -> int:
        profile = someone.profile
        key, surname = "".join(profile.words), profile.words[-1] if profile.words else ""
        row = (someone.name, someone.latin, profile.country, profile.type, key, surname, profile.named)
        sql = "INSERT INTO people (name, latin, country, type, key, surname, named) VALUES (?, ?, ?, ?, ?, ?, ?)"
        return int(self._connection.execute(sql, row).lastrowid or 0)

    def _judge(self, someone: _Someone, person: int, verdict: Verdict, rule: str) -> None:
        judge(self._connection, someone.article, someone.name, person, verdict, DIDAR, rule, self._now)


def judge(
    connection: Connection, article: int, name: str, person: int, verdict: Verdict, by: str, rule: str, at: str
) -> None:
    """Write a judgement down: in this article the bearer of this name is, is not or may be this person."""
    sql = """INSERT INTO judgements (article, name, person, verdict, decided_by, rule, at)
             VALUES (?, ?, ?, ?, ?, ?, ?)"""
    connection.execute(sql, (article, name, person, verdict, by, rule, at))


def _load_profile(connection: Connection, person: int) -> Profile:
    type, name, named, country = connection.execute(
        "SELECT type, name, named, country FROM people WHERE id = ?", (person,)
    ).fetchone()
    sql = """SELECT DISTINCT offices.key, sector FROM offices JOIN roles ON roles.office = offices.id
               JOIN entities ON entities.id = roles.entity WHERE entities.person = ? LIMIT ?"""
    offices = connection.execute(sql, (person, _OFFICES)).fetchall()
    sql = """SELECT min(published), max(published) FROM articles JOIN entities ON entities.article = articles.id
              WHERE entities.person = ?"""
    first, last = connection.execute(sql, (person,)).fetchone()
    return Profile(
        type=type,
        words=person_words(name),
        named=bool(named),
        country=country,
        offices=frozenset(office for office, _ in offices),
        sectors=frozenset(sector for _, sector in offices if sector),
        first=published_day(first),
        last=published_day(last),
    )


def _joined(person: Profile, one: Profile) -> Profile:
    """Return what is known of a person after one more article."""
    days = [day for day in (person.first, person.last, one.first) if day]
    return msgspec.structs.replace(
        person,
        country=person.country or one.country,
        offices=person.offices | one.offices if len(person.offices) < _OFFICES else person.offices,
        sectors=person.sectors | one.sectors,
        first=min(days, default=None),
        last=max(days, default=None),
    )


def merge_people(connection: Connection, person: int, others: Sequence[int], by: str) -> int:
    """Let `others` be one with `person`, by the judgement of `by`; return how many entities changed hands."""
    _expect(connection, (person, *others))
    if person in others:
        raise StoreError(f"#{person} cannot be merged into itself")
    rows = _bearers(connection, others)
    connection.execute("BEGIN IMMEDIATE")
    for row in rows:
        _hand_over(connection, row, person, by, "merged")
    for other in others:
        connection.execute("UPDATE people SET merged_into = ? WHERE id = ? OR merged_into = ?", (person, other, other))
    connection.execute("COMMIT")
    return len(rows)


def split_person(connection: Connection, person: int, articles: Sequence[str], by: str) -> int:
    """Let those who bear this person's name in these articles (keys) be another person; return that one's number."""
    _expect(connection, (person,))
    rows = [row for row in _bearers(connection, (person,)) if row["key"] in articles]
    if not rows:
        raise StoreError(f"#{person} is in none of these articles")
    connection.execute("BEGIN IMMEDIATE")
    sql = """INSERT INTO people (name, latin, country, type, key, surname, named)
             SELECT ?, coalesce(?, latin), country, type, key, surname, named FROM people WHERE id = ?"""
    new = int(connection.execute(sql, (rows[0]["name"], rows[0]["latin"], person)).lastrowid or 0)
    for row in rows:
        judge(connection, row["article"], row["name"], person, "different", by, "split", _now())
        _hand_over(connection, row, new, by, "split")
    connection.execute("COMMIT")
    return new


def _bearers(connection: Connection, people: Iterable[int]) -> list[Row]:
    sql = """SELECT entities.id, entities.article, entities.name, entities.latin, articles.key
               FROM entities JOIN articles ON articles.id = entities.article WHERE person = ? ORDER BY entities.id"""
    return [row for person in people for row in select(connection, sql, (person,))]


def _hand_over(connection: Connection, row: Row, person: int, by: str, rule: str) -> None:
    judge(connection, row["article"], row["name"], person, "same", by, rule, _now())
    connection.execute("UPDATE entities SET person = ? WHERE id = ?", (person, row["id"]))


def _expect(connection: Connection, people: Iterable[int]) -> None:
    for person in people:
        if not connection.execute("SELECT 1 FROM people WHERE id = ?", (person,)).fetchone():
            raise StoreError(f"nobody has the number #{person}; `didar people NAME` shows the numbers")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

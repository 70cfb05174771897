"""What a question of the archive asks for, put together as SQL conditions with their values apart."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from didar.identities.spelling import is_latin, latin_words, name_key, name_words, person_words, skeleton_words
from didar.search.days import parse_days
from didar.search.expression import fts_expression
from didar.search.query import QueryError, parse_query
from didar.store.files import Connection
from didar.store.load import Row, select

# Those who bear a name, and those who by a judgement are the same person though their article names them otherwise.
_BEARERS = """
    WITH named (entity) AS (
        SELECT entity FROM entity_names WHERE name IN (SELECT rowid FROM name_search WHERE name_search MATCH ?))
    SELECT entity FROM named
    UNION
    SELECT id FROM entities WHERE person IN (
        SELECT person FROM entities WHERE id IN (SELECT entity FROM named) AND person IS NOT NULL)
"""


_OF_DAYS = """
    SELECT entities.id FROM entities CROSS JOIN articles ON articles.id = entities.article
     WHERE entities.id IN ({bearers}) AND published >= ? AND published < ?
"""
OF_COUNTRY = """
    SELECT id FROM entities WHERE country = ?
    UNION ALL
    SELECT entity FROM roles JOIN offices ON offices.id = roles.office WHERE offices.country = ?
"""
IS_OF_COUNTRY = """
    EXISTS (SELECT 1 FROM entities AS own WHERE own.id = {column} AND own.country = ?)
    OR EXISTS (SELECT 1 FROM roles JOIN offices ON offices.id = roles.office
                WHERE roles.entity = {column} AND offices.country = ?)
"""
# From one outlet to the next in their index: there are few of them, and many articles of each.
_OUTLETS = """
    WITH RECURSIVE outlets (outlet) AS (
        SELECT min(outlet) FROM articles
        UNION ALL
        SELECT (SELECT min(outlet) FROM articles WHERE outlet > outlets.outlet) FROM outlets WHERE outlet IS NOT NULL)
    SELECT outlet FROM outlets WHERE instr(lower(outlet), ?)
"""
_OFFICES = "SELECT id FROM offices WHERE instr(key, ?) OR instr(lower(english), ?)"
_IN_OFFICE = f"SELECT entity FROM roles WHERE office IN ({_OFFICES})"
_IS_IN_OFFICE = f"EXISTS (SELECT 1 FROM roles WHERE roles.entity = {{column}} AND +roles.office IN ({_OFFICES}))"
# More rows than this are not gathered and sorted, but looked for from the newest article back.
_FEW = 3_000


class Conditions(msgspec.Struct):
    """Conditions that must all hold, and their values in the same order.

    `narrow` tells that one of them leaves few rows: then these are gathered and put in order. Otherwise it is quicker
    to walk from the newest article back until enough rows fit. Where they are only `counted`, all are gathered.
    """

    connection: Connection
    counted: bool = False
    clauses: list[str] = []
    values: list[object] = []
    narrow: bool = False
    days: tuple[str | None, str | None] = (None, None)

    def add(self, clause: str, *values: object) -> None:
        """Add a condition, with a ? for each of its values."""
        self.clauses.append(clause)
        self.values.extend(values)

    def add_among(self, column: str, sql: str, *values: object, test: str | None = None) -> None:
        """Ask that a column is among the numbers that a question of its own answers; few of them are asked for once.

        `test` asks the same, with the same values, of one `{column}`: where there are many, that is asked row by row.
        """
        found = self.connection.execute(f"SELECT * FROM ({sql}) LIMIT {_FEW}", values).fetchall()
        if len(found) < _FEW:
            self.narrow = True
            numbers = msgspec.json.encode([number for (number,) in found]).decode()
            self.add(f"{column} IN (SELECT value FROM json_each(?))", numbers)
        elif self.counted:
            self.add(f"{column} IN ({sql})", *values)
        elif test:
            self.add(test.replace("{column}", column), *values)
        else:
            # The + keeps SQLite from going through the whole list for each article instead of looking into it.
            self.add(f"+{column} IN ({sql})", *values)

    def add_word(self, column: str, word: str | None) -> None:
        """Ask that a column is this word, where one is given."""
        if word:
            self.add(f"{column} = ?", word)

    def add_days(self, column: str, since: str | None, until: str | None) -> None:
        """Ask that a column's ISO date lies between two days, months or years, the last one included."""
        first = parse_days(since)[0].isoformat() if since else None
        after = _after(parse_days(until)[1]) if until else None
        if first:
            self.add(f"{column} >= ?", first)
        if after:
            self.add(f"{column} < ?", after)
        self.days = (first, after)

    def add_outlet(self, outlet: str | None) -> None:
        """Ask that an article's outlet contains this."""
        if outlet:
            self.add(f"articles.outlet IN ({_OUTLETS})", outlet.lower())

    def add_search(self, column: str, table: str, query: str | None) -> None:
        """Ask that the words of a query stand in the full-text index `table`, whose rows are numbered as `column`."""
        if query:
            expression = fts_expression(parse_query(query))
            self.add_among(column, f"SELECT rowid FROM {table} WHERE {table} MATCH ?", expression)

    def add_bearer(self, column: str, name: str | None) -> None:
        """Ask that an entity bears a name, in whatever spelling or alphabet; «#12» is the person of that number.

        Where days have been asked for before, those who bear it in reports of other days are left out here already.
        """
        if name is None:
            return
        sql, value = self._bearers(name)
        if any(self.days):
            since, until = self.days
            self.add_among(column, _OF_DAYS.replace("{bearers}", sql), value, since or "", until or "9999")
        else:
            self.add_among(column, sql, value)

    def _bearers(self, name: str) -> tuple[str, object]:
        if name[:1] == "#" and name[1:].isdecimal():
            return "SELECT id FROM entities WHERE person = ?", int(name[1:])
        return _BEARERS, name_expression(self.connection, name)

    def add_country(self, column: str, country: str | None) -> None:
        """Ask that an entity, or an office of it, is of a country (ISO 3166-1 alpha-2)."""
        if country:
            code = country_code(country)
            self.add_among(column, OF_COUNTRY, code, code, test=IS_OF_COUNTRY)

    def add_role(self, column: str, role: str | None) -> None:
        """Ask that an entity holds an office whose title, in Persian or English, has these words in a row."""
        if role:
            key, english = " ".join(name_words(role)), role.strip().lower()
            if not key:
                raise QueryError(f"no word in the office {role!r}")
            self.add_among(column, _IN_OFFICE, key, english, test=_IS_IN_OFFICE)

    def where(self) -> str:
        """Return the WHERE clause, empty where nothing is asked."""
        return "WHERE " + " AND ".join(f"({clause})" for clause in self.clauses) if self.clauses else ""


def ask(connection: Connection, sql: str, conditions: Conditions, limit: int | None) -> list[Row]:
    """Return the first rows of a question; `{where}` in it is where the conditions go, its only other ? the limit."""
    values = (*conditions.values, -1 if limit is None else limit)
    return select(connection, sql.replace("{where}", conditions.where()), values)


def _after(day: date) -> str:
    return (day + timedelta(days=1)).isoformat()


def country_code(country: str) -> str:
    """Return the code of a country given by code or by name in Persian or English."""
    from didar.persian.lexicon.loader import load_table

    if len(country) == 2 and country.isascii():
        return country.upper()
    key, english = name_key(country), country.strip().casefold()
    for row in load_table("countries.names.tsv", key=2):
        if row["code"] != "-" and (name_key(row["word"]) == key or row["english"].casefold() == english):
            return row["code"]
    raise QueryError(f"no country is known as {country!r}; give its code (IR) or its name")


def name_expression(connection: Connection, name: str) -> str:
    """Return the FTS5 expression that finds a name among the names of the archive.

    A Latin spelling is compared with its usual variants folded; only where that finds nobody, by consonants alone.
    """
    if not is_latin(name):
        words = person_words(name)
        return f"norm : ({_all_words(words, name)}) OR norm : {_quoted(''.join(words))}"
    near = f"latin : ({_all_words(latin_words(name), name)})"
    found = connection.execute("SELECT 1 FROM name_search WHERE name_search MATCH ? LIMIT 1", (near,)).fetchone()
    return near if found else f"skeleton : ({_all_words(skeleton_words(name), name)})"


def _all_words(words: tuple[str, ...], name: str) -> str:
    if not words:
        raise QueryError(f"no word in the name {name!r}")
    return " AND ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'

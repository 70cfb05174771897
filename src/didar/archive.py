"""An archive of reports in one SQLite file: add reports, and ask who said what to whom.

>>> import didar, tempfile
>>> archive = didar.Archive(tempfile.mkdtemp() + "/a.db")
>>> archive.search("ساوان")
[]
"""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from didar.store.files import Connection, open_store, telling
from didar.store.rows import StoreError

if TYPE_CHECKING:
    from didar.batch.adding import Counts, Report
    from didar.batch.sources import Fetch
    from didar.batch.units import Found, Limits
    from didar.batch.watching import Asker, Feed
    from didar.page.failures import InputFailure
    from didar.records import Record
    from didar.search.articles import Order
    from didar.search.asked import AskedOfMeetings, AskedOfPeople, AskedOfStatements
    from didar.search.hits import ArticleHit, MeetingHit, PersonHit, StatementHit


class Archive:
    """One archive file. It is opened when it is needed: for reading, or for writing by the verbs that write."""

    def __init__(self, path: str | Path = "didar.db", *, make: bool = True, busy_seconds: float = 10.0) -> None:
        """Take the file's path; one that is not there is made by `add`, empty for questions, an error without `make`.

        `busy_seconds` is how long to wait while another process writes.
        """
        self.path = Path(path)
        self._make = make
        self._busy_seconds = busy_seconds
        self._connections: dict[bool, Connection] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the next verb opens it again."""
        for connection in self._connections.values():
            connection.close()
        self._connections.clear()

    # --- verbs that write ----------------------------------------------------------------------------------------

    def add(
        self,
        *sources: str | Path,
        processes: int = 1,
        keep_pages: bool = True,
        dry_run: bool = False,
        fetch: Fetch | None = None,
        limits: Limits | None = None,
        report: Report | None = None,
    ) -> Counts:
        """Add the reports of files, folders, globs and addresses; what is there already is passed over.

        `fetch` is the door to the network (`didar.fetching.door.Door().get`), without which addresses are failures.
        `report` is called with the counts after each report, and with the failure where one failed.
        """
        from didar.batch.sources import Sources
        from didar.batch.units import Limits

        limits = limits or Limits()
        found = Sources(fetch, limits).read([str(source) for source in sources])
        return self.add_found(
            found, processes=processes, keep_pages=keep_pages, dry_run=dry_run, limits=limits, report=report
        )

    def add_found(
        self,
        found: Iterable[Found],
        *,
        processes: int = 1,
        keep_pages: bool = True,
        dry_run: bool = False,
        limits: Limits | None = None,
        report: Report | None = None,
    ) -> Counts:
        """Add what sources that the caller has opened yield (`didar.batch.sources.Sources`)."""
        from didar.batch.adding import Adding
        from didar.batch.units import Limits

        with self._at_work(write=not dry_run) as connection:
            adding = Adding(
                connection=connection,
                report=report or _silent,
                processes=processes,
                limits=limits or Limits(),
                keep_pages=keep_pages,
            )
            if dry_run:
                return adding.preview(found)
            counts = adding.run(found)
            self._settle(connection)
        return counts

    def check_feeds(self, feeds: tuple[Feed, ...], asker: Asker, *, report: Report | None = None) -> Counts:
        """Add what is new in those of the feeds that are due (`didar.batch.watching.read_feeds`)."""
        from didar.batch.adding import Counts
        from didar.batch.watching import check_feed, is_due, now
        from didar.store.feeds import save

        total = Counts()
        for feed in feeds:
            with self._at_work(write=True) as connection:
                if is_due(connection, feed, now()):
                    found, state = check_feed(connection, feed, asker, now())
                    total.add(self.add_found(found, report=report))
                    # Only now: whoever is stopped in the middle gets the rest of the entries the next time.
                    save(connection, state)
        return total

    def seconds_until_due(self, feeds: tuple[Feed, ...]) -> float:
        """Return how long none of the feeds is to be asked."""
        from didar.batch.watching import now, seconds_until_due

        with self._at_work(write=True) as connection:
            return seconds_until_due(connection, feeds, now())

    def reread(
        self, *, everything: bool = False, limits: Limits | None = None, report: Report | None = None
    ) -> Counts:
        """Read every article again that another Didar read (or everything), from its page where that was kept."""
        from didar.batch.rereading import Rereading
        from didar.batch.units import Limits

        with self._at_work(write=True) as connection:
            counts = Rereading(connection, limits or Limits(), report or _silent).run(everything)
            self._settle(connection)
        return counts

    def merge_people(self, person: int, *others: int, by: str | None = None) -> int:
        """Say that `others` are one with `person`; return how many mentions in articles changed hands."""
        from didar.store.people import merge_people

        with self._at_work(write=True) as connection:
            return merge_people(connection, person, others, by or _user())

    def split_person(self, person: int, *articles: str, by: str | None = None) -> int:
        """Say that in these articles somebody else bears this person's name; return that one's number."""
        from didar.store.people import split_person

        with self._at_work(write=True) as connection:
            return split_person(connection, person, articles, by or _user())

    # --- verbs that ask ------------------------------------------------------------------------------------------

    def search(
        self,
        query: str,
        *,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        order: Order = "rank",
        limit: int | None = 20,
    ) -> list[ArticleHit]:
        """Return the reports in which the query's words stand."""
        from didar.search.articles import find_articles

        with self._at_work() as connection:
            return find_articles(connection, query, outlet=outlet, since=since, until=until, order=order, limit=limit)

    def statements(
        self, query: str | None = None, *, limit: int | None = 20, **asked: Unpack[AskedOfStatements]
    ) -> list[StatementHit]:
        """Return who said what, the newest first; see `didar.search.statements.StatementQuestion` for what to ask.

        `statements("بندر", speaker="Kariman", country="IR", act="request", since="1402")`; `limit` None: all.
        """
        from didar.search.statements import StatementQuestion, find_statements

        with self._at_work() as connection:
            return find_statements(connection, StatementQuestion(query=query, **asked), limit)

    def count_statements(self, query: str | None = None, **asked: Unpack[AskedOfStatements]) -> int:
        """Count the statements that `statements` would return; what was told twice counts once."""
        from didar.search.statements import StatementQuestion, count_statements

        with self._at_work() as connection:
            return count_statements(connection, StatementQuestion(query=query, **asked))

    def meetings(
        self, *people: str, countries: Sequence[str] = (), limit: int | None = 20, **asked: Unpack[AskedOfMeetings]
    ) -> list[MeetingHit]:
        """Return who met whom, the newest first: the meetings in which all these people and countries took part.

        `meetings("Kariman", countries=["IR"], type="phone", since="2019-05", until="1398/06")`.
        """
        from didar.search.meetings import find_meetings

        with self._at_work() as connection:
            return find_meetings(connection, people=people, countries=countries, limit=limit, **asked)

    def people(
        self, name: str | None = None, *, limit: int | None = 20, **asked: Unpack[AskedOfPeople]
    ) -> list[PersonHit]:
        """Return the people who bear a name, in any spelling of it, across articles; those of most articles first.

        `people("باقری", country="IQ", role="defence")`; without a name all of them.
        """
        from didar.search.people import find_people

        with self._at_work() as connection:
            return find_people(connection, name, limit=limit, **asked)

    def record(self, number: int) -> Record:
        """Return the record of the article of this number, with its text."""
        from didar.store.load import load_record

        with self._at_work() as connection:
            if not connection.execute("SELECT 1 FROM articles WHERE id = ?", (number,)).fetchone():
                raise StoreError(f"{self.path}: no article has the number {number}")
            return load_record(connection, number)

    def export(self, folder: str | Path, format: str = "csv") -> dict[str, int]:
        """Write statements, meetings, people and articles as tables with a README; return how many rows of each."""
        from didar.export.tables import export_tables

        with self._at_work() as connection:
            return export_tables(connection, Path(folder), format)

    def counts(self) -> dict[str, int]:
        """Return how many articles, statements, meetings, people and stories the archive holds."""
        from didar.store.counts import count_all

        with self._at_work() as connection:
            return count_all(connection)

    def period(self) -> tuple[str, str] | None:
        """Return the first and the last day (ISO 8601) on which its reports were published, None where none tells."""
        from didar.store.counts import period

        with self._at_work() as connection:
            return period(connection)

    # -----------------------------------------------------------------------------------------------------------

    @contextmanager
    def _at_work(self, write: bool = False) -> Iterator[Connection]:
        """Lend the connection; what SQLite complains of meanwhile becomes a StoreError in one sentence."""
        with telling(self.path):
            if write not in self._connections:
                self._connections[write] = self._open(write)
            yield self._connections[write]

    def _open(self, write: bool) -> Connection:
        if not self._make and not self.path.exists():
            raise StoreError(f"{self.path}: no archive there; `didar add` makes one")
        if not write and not self.path.exists():
            return open_store(":memory:", write=True)
        return open_store(self.path, write=write, busy_seconds=self._busy_seconds)

    def _settle(self, connection: Connection) -> None:
        """Say of all that is new who is who and which reports tell the same."""
        from didar.store.people import link_people
        from didar.store.stories import group_stories

        link_people(connection)
        group_stories(connection)
        connection.execute("PRAGMA optimize")


def _silent(counts: Counts, failure: InputFailure | None) -> None:
    """Report nothing."""


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"

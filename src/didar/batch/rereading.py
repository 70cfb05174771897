"""Read the articles of an archive again, where another version of Didar read them."""

from __future__ import annotations

from didar.batch.adding import Counts, Report
from didar.batch.reader import Outcome, read_unit
from didar.batch.units import ArticleUnit, Limits, PageUnit, Unit
from didar.page.failures import InputFailure
from didar.records import Source
from didar.store.files import Connection
from didar.store.load import load_article
from didar.store.pages import load_page
from didar.store.rows import StoreError
from didar.store.transactions import Batch
from didar.version import VERSION


class Rereading:
    """One run of reading again."""

    def __init__(self, connection: Connection, limits: Limits, report: Report, reader: str = VERSION) -> None:
        """Take the archive and who reads: articles that bear another reader's name are read again."""
        self._connection, self._limits, self._report, self._reader = connection, limits, report, reader
        self._counts = Counts()

    def run(self, everything: bool = False) -> Counts:
        """Put new readings in the place of the old ones; return how many were replaced, and how many failed."""
        with Batch(self._connection, stored=self._count) as batch:
            for article in self._older(everything):
                outcome = self._read(article)
                if isinstance(outcome, InputFailure):
                    self._counts.failed += 1
                    self._report(self._counts, outcome)
                else:
                    batch.replace(article, outcome, reader=self._reader)
        return self._counts

    def _older(self, everything: bool) -> list[int]:
        sql = "SELECT id FROM articles WHERE ? OR reader <> ? ORDER BY id"
        return [id for (id,) in self._connection.execute(sql, (everything, self._reader))]

    def _read(self, article: int) -> Outcome:
        try:
            unit = self._unit(article)
        except StoreError as error:
            return InputFailure(place=f"article {article}", reason=str(error))
        return read_unit(unit, self._limits.page_seconds)

    def _unit(self, article: int) -> Unit:
        """Return the page of an article, or the article itself where it came as text."""
        as_read = load_article(self._connection, article)
        (page,) = self._connection.execute("SELECT page FROM articles WHERE id = ?", (article,)).fetchone()
        if page is None:
            return ArticleUnit(as_read.id, as_read)
        source = Source(url=as_read.source.url, path=as_read.source.path)
        return PageUnit(as_read.id, load_page(self._connection, page).data, as_read.id, source)

    def _count(self, stored: int) -> None:
        self._counts.new += stored
        self._report(self._counts, None)

"""Add what sources hold to an archive: pass over what it knows, read the rest, store it a few articles at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

import msgspec

from didar.batch.reader import Outcome, article_of, digest, read_unit
from didar.batch.units import Found, Limits, PageUnit, Unit
from didar.batch.workers import Crew
from didar.page.failures import InputFailure, Unreadable
from didar.store.files import Connection
from didar.store.pages import knows_page
from didar.store.rows import Reading
from didar.store.transactions import Batch
from didar.store.write import is_known, key_of
from didar.version import VERSION

Report = Callable[["Counts", InputFailure | None], None]


class Counts(msgspec.Struct):
    """How many inputs were new, known before, and failed; new ones are counted when they are safely stored."""

    new: int = 0
    known: int = 0
    failed: int = 0

    @property
    def seen(self) -> int:
        """Return how many inputs have been dealt with."""
        return self.new + self.known + self.failed

    def add(self, others: Counts) -> None:
        """Count others too."""
        self.new += others.new
        self.known += others.known
        self.failed += others.failed


class Adding(msgspec.Struct, kw_only=True):
    """One run of adding, with what it is allowed and what it has done so far."""

    connection: Connection
    report: Report
    processes: int = 1
    limits: Limits = Limits()
    keep_pages: bool = True
    counts: Counts = msgspec.field(default_factory=Counts)

    def run(self, found: Iterable[Found]) -> Counts:
        """Add all that is found; what was stored stays, whatever happens later."""
        with Batch(self.connection, stored=self._count_stored) as batch:
            for unit, outcome in self._read(self._unknown(found)):
                if isinstance(outcome, InputFailure):
                    self._fail(outcome)
                else:
                    self._store(batch, unit, outcome)
        return self.counts

    def preview(self, found: Iterable[Found]) -> Counts:
        """Count what `run` would add, without reading or storing anything."""
        seen: set[tuple[str, str]] = set()
        for unit, _ in self._unknown(found):
            try:
                article = article_of(unit)
            except Unreadable as error:
                self._fail(InputFailure(place=unit.place, reason=str(error)))
                continue
            mark = (key_of(article), digest(article))
            known = mark in seen or is_known(self.connection, *mark)
            seen.add(mark)
            self.counts.known += known
            self._count_stored(not known)
        return self.counts

    def _unknown(self, found: Iterable[Found]) -> Iterator[tuple[Unit, Unit]]:
        for unit in found:
            if isinstance(unit, InputFailure):
                self._fail(unit)
            elif self._knows(unit):
                self.counts.known += 1
                self.report(self.counts, None)
            else:
                yield unit, unit

    def _knows(self, unit: Unit) -> bool:
        if isinstance(unit, PageUnit):
            return knows_page(self.connection, unit.data)
        return is_known(self.connection, key_of(unit.article), digest(unit.article))

    def _read(self, units: Iterable[tuple[Unit, Unit]]) -> Iterator[tuple[Unit, Outcome]]:
        seconds = self.limits.page_seconds
        if self.processes > 1:
            yield from Crew[Unit](self.processes, seconds).read(units)
        else:
            for unit, _ in units:
                yield unit, read_unit(unit, seconds)

    def _store(self, batch: Batch, unit: Unit, reading: Reading) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            outcome = batch.add(reading, reader=VERSION, now=now, keep_page=self.keep_pages)
        except (KeyError, ValueError) as error:
            self._fail(InputFailure(place=unit.place, reason=f"fault in Didar: {type(error).__name__}: {error}"))
            return
        if outcome == "known":
            self.counts.known += 1
            self.report(self.counts, None)

    def _count_stored(self, stored: int) -> None:
        self.counts.new += stored
        self.report(self.counts, None)

    def _fail(self, failure: InputFailure) -> None:
        self.counts.failed += 1
        self.report(self.counts, failure)

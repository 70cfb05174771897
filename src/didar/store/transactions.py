"""Store several readings in one transaction, and count them only when they are safe."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from types import TracebackType
from typing import Literal

from didar.store.files import Connection, explain, path_of
from didar.store.index import IndexRows
from didar.store.rows import Reading, StoreError
from didar.store.write import is_known, key_of, rewrite_reading, write_reading

# A full-text index gets slow when it is committed after every article; at most this many, or this long, may be lost
# from memory when the process is killed, and the same command adds them again.
MOST = 200
SECONDS = 2.0
# Where readings come this late (from the network), each is committed at once, so that others can write meanwhile.
SLOW_SECONDS = 0.1

Outcome = Literal["new", "known"]


class Batch:
    """A transaction that is committed now and then, and at the end; the writes of an error within are undone alone."""

    def __init__(self, connection: Connection, *, stored: Callable[[int], None] = lambda new: None) -> None:
        """Take whom to tell how many new readings a commit made safe."""
        self._connection = connection
        self._stored = stored
        self._rows = IndexRows()
        self._new = 0
        self._since = 0.0
        self._last = time.monotonic()

    def __enter__(self) -> Batch:
        return self

    def add(self, reading: Reading, *, reader: str, now: str, keep_page: bool = True) -> Outcome:
        """Store a reading, unless it is there; raise StoreError where the archive takes nothing (full, locked).

        Raise ValueError or KeyError where the reading is at odds with itself; then nothing of it stays.
        """
        if is_known(self._connection, key_of(reading.article), reading.record.text_sha256):
            return "known"
        self._write(lambda: write_reading(self._connection, reading, reader=reader, now=now, keep_page=keep_page))
        return "new"

    def replace(self, article: int, reading: Reading, *, reader: str) -> None:
        """Put a new reading in the place of the old one of an article; raise as `add` does."""
        self._write(lambda: rewrite_reading(self._connection, article, reading, reader=reader))

    def _write(self, work: Callable[[], IndexRows]) -> None:
        try:
            self._begin()
            self._rows.add(work())
            self._new += 1
            if self._is_time():
                self._commit()
        except sqlite3.IntegrityError as error:  # One reading is at odds with itself; the others are not.
            raise ValueError(str(error)) from error
        except sqlite3.Error as error:
            self._undo()
            raise self._fault(error) from error

    def _begin(self) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")
            self._since = time.monotonic()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what was written also when the run is interrupted; only an error of the archive itself undoes it."""
        if isinstance(error, StoreError):
            return
        try:
            self._commit()
        except sqlite3.Error as broken:
            self._undo()
            raise self._fault(broken) from broken

    def _is_time(self) -> bool:
        now, last = time.monotonic(), self._last
        self._last = now
        return self._new >= MOST or now - self._since > SECONDS or now - last > SLOW_SECONDS

    def _commit(self) -> None:
        if self._connection.in_transaction:
            self._rows.write(self._connection)
            self._connection.execute("COMMIT")
        new, self._new = self._new, 0
        if new:
            self._stored(new)

    def _fault(self, error: sqlite3.Error) -> StoreError:
        return StoreError(f"{path_of(self._connection)}: {explain(error)}")

    def _undo(self) -> None:
        self._new, self._rows = 0, IndexRows()
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

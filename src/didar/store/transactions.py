"""Store several readings in one transaction, and count them only when they are safe."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from types import TracebackType
from typing import Literal

from didar.store.files import Connection, explain
from didar.store.rows import StoreError

# A full-text index gets slow when it is committed after every article; at most this many, or this long, may be lost
# from memory when the process is killed, and the same command adds them again.
MOST = 200
SECONDS = 2.0
# Where readings come this late (from the network), each is committed at once, so that others can write meanwhile.
SLOW_SECONDS = 0.1

Outcome = Literal["new", "known"]


class Batch:
    """A transaction that is committed now and then, and at the end; the writes of an error within are undone alone."""

    def __init__(self, connection: Connection, *, stored: Callable[[int], None]) -> None:
        """Take whom to tell how many new readings a commit made safe."""
        self._connection = connection
        self._stored = stored
        self._new = 0
        self._since = 0.0
        self._last = time.monotonic()

    def __enter__(self) -> Batch:
        return self

    def write(self, work: Callable[[Connection], Outcome]) -> Outcome:
        """Do a write; raise StoreError where the archive does not take it (full, locked, read-only)."""
        try:
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN IMMEDIATE")
                self._since = time.monotonic()
            outcome = work(self._connection)
            self._new += outcome == "new"
            if self._is_time():
                self._commit()
        except sqlite3.IntegrityError as error:  # One reading is at odds with itself; the others are not.
            raise ValueError(str(error)) from error
        except sqlite3.Error as error:
            self._undo()
            raise StoreError(explain(error)) from error
        return outcome

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
            raise StoreError(explain(broken)) from broken

    def _is_time(self) -> bool:
        now, last = time.monotonic(), self._last
        self._last = now
        return self._new >= MOST or now - self._since > SECONDS or now - last > SLOW_SECONDS

    def _commit(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        new, self._new = self._new, 0
        if new:
            self._stored(new)

    def _undo(self) -> None:
        self._new = 0
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

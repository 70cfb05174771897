"""Read units in several processes: results in the order of the units, and no unit takes the others with it."""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from typing import Generic, TypeVar

from didar.batch.reader import Outcome, read_unit
from didar.batch.units import Unit
from didar.page.failures import InputFailure

Read = Callable[[Unit, float], Outcome]
Ticket = TypeVar("Ticket")

# Units that wait in a worker's pipe behind the one it reads: enough that it never idles, few enough to give away.
_AHEAD = 2
# A reading that no signal can interrupt (deep in foreign code) is ended with its process after this many limits.
_PATIENCE = 2.0


_NOT_READY = "the processes do not start; in a script, call add under `if __name__ == '__main__':`"
_READY = "ready"


class WorkersError(Exception):
    """The processes do not come up at all: no fault of any unit."""


class _Worker:
    """One process with its pipe, and the places of the units that it has been given."""

    def __init__(self, read: Read, seconds: float) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, read, seconds), daemon=True)
        self._process.start()
        theirs.close()
        self.given: deque[int] = deque()
        self.since = time.monotonic()
        self.ready = False

    def give(self, place: int, unit: Unit) -> None:
        if not self.given:
            self.since = time.monotonic()
        self.given.append(place)
        self.pipe.send(unit)

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self.pipe.close()


def _work(pipe: Connection, read: Read, seconds: float) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # The parent is interrupted and ends its workers.
    units: SimpleQueue[Unit | None] = SimpleQueue()
    # A thread takes in what comes, so that the parent never waits to send while we wait to send: both would for ever.
    threading.Thread(target=_take_in, args=(pipe, units), daemon=True).start()
    pipe.send(_READY)
    while (unit := units.get()) is not None:
        pipe.send(read(unit, seconds))


def _take_in(pipe: Connection, units: SimpleQueue[Unit | None]) -> None:
    try:
        while True:
            units.put(pipe.recv())
    except (EOFError, OSError):
        units.put(None)


class Crew(Generic[Ticket]):
    """Processes that read; a process that dies or hangs is replaced, and the unit it was reading has failed."""

    def __init__(self, processes: int, seconds: float, read: Read = read_unit) -> None:
        """Take the number of processes, the seconds a unit may take, and what a process does with a unit."""
        self._count, self._seconds, self._read = processes, seconds, read
        self._workers: list[_Worker] = []
        self._waiting: dict[int, tuple[Ticket, Unit]] = {}
        self._done: dict[int, Outcome] = {}

    def read(self, units: Iterable[tuple[Ticket, Unit]]) -> Iterator[tuple[Ticket, Outcome]]:
        """Yield each unit's ticket and outcome, in the order of the units."""
        self._workers = [_Worker(self._read, self._seconds) for _ in range(self._count)]
        try:
            yield from self._run(enumerate(units))
        finally:
            for worker in self._workers:
                worker.end()

    def _run(self, units: Iterator[tuple[int, tuple[Ticket, Unit]]]) -> Iterator[tuple[Ticket, Outcome]]:
        next_out, more = 0, True
        while more or self._waiting:
            more = more and self._hand_out(units)
            if self._waiting and next_out not in self._done:
                self._collect()
            while next_out in self._done:
                ticket, _ = self._waiting.pop(next_out)
                yield ticket, self._done.pop(next_out)
                next_out += 1

    def _hand_out(self, units: Iterator[tuple[int, tuple[Ticket, Unit]]]) -> bool:
        """Fill the workers up; results that wait for a slow unit before them are bounded too."""
        while len(self._waiting) < 4 * self._count * (_AHEAD + 1):
            worker = min(self._workers, key=lambda worker: len(worker.given))
            if len(worker.given) > _AHEAD:
                return True
            try:
                place, (ticket, unit) = next(units)
            except StopIteration:
                return False
            self._waiting[place] = (ticket, unit)
            self._give(worker, place)
        return True

    def _give(self, worker: _Worker, place: int) -> None:
        # A worker that has died takes nothing; what it had read before is received first, then its end is seen.
        with suppress(OSError):
            worker.give(place, self._waiting[place][1])

    def _collect(self) -> None:
        ready = wait([worker.pipe for worker in self._workers], timeout=0.5)
        for worker in list(self._workers):
            if worker.pipe in ready:
                self._receive(worker)
            elif worker.ready and worker.given and time.monotonic() - worker.since > self._seconds * _PATIENCE + 1:
                self._replace(worker, f"took longer than {self._seconds:g} s and could not be interrupted: left out")

    def _receive(self, worker: _Worker) -> None:
        try:
            outcome = worker.pipe.recv()
        except (EOFError, OSError):
            self._replace(worker, "its process died while reading it (too little memory?): left out")
            return
        worker.since = time.monotonic()
        if worker.ready:
            self._done[worker.given.popleft()] = outcome
        worker.ready = True

    def _replace(self, worker: _Worker, reason: str) -> None:
        """Put another process in the place of one; the unit that it read has failed, those behind are read again."""
        if not worker.ready:
            raise WorkersError(_NOT_READY)
        worker.end()
        self._workers.remove(worker)
        fresh = _Worker(self._read, self._seconds)
        self._workers.append(fresh)
        if worker.given:
            failed = worker.given.popleft()
            self._done[failed] = InputFailure(place=self._waiting[failed][1].place, reason=reason)
        for place in worker.given:
            self._give(fresh, place)

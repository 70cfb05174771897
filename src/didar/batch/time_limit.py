"""Interrupt work that takes too long."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

# The alarm rings again, because Python drops an exception that is raised while it clears an object away.
_AGAIN = 0.5

Handler = Callable[[int, FrameType | None], object] | int | None


class OutOfTime(Exception):
    """Raised inside work that takes longer than it may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Interrupt what runs longer: in the main thread of a process, and where there are signals."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        _quiet(before)


def _quiet(before: Handler) -> None:
    """Stop the alarm, also where it rings just now."""
    try:
        signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _interrupt(signum: int, frame: FrameType | None) -> None:
    raise OutOfTime

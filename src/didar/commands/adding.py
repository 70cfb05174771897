"""Show how adding goes on: counts, rate and time left on a terminal, and each failure in one line."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType

import click

from didar.batch.adding import Counts
from didar.page.failures import InputFailure
from didar.views.safe import plain

_EVERY = 0.2  # seconds between two drawings


class Watcher:
    """Takes the reports of an add; draws one line on standard error where that is a terminal."""

    def __init__(self, share_done: Callable[[], float | None] = lambda: None) -> None:
        """Take what tells which part of the input is behind us."""
        self._share_done = share_done
        self._live = sys.stderr.isatty()
        self._start = self._drawn = time.monotonic()

    def __enter__(self) -> Watcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live:
            click.echo("\r\033[K", nl=False, err=True)

    def __call__(self, counts: Counts, failure: InputFailure | None) -> None:
        """Take a report."""
        if failure:
            click.echo(("\r\033[K" if self._live else "") + f"didar: {plain(str(failure))}", err=True)
        now = time.monotonic()
        if self._live and now - self._drawn > _EVERY:
            self._drawn = now
            click.echo("\r\033[K" + progress_line(counts, now - self._start, self._share_done()), nl=False, err=True)


def progress_line(counts: Counts, seconds: float, share: float | None) -> str:
    """Return the counts, the rate and, where it can be told, the time left.

    >>> progress_line(Counts(new=900, known=50, failed=2), 10, 0.5)
    '900 new, 50 known, 2 failed · 95 a second · 0:10 left'
    """
    line = f"{summary(counts)} · {counts.seen / max(seconds, 0.001):,.0f} a second"
    if not share:
        return line
    left = int(seconds * (1 - share) / share)
    hours, minutes = divmod(left // 60, 60)
    return f"{line} · {f'{hours}:{minutes:02}' if hours else minutes}:{left % 60:02} left"


def summary(counts: Counts) -> str:
    """Return the counts in words."""
    return f"{counts.new:,} new, {counts.known:,} known, {counts.failed:,} failed"

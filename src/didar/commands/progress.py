"""Show on standard error how many reports have been read, where somebody watches and there is more than one."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

Item = TypeVar("Item")


def counted(items: Iterable[Item], what: str = "reports") -> Iterator[Item]:
    """Yield the items as they are; count them on a terminal, unless the results themselves are printed there."""
    source = iter(items)
    first = list(islice(source, 2))
    whole = chain(first, source)
    if len(first) < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        return whole
    return _shown(whole, what)


def _shown(items: Iterator[Item], what: str) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} " + what), TimeElapsedColumn())
    speed = TextColumn("{task.fields[rate]}")
    with Progress(*columns, speed, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None, rate="")
        for item in items:
            yield item
            rate = progress.tasks[0].speed
            progress.update(task, advance=1, rate=f"{rate:,.0f} a second" if rate else "")

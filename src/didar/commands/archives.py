"""What the commands on an archive share: the option for its file, the form of what is found, errors in one line."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click
import msgspec

from didar.views.safe import isolate, plain

Command = TypeVar("Command", bound=Callable[..., Any])
Column = tuple[str, Callable[[Any], str | None]]  # a heading, and what of a hit stands under it
FORMATS = ("table", "json", "csv", "tsv")
_NOTHING_FOUND = 1


def db_option(function: Command) -> Command:
    """Add the option that names the archive's file."""
    option = click.option(
        "--db",
        default="didar.db",
        show_default=True,
        envvar="DIDAR_DB",
        type=click.Path(dir_okay=False),
        help="The archive's file (or the variable DIDAR_DB).",
    )
    return option(function)


def listing_options(function: Command) -> Command:
    """Add the options of a command that lists what it finds."""
    shape = click.option(
        "--format", "shape", type=click.Choice(FORMATS), help="Default: table on a terminal, else json, one a line."
    )
    limit = click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, help="0: all of them.")
    return db_option(shape(limit(function)))


def on_archive(function: Command) -> Command:
    """Open the archive that `--db` names and hand it over as `archive`; it must be there. Close it at the end."""
    return _opened(function, make=False)


def on_new_archive(function: Command) -> Command:
    """Do as `on_archive`, and let the archive be made where there is none."""
    return _opened(function, make=True)


def _opened(function: Command, make: bool) -> Command:
    """Open and close the archive; say in one line what a StoreError (exit code 1) or QueryError (2) says."""

    @functools.wraps(function)
    def run(db: str, **named: Any) -> Any:
        from didar.archive import Archive
        from didar.search.query import QueryError
        from didar.store.rows import StoreError

        try:
            with Archive(db, make=make) as archive:
                return function(archive=archive, **named)
        except StoreError as error:
            _end(str(error), 1)
        except QueryError as error:
            _end(str(error), 2)

    return run  # type: ignore[return-value]


def _end(message: str, code: int) -> None:
    click.echo(f"didar: {plain(message)}", err=True)
    sys.exit(code)


def show(hits: Sequence[msgspec.Struct], columns: Sequence[Column], shape: str | None) -> None:
    """Print what was found; end with exit code 1 where it is nothing, as grep does."""
    shape = shape or ("table" if sys.stdout.isatty() else "json")
    if shape == "json":
        for hit in hits:
            sys.stdout.buffer.write(msgspec.json.encode(hit) + b"\n")
    elif shape == "table":
        _draw(hits, columns)
    else:
        _separate(hits, "\t" if shape == "tsv" else ",")
    if not hits:
        click.echo("didar: nothing found", err=True)
        sys.exit(_NOTHING_FOUND)


def _draw(hits: Sequence[msgspec.Struct], columns: Sequence[Column]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*(heading for heading, _ in columns), box=box.SIMPLE_HEAD, pad_edge=False)
    for hit in hits:
        table.add_row(*(Text(isolate(cell(hit) or "")) for _, cell in columns))
    if hits:
        Console().print(table)


def _separate(hits: Sequence[msgspec.Struct], separator: str) -> None:
    from didar.export.formats import write_separated

    if hits:
        rows = [[_flat(value) for value in msgspec.to_builtins(hit).values()] for hit in hits]
        write_separated(sys.stdout, hits[0].__struct_fields__, rows, separator)


def _flat(value: Any) -> str | int | float | None:
    """Return a value as one cell: lists parted by «; », a part of several fields by its name, on one line."""
    if isinstance(value, list | tuple):
        return "; ".join(str(_flat(part)) for part in value)
    if isinstance(value, dict):
        return str(value.get("name"))
    return " ".join(value.split()) if isinstance(value, str) else value


def day(published: str | None) -> str | None:
    """Return the day of a date."""
    return published[:10] if published else None


def named(name: str | None, latin: str | None) -> str | None:
    """Return a name with its Latin spelling beside it."""
    return f"{name} ({latin})" if name and latin else name

"""`didar repair`: text in, the same text out as a careful editor would have typed it, line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import click
import msgspec

from didar.records import Edit, Note
from didar.text.edits import apply_edits
from didar.text.losses import Signs, later
from didar.text.repair import KINDS, USUAL, Kind, begin_line, end_line, notes_on
from didar.views.safe import harmless, plain

EXAMPLES = """
\b
Examples:
  didar repair report.txt > repaired.txt
  didar repair --diff report.txt
  didar repair --only letters,halfspace --log edits.jsonl *.txt
  curl -s https://example.org/report.txt | didar repair -
"""
STDIN = "-"
HALF_SPACE, SHOWN = "\u200c", "·"


class Line(msgspec.Struct, frozen=True):
    """One line of the input with its place, without its line feed; `text` is None where it is no UTF-8."""

    place: str
    number: int
    bytes: bytes
    text: str | None
    ends: bool
    failure: str = ""


def _kinds(ctx: click.Context, option: click.Parameter, value: str | None) -> tuple[Kind, ...]:
    if value is None:
        return USUAL
    named = [name.strip() for name in value.split(",")]
    for name in named:
        if name not in KINDS:
            raise click.BadParameter(f"{plain(name)!r} is none of {', '.join(KINDS)}")
    return tuple(kind for kind in KINDS if kind in named)


@click.command("repair", epilog=EXAMPLES)
@click.argument("files", nargs=-1, metavar="[FILE...] [-]")
@click.option(
    "--only",
    callback=_kinds,
    metavar="KINDS",
    help=f"Which kinds of edits to make, parted by commas: {', '.join(KINDS)}. Default: {','.join(USUAL)}.",
)
@click.option("--log", type=click.File("wb"), help="Write every edit and note to this file, one JSON object a line.")
@click.option("--diff", is_flag=True, help=f"Show the changed lines instead, half-spaces as {SHOWN}.")
def command(files: tuple[str, ...], only: tuple[Kind, ...], log: BinaryIO | None, diff: bool) -> None:
    """Repair Persian text: letters, half-spaces and missing spaces. Lines are kept, and come out as they are read.

    Exit code 0: all was read; 1: some could not be; 2: wrong usage.
    """
    failed = False
    before = Signs()
    for line in _lines(files or (STDIN,)):
        if line.text is None:
            failed = True
            click.echo(f"didar: {plain(line.failure)}", err=True)
            if not diff:
                _write(line.bytes, line.ends)
            continue
        begun = begin_line(line.text, only)
        before = later(before, begun.signs) if line.number > 1 else begun.signs
        edits = end_line(begun, before, only)
        if log:
            log.writelines(_entries(line, edits))
        if not diff:
            _write(apply_edits(line.text, edits).encode(), line.ends)
        elif edits:
            click.echo(_difference(line, edits))
    sys.exit(1 if failed else 0)


def _lines(paths: Iterable[str]) -> Iterator[Line]:
    """Yield the lines of the files; a file that cannot be read gives one line without text that says why."""
    for path in paths:
        try:
            if path == STDIN:
                yield from _numbered("<stdin>", sys.stdin.buffer)
            else:
                with open(path, "rb") as file:
                    yield from _numbered(path, file)
        except OSError as error:
            yield Line(path, 0, b"", None, False, f"{path}: {error.strerror or error}")


def _numbered(place: str, file: BinaryIO) -> Iterator[Line]:
    for number, raw in enumerate(file, 1):
        ends = raw.endswith(b"\n")
        raw = raw[:-1] if ends else raw
        try:
            yield Line(place, number, raw, raw.decode("utf-8"), ends)
        except UnicodeDecodeError as error:
            reason = f"{place}:{number}: no UTF-8 at byte {error.start + 1}; the line is left as it is"
            yield Line(place, number, raw, None, ends, reason)


def _write(raw: bytes, ends: bool) -> None:
    sys.stdout.buffer.write(raw + b"\n" if ends else raw)


def _entries(line: Line, edits: Iterable[Edit]) -> Iterator[bytes]:
    """Yield the log's entries of a line: its edits, and what a reader should know of it."""
    text = line.text or ""
    place = {"file": line.place, "line": line.number}
    for edit in edits:
        old = text[edit.span.start : edit.span.end]
        entry = {**place, "span": edit.span, "from": old, "to": edit.to, "rule": edit.rule}
        yield msgspec.json.encode({**entry, "confidence": round(edit.confidence, 3)}) + b"\n"
    notes: Iterable[Note] = notes_on(text)
    for note in notes:
        yield msgspec.json.encode({**place, "span": note.span, "note": note.message}) + b"\n"


def _difference(line: Line, edits: Iterable[Edit]) -> str:
    """Draw a line before and after, the edits in colour."""
    text = line.text or ""
    old, new, at = [], [], 0
    for edit in edits:
        kept, gone = text[at : edit.span.start], text[edit.span.start : edit.span.end]
        old += [_shown(kept), click.style(_shown(gone) or "", fg="red", reverse=True)]
        new += [_shown(kept), click.style(_shown(edit.to) or "", fg="green", reverse=True)]
        at = edit.span.end
    rest = _shown(text[at:])
    return f"{plain(line.place)}:{line.number}\n- {''.join(old)}{rest}\n+ {''.join(new)}{rest}"


def _shown(text: str) -> str:
    return harmless(text.replace(HALF_SPACE, SHOWN))

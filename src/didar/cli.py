"""The command `didar`: a table of its commands, each loaded only when it is called."""

from __future__ import annotations

import gc
import importlib
import os
import sys

import click

COMMANDS = {
    "read": "Read reports; print who met whom and who said what to whom.",
    "explain": "Tell which rules and lexicon entries led to each statement.",
    "repair": "Write Persian text as a careful editor would have typed it.",
    "evaluate": "Measure records against annotated articles.",
    "add": "Add reports to an archive.",
    "watch": "Poll feeds and add what is new to an archive.",
    "reread": "Read the pages of an archive again.",
    "search": "Search the reports of an archive.",
    "statements": "List the statements of an archive: who said what.",
    "meetings": "List the meetings of an archive: who met whom.",
    "people": "List the people of an archive; merge and split them.",
    "stats": "Count what an archive holds.",
    "export": "Write an archive's statements, meetings, people and reports as tables.",
}


# The lexicons are many small objects that never become garbage: looking through them seldom starts a tenth faster.
OBJECTS_BETWEEN_COLLECTIONS = 100_000


class LazyGroup(click.Group):
    """A group whose commands live in `didar.commands`, one module each, imported when first used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"didar.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table alone, so that help loads none of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="didar", prog_name="didar")
def group() -> None:
    """Didar reads Persian news and keeps the record of who met whom and who said what to whom."""


def main() -> None:
    """Run the command line; where nothing can be written it ends with exit code 1, quietly if the reader has gone."""
    if sys.stdout is None:  # `didar ... >&-`
        sys.exit("didar: cannot write: standard output is closed")
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    try:
        group(standalone_mode=True)
    except OSError as error:
        _end_quietly(error)


def _end_quietly(error: OSError) -> None:
    if not isinstance(error, BrokenPipeError):
        print(f"didar: cannot write: {error.strerror or error}", file=sys.stderr)
    # What is still buffered cannot be written either; without this Python would try at exit and print a traceback.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(1)

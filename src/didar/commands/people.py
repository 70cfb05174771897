"""`didar people`: who is in an archive; corrections of who is who."""

from __future__ import annotations

import click

from didar.archive import Archive
from didar.commands.archives import Column, day, listing_options, named, on_archive, show

EXAMPLES = """
\b
Examples:
  didar people Kariman
  didar people 'سرلشکر کریمان' --country ZZ
  didar people merge 12 15 --by me     #15 is #12
  didar people split 12 ARTICLE        the #12 of this report is somebody else
"""

_COLUMNS: tuple[Column, ...] = (
    ("#", lambda hit: str(hit.person)),
    ("name", lambda hit: named(hit.name, hit.latin)),
    ("state", lambda hit: hit.country),
    ("offices", lambda hit: "; ".join((hit.roles_english or hit.roles)[:3])),
    ("reports", lambda hit: str(hit.articles)),
    ("said", lambda hit: str(hit.statements)),
    ("met", lambda hit: str(hit.meetings)),
    ("first", lambda hit: day(hit.first)),
    ("last", lambda hit: day(hit.last)),
)


@click.command("people", epilog=EXAMPLES, short_help="List people; merge and split them.")
@click.argument("words", nargs=-1, metavar="[NAME | merge NUMBER NUMBER... | split NUMBER ARTICLE...]")
@click.option("--country", metavar="CODE", help="State that they speak for, by code or name.")
@click.option("--role", metavar="OFFICE", help="Words of an office, Persian or English.")
@click.option(
    "--type",
    type=click.Choice(["person", "organization", "group", "document", "place"]),
    help="Default: person without NAME, else any.",
)
@click.option("--by", help="Who decides a merge or split. Default: your user name.")
@listing_options
@on_archive
def command(
    words: tuple[str, ...], country: str | None, role: str | None, type: str | None, by: str | None, archive: Archive,
    shape: str | None, limit: int,
) -> None:  # fmt: skip
    """List the people of an archive who bear NAME (without one all persons), those of most reports first.

    `merge` says that several numbers are one person, `split` that the person of some reports is another one. Both are
    written down as judgements with who decided; nothing is lost.
    """
    if words[:1] == ("merge",):
        numbers = [_number(word) for word in words[1:]]
        if len(numbers) < 2:
            raise click.UsageError("merge needs the numbers of two people or more")
        changed = archive.merge_people(*numbers, by=by)
        click.echo(f"#{numbers[0]} now stands for all of them ({changed} mentions changed hands)")
    elif words[:1] == ("split",):
        if len(words) < 3:
            raise click.UsageError("split needs the number of a person and the articles of the other one")
        click.echo(f"#{archive.split_person(_number(words[1]), *words[2:], by=by)} is the new person")
    else:
        name = " ".join(words) or None
        type = type or (None if name else "person")
        show(archive.people(name, country=country, role=role, type=type, limit=limit or None), _COLUMNS, shape)


def _number(word: str) -> int:
    plain = word.removeprefix("#")
    if not plain.isdecimal():
        raise click.UsageError(f"{word!r} is no number of a person; `didar people NAME` shows the numbers")
    return int(plain)

"""Places inside names of offices: provinces, cities, capitals."""

from __future__ import annotations

from didar.mentions.line import Line
from didar.mentions.vocabulary import Entry


def place_at(line: Line, at: int) -> tuple[Entry, int] | None:
    """Return the province, city or capital at a place, with the place after its end."""
    found = line.entry(at, "place", "capital")
    return None if found is None else (found[0]._replace(kind="place"), found[1])

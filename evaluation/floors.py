"""Hold the figures: what was once reached on the annotated articles may not be lost unseen.

    python -m evaluation.floors                                  each figure beside its floor
    python -m evaluation.floors --raise                          raise the floors to today's figures
    python -m evaluation.floors --lower all.acts --reason "..."  lower one, and say why

`floors.toml` keeps the floors, the digest of the annotated articles they were measured on, and the reasons.
"""

from __future__ import annotations

import argparse
import math
import sys
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import msgspec

from didar.evaluating.damage import Damage, damage_article
from didar.evaluating.figures import PrecisionRecall, Share
from didar.evaluating.gold import choose_fold
from didar.evaluating.predicted import Found
from didar.evaluating.scoring import Score, score
from evaluation.shared import GOLD, ROOT, load_gold

FLOORS = ROOT / "evaluation" / "floors.toml"
_DIGITS = 1000
# A share of fewer than this many is left out: one statement more or less would move it by five points.
_ENOUGH = 20

Table = dict[str, float]


class Measured(msgspec.Struct, frozen=True):
    """A figure and the number of things it is measured on."""

    value: float
    of: int

    def holds(self, floor: float) -> bool:
        """Tell whether the figure is at its floor; one thing more or less wrong is no fall.

        The floor itself never moves down, so that such things cannot add up unseen.
        """
        return self.value + 1 / self.of + 1e-9 >= floor


class Floors(msgspec.Struct, frozen=True, kw_only=True):
    """The floors by name («all.detect»), the digest of their gold, and which were lowered and why."""

    gold: str
    floors: Table
    lowered: tuple[dict[str, Any], ...] = ()


def digest_of(path: Path = GOLD) -> str:
    """Return the digest of the annotated articles."""
    return sha256(path.read_bytes()).hexdigest()


def measure_figures() -> dict[str, Measured]:
    """Measure all articles, those kept aside, and the damaged ones."""
    from didar.evaluating.reading import read_golds

    golds = load_gold()
    records = read_golds(golds)
    figures = _named("all", score(golds, records)) | _named("keep", score(choose_fold(golds, "keep"), records))
    for how in get_args(Damage):
        damaged = [damage_article(gold, how) for gold in golds]
        found: dict[str, Found] = read_golds(damaged)
        right = score(damaged, found).strict_who_what
        figures[f"damage.{how}"] = Measured(right.f1, right.gold)
    return figures


def _named(fold: str, score: Score) -> dict[str, Measured]:
    plain = {name: getattr(score, name) for name in score.__struct_fields__}
    figures = {
        name: _measured(f) for name, f in (plain | score.stages).items() if isinstance(f, PrecisionRecall | Share)
    }
    return {f"{fold}.{name}": figure for name, figure in figures.items() if figure.of >= _ENOUGH}


def _measured(figure: PrecisionRecall | Share) -> Measured:
    if isinstance(figure, Share):
        return Measured(figure.share or 0.0, figure.of)
    return Measured(figure.f1, figure.gold)


def read_floors(path: Path = FLOORS) -> Floors:
    """Return the floors that are kept; none where there is no file yet."""
    if not path.exists():
        return Floors(gold="", floors={})
    kept = tomllib.loads(path.read_text(encoding="utf-8"))
    floors = {f"{part}.{name}": value for part, names in kept["floors"].items() for name, value in names.items()}
    return Floors(gold=kept["gold"], floors=floors, lowered=tuple(kept.get("lowered", ())))


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Keep the floors."""
    path.write_text("\n".join(_toml_lines(floors)) + "\n", encoding="utf-8")


def _toml_lines(floors: Floors) -> Iterator[str]:
    yield "# Written by `python -m evaluation.floors --raise`; lowering needs --lower NAME --reason WHY."
    yield f'gold = "{floors.gold}"'
    part = ""
    for name in sorted(floors.floors):
        if not name.startswith(f"{part}."):
            part = name.partition(".")[0]
            yield f"\n[floors.{part}]"
        yield f"{name.partition('.')[2]} = {floors.floors[name]:.3f}"
    for entry in floors.lowered:
        yield "\n[[lowered]]"
        yield from (f"{key} = {msgspec.json.encode(value).decode()}" for key, value in entry.items())


def fallen(figures: Mapping[str, Measured], floors: Table) -> dict[str, tuple[float, float]]:
    """Return the figures that do not hold their floors, with the floors; a figure that is gone has fallen to 0."""
    lost = {name: floor for name, floor in floors.items() if name not in figures or not figures[name].holds(floor)}
    return {name: (_value(figures, name), floor) for name, floor in lost.items()}


def _value(figures: Mapping[str, Measured], name: str) -> float:
    return figures[name].value if name in figures else 0.0


def _rounded_down(value: float) -> float:
    return math.floor(value * _DIGITS) / _DIGITS


def raised(figures: Mapping[str, Measured], floors: Floors, gold: str) -> Floors:
    """Return the floors lifted to the figures, rounded down; none is lowered unless the gold is another."""
    known = floors.floors if floors.gold == gold else {}
    lifted = {name: max(_rounded_down(figure.value), known.get(name, 0.0)) for name, figure in figures.items()}
    return Floors(gold=gold, floors=known | lifted, lowered=floors.lowered)


def lower(figures: Mapping[str, Measured], floors: Floors, name: str, reason: str) -> Floors:
    """Return the floors with one of them lowered to its figure, and the reason written down."""
    to = _rounded_down(_value(figures, name))
    entry = {"name": name, "from": floors.floors[name], "to": to, "on": date.today().isoformat(), "reason": reason}
    return Floors(gold=floors.gold, floors=floors.floors | {name: to}, lowered=(*floors.lowered, entry))


def main() -> None:
    """Print, raise or lower."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to today's figures")
    parser.add_argument("--lower", metavar="NAME", help="lower this floor to today's figure")
    parser.add_argument("--reason", help="why it may be lowered")
    options = parser.parse_args()
    if bool(options.lower) != bool(options.reason):
        parser.error("--lower needs --reason, and --reason needs --lower")
    figures, floors = measure_figures(), read_floors()
    if options.lower and options.lower not in floors.floors:
        parser.error(f"no floor is called {options.lower!r}")
    for name in sorted(figures.keys() | floors.floors.keys()):
        mark = "  FALLEN" if name in fallen(figures, floors.floors) else ""
        print(f"{name:<48} {_value(figures, name):.3f}  floor {floors.floors.get(name, 0.0):.3f}{mark}")
    if options.lift:
        write_floors(raised(figures, floors, digest_of()))
    elif options.lower:
        write_floors(lower(figures, floors, options.lower, options.reason))
    else:
        sys.exit(bool(fallen(figures, floors.floors)))


if __name__ == "__main__":
    main()

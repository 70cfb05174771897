"""README tells the truth: its commands print what it shows, its Python runs, its links lead somewhere."""

from __future__ import annotations

import doctest
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from didar.cli import COMMANDS
from tests.readme import README, ROOT, matches, run, steps

PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize(("command", "shown"), steps(), ids=[command for command, _ in steps()])
def test_command(command: str, shown: str) -> None:
    printed = run(command)
    assert matches(shown, printed), f"`make readme` writes it anew:\n{printed}"


@pytest.mark.parametrize("page", [README, ROOT / "docs" / "words.md"], ids=lambda page: page.name)
def test_python(page: Path) -> None:
    found = doctest.testfile(str(page), module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8")
    assert found.attempted > 0
    assert found.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_named_in_backticks_are_there(page: Path) -> None:
    named = re.findall(r"`((?:src|docs|examples|evaluation|tests)/[\w./-]*)`", page.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_markers_of_printed_tables_are_there() -> None:
    text = README.read_text(encoding="utf-8")
    for name in ("figures", "repair", "words", "archive"):
        assert f"<!-- {name}:begin -->" in text
        assert f"<!-- {name}:end -->" in text


@pytest.mark.parametrize("command", [name for name in COMMANDS if find_spec(f"didar.commands.{name}")])
def test_every_command_is_told_of_in_readme_or_docs(command: str) -> None:
    told = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert re.search(rf"`{command}`|didar {command}\b", told)

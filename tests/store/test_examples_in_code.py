"""The examples that stand in the archive's own code are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import didar
import didar.archive
import didar.commands.adding

FOLDERS = ("store", "search", "export", "identities", "stories", "batch", "fetching")


def modules():
    yield from (didar.archive, didar.commands.adding)
    for folder in FOLDERS:
        package = importlib.import_module(f"didar.{folder}")
        for found in pkgutil.iter_modules(package.__path__):
            yield importlib.import_module(f"didar.{folder}.{found.name}")


def test_examples_in_the_code_are_true():
    results = [doctest.testmod(module) for module in modules()]
    assert sum(result.failed for result in results) == 0
    assert sum(result.attempted for result in results) >= 10

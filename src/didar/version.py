"""The version of Didar, in a file of its own so that what wants only this imports nothing else."""

from __future__ import annotations

VERSION = "0.1.0"

"""Run the peers of `didar repair`: install each into an environment of its own, hand it texts, take them repaired."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
HOMES = HERE.parent / ".peers"
_PYTHON = """
import json, sys, time
texts = json.load(sys.stdin)
started = time.process_time()
repaired = [str(repair(text)).rstrip("\\n") for text in texts]
json.dump([repaired, time.process_time() - started], sys.stdout)
"""
_NODE = """
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const started = process.cpuUsage().user;
const repaired = texts.map((text) => repair(text).replace(/\\n+$/, ""));
process.stdout.write(JSON.stringify([repaired, (process.cpuUsage().user - started) / 1e6]));
"""


class PeerFailure(RuntimeError):
    """A peer cannot be installed or does not run; the message is the last line it left."""


class Peer:
    """One peer in its environment."""

    def __init__(self, name: str, program: str, install: str | None = None, npm: str | None = None) -> None:
        self.name = name
        self._home = HOMES / re.sub(r"\W+", "-", name)
        self._program, self._install, self._npm = program, install, npm

    def prepare(self) -> None:
        """Install the peer where it is not yet installed."""
        if (self._home / "done").exists():
            return
        self._home.mkdir(parents=True, exist_ok=True)
        if self._npm:
            _run(["npm", "install", "--silent", "--prefix", str(self._home), self._npm], None)
        else:
            _run([sys.executable, "-m", "venv", str(self._home)], None)
            _run([str(self._home / "bin" / "python"), "-m", "pip", "install", "--quiet", str(self._install)], None)
        (self._home / "done").touch()

    def repair(self, texts: list[str]) -> tuple[list[str], float]:
        """Return the texts repaired, and the seconds of processor time that it took after the start."""
        if self._npm:
            command = ["node", "-e", self._program + _NODE]
        else:
            command = [str(self._home / "bin" / "python"), "-c", self._program + _PYTHON]
        said = _run(command, json.dumps(texts), self._home)
        repaired, seconds = json.loads(said[said.rindex("[[") :])
        return repaired, seconds


def peers() -> Iterator[Peer]:
    """Yield the peers that `peers.toml` names."""
    with open(HERE / "peers.toml", "rb") as file:
        for row in tomllib.load(file)["peer"]:
            yield Peer(**row)


def _run(command: list[str], stdin: str | None, home: Path | None = None) -> str:
    try:
        done = subprocess.run(command, input=stdin, capture_output=True, text=True, cwd=home, timeout=900)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerFailure(str(error)) from error
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.strip()]
        raise PeerFailure(lines[-1] if lines else f"exit code {done.returncode}")
    return done.stdout

"""Run the console blocks of README: `$ command` and below it what it prints. `python -m tests.readme` writes that anew.

A block of ```console runs in the project's folder. A line `...` stands for lines that are left out; `head` and the
like may stand in the command. Blocks of ```sh are not run: they install, or need the network.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
# The commands of one run share an archive; it goes with the process that made it.
_SCRATCH = tempfile.TemporaryDirectory(prefix="didar-readme-")
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_STEP = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def steps() -> list[tuple[str, str]]:
    """Return the commands of README, each with the output that it shows."""
    text = README.read_text(encoding="utf-8")
    return [step for block in _BLOCK.findall(text) for step in _STEP.findall(block)]


def run(command: str) -> str:
    """Return what a command prints, on either stream, when run in the project's folder with its environment."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env={**os.environ, "PATH": path, "COLUMNS": "100", "DIDAR_DB": f"{_SCRATCH.name}/didar.db"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return done.stdout.decode()


def matches(shown: str, printed: str) -> bool:
    """Tell whether the output shown is what was printed, `...` standing for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown.rstrip("\n") + "\n", flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*?".join(parts), printed.rstrip("\n") + "\n") is not None


def write() -> None:
    """Write the outputs of all commands into README; those that leave lines out stay as they are where they match."""

    def renewed(step: re.Match[str]) -> str:
        printed = run(step[1]).rstrip("\n") + "\n"
        if "fault in Didar" in printed or "Traceback" in printed:
            sys.exit(f"$ {step[1]}\n{printed}")
        kept = step[2] if matches(step[2], printed) else printed
        return f"$ {step[1]}\n{kept}"

    text = README.read_text(encoding="utf-8")
    text = _BLOCK.sub(lambda block: f"```console\n{_STEP.sub(renewed, block[1])}```", text)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()

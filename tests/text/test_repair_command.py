"""`didar repair`: lines in, lines out; bad input named and passed on."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from didar.commands.repair import command


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(command, list(arguments), input=stdin)


def test_standard_input_line_by_line() -> None:
    result = run(stdin="او ميگويد\r\n\nپل باز است".encode())
    assert result.stdout_bytes == "او می‌گوید\r\n\nپل باز است".encode()
    assert result.exit_code == 0


def test_a_line_is_judged_by_the_lines_before_it() -> None:
    lines = "او می گوید\nسرمایه گذاری آلوانیا"
    assert run(stdin=lines.encode()).stdout.endswith("سرمایه‌گذاری آلوانیا")
    assert run(stdin=lines.encode()[-len("سرمایه گذاری آلوانیا".encode()) :]).stdout == "سرمایه گذاری آلوانیا"


def test_only_and_its_wrong_use() -> None:
    assert run("--only", "letters", stdin="ميگويد".encode()).stdout == "میگوید"
    wrong = run("--only", "all", stdin=b"")
    assert wrong.exit_code == 2
    assert "'all' is none of letters, halfspace" in wrong.stderr


def test_the_log_names_every_edit_and_note(tmp_path: Path) -> None:
    log = tmp_path / "edits.jsonl"
    run("--log", str(log), stdin="پل\nاو ميگويد «آری".encode())
    entries = [json.loads(line) for line in log.read_text().splitlines()]
    place, edit = {"file": "<stdin>", "line": 2}, {"span": [4, 5], "from": "ي", "to": "ی"}
    assert entries[0] == {**place, **edit, "rule": "letters.letter", "confidence": 1.0}
    assert entries[-1]["note"] == "a quotation mark opens and never closes"


def test_diff_shows_changed_lines_with_half_spaces_visible() -> None:
    result = run("--diff", stdin="پل باز است\nاو میگوید\x1b[31m".encode())
    assert result.stdout == "<stdin>:2\n- او میگوید [31m\n+ او می·گوید [31m\n"


def test_a_line_that_is_no_utf8_passes_through(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("ميگويد\n".encode() + b"\xff\xfe\n" + "ميگويد\n".encode())
    result = run(str(file))
    assert result.stdout_bytes == "می‌گوید\n".encode() + b"\xff\xfe\n" + "می‌گوید\n".encode()
    assert result.stderr == f"didar: {file}:2: no UTF-8 at byte 1; the line is left as it is\n"
    assert result.exit_code == 1


@pytest.mark.parametrize(("name", "reason"), [("none.txt", "No such file or directory"), (".", "Is a directory")])
def test_what_cannot_be_opened_is_named_and_the_others_read(tmp_path: Path, name: str, reason: str) -> None:
    good = tmp_path / "good.txt"
    good.write_text("ميگويد\n")
    result = run(str(tmp_path / name), str(good))
    assert (result.stdout, result.exit_code) == ("می‌گوید\n", 1)
    assert reason in result.stderr

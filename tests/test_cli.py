"""The command line: what it prints, where, and with which exit code, on good and on bad input."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from didar.cli import COMMANDS

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
SAID = "وزیر راه کوهستان گفت: پل نیلی فردا باز می‌شود."


def didar(*words: object, stdin: str | bytes = b"", shell_tail: str = "") -> subprocess.CompletedProcess[str]:
    """Run `didar` as a user does, in a process of its own; `shell_tail` is what stands behind it in the shell."""
    command = [sys.executable, "-m", "didar", *map(str, words)]
    data = stdin.encode() if isinstance(stdin, str) else stdin
    run = ["bash", "-c", '"$@" ' + shell_tail, "bash", *command] if shell_tail else command
    done = subprocess.run(run, input=data, capture_output=True, check=False)
    return subprocess.CompletedProcess(run, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_json_is_one_record_a_line_in_the_order_of_the_input() -> None:
    rows = "".join(json.dumps({"id": f"n{n}", "text": SAID}) + "\n" for n in (3, 1, 2))
    done = didar("read", "-", "--input", "jsonl", stdin=rows)
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["n3", "n1", "n2"]
    assert (done.returncode, done.stderr) == (0, "")


def test_json_is_the_default_where_nobody_watches() -> None:
    assert json.loads(didar("read", "-", stdin=SAID).stdout)["text"] == SAID


def test_no_text_leaves_out_the_text_and_its_repair() -> None:
    record = json.loads(didar("read", "-", "--no-text", stdin=SAID).stdout)
    assert "text" not in record
    assert "repaired" not in record
    assert SAID not in json.dumps(record, ensure_ascii=False)


def test_pretty_shows_title_speaker_act_and_words() -> None:
    shown = didar("read", EXAMPLES / "officials-meeting.html", "--format", "pretty").stdout
    for words in (
        "امنیت تنگه نیلی",
        "بهرام سپیدکوه",
        "مهران موج‌آرا",
        "پیشنهاد",
        "نقل مستقیم",
        "دو ملت سپیدستان و کرانستان",
    ):
        assert words in shown
    assert shown.count("\u2067") == shown.count("\u2069") - shown.count("\u2066")


def test_english_labels_leave_no_persian_word_of_didars_own() -> None:
    shown = didar("read", EXAMPLES / "officials-meeting.html", "--format", "pretty", "--english").stdout
    for words in ("Meetings", "Statements", "direct quotation", "proposal"):
        assert words in shown
    assert "نقل مستقیم" not in shown


def test_one_bad_input_of_three_is_named_and_the_exit_code_is_one(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(SAID)
    done = didar("read", good, tmp_path / "none.txt", "-", "--format", "json", stdin="")
    assert done.stdout.count("\n") == 1
    assert done.stderr.splitlines() == [
        f"didar: {tmp_path}/none.txt: No such file or directory",
        "didar: stdin: no text: empty or blank",
    ]
    assert done.returncode == 1


@pytest.mark.parametrize(
    "words",
    [
        ["read"],
        ["read", "-", "--format", "xml"],
        ["read", "-", "--published", "yesterday"],
        ["read", "-", "--published", "1402/13/01"],
        ["read", "-", "--min-confidence", "2"],
        ["rad", "-"],
    ],
)
def test_wrong_usage_is_exit_code_two(words: list[str]) -> None:
    done = didar(*words, stdin=SAID)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("data", [b"", b" \n", b"\0\1\2" * 99, b"\xff\xfe", b"{", b"[]", b"<html>", b"\x80" * 99])
@pytest.mark.parametrize("kind", ["auto", "text", "html", "jsonl"])
def test_bad_input_never_gives_a_traceback(data: bytes, kind: str) -> None:
    done = didar("read", "-", "--input", kind, stdin=data)
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    assert done.returncode == 0 or len(done.stderr.splitlines()) == 1


def test_an_article_with_nothing_to_find_gives_an_empty_record_with_a_note() -> None:
    record = json.loads(didar("read", "-", stdin="امروز هوا آفتابی است.").stdout)
    assert (record["statements"], record["meetings"]) == ([], [])
    assert record["notes"]


def test_a_reader_that_goes_away_early_is_no_fault() -> None:
    done = didar("read", *[EXAMPLES / "letter.txt"] * 1, "--format", "json", shell_tail="| head -c 10")
    assert done.stderr == ""


def test_a_full_disk_is_one_line() -> None:
    done = didar("read", EXAMPLES / "letter.txt", "--format", "json", shell_tail="> /dev/full")
    assert done.stderr.splitlines() == ["didar: cannot write: No space left on device"]
    assert done.returncode == 1


def test_a_closed_output_is_one_line() -> None:
    done = didar("read", EXAMPLES / "letter.txt", "--format", "json", shell_tail=">&-")
    assert done.stderr.splitlines() == ["didar: cannot write: standard output is closed"]
    assert done.returncode == 1


def test_a_page_in_windows_1256_is_read_as_if_it_were_in_utf_8() -> None:
    page = (EXAMPLES / "officials-meeting.html").read_text(encoding="utf-8")
    old = page.replace("utf-8", "windows-1256").replace("ی", "ي").replace("ک", "ك")
    old = old.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"))
    told = [json.loads(didar("read", "-", stdin=data).stdout) for data in (page.encode(), old.encode("windows-1256"))]
    acts = [[(s["cue"], s["acts"], s["kind"]) for s in record["statements"]] for record in told]
    assert acts[0] == acts[1]


def test_min_confidence_leaves_out_and_leaves_nothing_dangling() -> None:
    path = EXAMPLES / "officials-meeting.html"
    everything = json.loads(didar("read", path).stdout)["statements"]
    surest = max(statement["confidence"] for statement in everything)
    kept = json.loads(didar("read", path, "--min-confidence", surest).stdout)
    ids = {item["id"] for item in kept["statements"] + kept["meetings"]}
    assert ids >= {statement["id"] for statement in everything if statement["confidence"] == surest}
    assert 0 < len(kept["statements"]) < len(everything)
    for statement in kept["statements"]:
        assert {statement[link] for link in ("same_as", "nested_in", "meeting")} - {None} <= ids


def test_hostile_text_cannot_drive_the_terminal() -> None:
    hostile = f"\x1b]0;owned\x07\u202eوزیر\x9b31m راه: سلام\u2066\n{SAID}"
    shown = didar("read", "-", "--format", "pretty", stdin=hostile).stdout
    assert not set("\x1b\x07\x9b\u202e") & set(shown)
    assert shown.count("\u2066") + shown.count("\u2067") == shown.count("\u2069")


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_that_is_there_helps_with_an_example(command: str) -> None:
    assert f"\n  {command} " in didar("--help").stdout
    done = didar(command, "--help")
    assert done.returncode == 0
    assert f"didar {command}" in done.stdout.split("Usage:", 1)[1].split("\n", 1)[1], "no example in the help"


def test_every_command_module_is_in_the_table() -> None:
    modules = {path.stem for path in (ROOT / "src/didar/commands").glob("*.py")}
    commands = {name for name in modules if hasattr_command(name)}
    assert commands == set(COMMANDS)


def hasattr_command(name: str) -> bool:
    return "\ndef command(" in (ROOT / f"src/didar/commands/{name}.py").read_text(encoding="utf-8")


def test_the_command_starts_in_under_half_a_second() -> None:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        assert didar("--version").returncode == 0
        times.append(time.perf_counter() - start)
    assert min(times) < 0.5

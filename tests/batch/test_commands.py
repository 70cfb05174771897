"""The commands on an archive: what they print, their exit codes, and one line for every fault."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from didar.cli import COMMANDS, group

REPORTS = [
    {"id": "a1", "published": "2019-06-08", "outlet": "savan.example", "text": "بندر ساوان\n"
     "سرلشکر مهران کریمان رئیس ستاد ارتش ساوان با نریمان الوندی وزیر دفاع مازیار دیدار کرد.\n"
     "سرلشکر کریمان گفت: بندر ساوان تا پایان تابستان باز می‌شود."},
    {"id": "a2", "published": "1400/02/01", "outlet": "maziar.example", "text": "پل بزرگ ساوان\n"
     "نریمان الوندی وزیر دفاع مازیار گفت: پل بزرگ ساوان ساخته شد.\x1b[2J"},
]  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory):
    folder = tmp_path_factory.mktemp("commands")
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, REPORTS)))
    result = run("add", str(folder / "in.jsonl"), "--db", str(folder / "a.db"))
    assert result.exit_code == 0
    assert "2 new, 0 known, 0 failed" in result.stderr
    return folder / "a.db"


def run(*words, input=None):
    return CliRunner().invoke(group, list(words), input=input, catch_exceptions=False)


def rows(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_search_in_every_format(db):
    (hit,) = rows(run("search", "بندر", "--db", str(db)))
    assert (hit["article"], hit["title"]) == ("a1", "بندر ساوان")
    assert [REPORTS[0]["text"][start:end] for start, end in hit["highlights"]] == ["بندر", "بندر"]
    table = run("search", "بندر", "--db", str(db), "--format", "table").stdout
    assert "savan.example" in table
    for format, separator in (("csv", ","), ("tsv", "\t")):
        text = run("search", "بندر", "--db", str(db), "--format", format).stdout
        (row,) = csv.DictReader(io.StringIO(text), delimiter=separator)
        assert row["published"] == "2019-06-08"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ([], ["a2", "a1"]),
        (["پل"], ["a2"]),
        (["--speaker", "Alvandi"], ["a2"]),
        (["--speaker", "سرلشکر کریمان"], ["a1"]),
        (["--role", "وزیر دفاع"], ["a2"]),
        (["--role", "defence"], None),
        (["--since", "1400"], ["a2"]),
        (["--until", "1399"], ["a1"]),
        (["--outlet", "savan"], ["a1"]),
        (["--kind", "direct", "--since", "2019", "--until", "2019"], ["a1"]),
        (["--about", "مازیار بندر"], ["a1"]),
        (["--to", "نریمان الوندی"], None),
    ],
)
def test_statements_by_what_is_asked(db, asked, found):
    result = run("statements", *asked, "--db", str(db))
    assert result.exit_code in ((0, 1) if found is None else (0,))
    if found is not None:
        assert [row["article"] for row in rows(result)] == found


def test_count_says_how_many(db):
    assert run("statements", "--count", "--db", str(db)).stdout == "2\n"
    assert run("statements", "پل", "--count", "--repeats", "--db", str(db)).stdout == "1\n"


def test_meetings(db):
    (hit,) = rows(run("meetings", "--with", "Kariman", "--with", "الوندی", "--db", str(db)))
    assert {party["name"] for party in hit["participants"]} == {"مهران کریمان", "نریمان الوندی"}
    assert run("meetings", "--with", "نادر", "--db", str(db)).exit_code == 1


def test_people_and_corrections(db):
    (hit,) = rows(run("people", "کریمان", "--db", str(db)))
    assert (hit["name"], hit["statements"], hit["meetings"]) == ("مهران کریمان", 1, 1)
    (other,) = rows(run("people", "نریمان", "الوندی", "--db", str(db)))
    merged = run("people", "merge", str(hit["person"]), f"#{other['person']}", "--db", str(db))
    assert merged.exit_code == 0
    split = run("people", "split", str(hit["person"]), "a2", "--db", str(db))
    assert "is the new person" in split.stdout


def test_export_and_stats(db, tmp_path):
    result = run("export", str(tmp_path / "out"), "--db", str(db))
    assert "articles.csv: 2 rows" in result.stdout
    told = run("stats", "--db", str(db)).stdout
    assert "2  articles" in told
    assert "2021-04-21  last day" in told


def test_without_a_name_people_are_persons(db):
    assert {hit["type"] for hit in rows(run("people", "--db", str(db)))} == {"person"}


def test_a_table_does_not_drive_the_terminal(db):
    for command in (["search", "پل"], ["statements"], ["people"], ["meetings"]):
        assert "\x1b" not in run(*command, "--db", str(db), "--format", "table").stdout


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["search", '"پل'], 2, "without its other half"),
        (["search", "پل", "--since", "soon"], 2, "is no date"),
        (["search", "هیچکس"], 1, "nothing found"),
        (["statements", "--country", "Atlantis"], 2, "no country is known"),
        (["statements", "--speaker", "!"], 2, "no word in the name"),
        (["people", "merge", "1"], 2, "two people or more"),
        (["people", "merge", "1", "x"], 2, "no number"),
        (["people", "merge", "1", "999"], 1, "nobody has the number"),
        (["search", "پل", "--db", "/nowhere/a.db"], 1, "no archive there"),
        (["add", "/nowhere/x.txt", "--db", "/nowhere/a.db"], 1, "cannot be opened"),
    ],
)
def test_a_fault_is_one_line_and_a_code(db, words, code, message):
    result = run(*words, *([] if "--db" in words else ["--db", str(db)]))
    assert result.exit_code == code
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_adding_again_adds_nothing_and_failures_are_named(db, tmp_path):
    copy = tmp_path / "a.db"
    copy.write_bytes(db.read_bytes())
    result = run("add", str(db.parent / "in.jsonl"), str(tmp_path / "none.txt"), "--db", str(copy))
    assert result.exit_code == 1
    assert "none.txt: No such file" in result.stderr
    assert "0 new, 2 known, 1 failed" in result.stderr


def test_a_dry_run_stores_nothing(tmp_path, db):
    target = tmp_path / "new.db"
    twice = [str(db.parent / "in.jsonl")] * 2
    result = run("add", *twice, "--db", str(target), "--dry-run")
    assert "2 new, 2 known, 0 failed (dry run" in result.stderr
    assert not target.exists()


def test_reading_again(tmp_path, db):
    copy = tmp_path / "a.db"
    copy.write_bytes(db.read_bytes())
    assert "0 read again" in run("reread", "--db", str(copy)).stderr
    assert "2 read again, 0 failed" in run("reread", "--all", "--db", str(copy)).stderr
    assert len(rows(run("search", "بندر", "--db", str(copy)))) == 1


def test_an_interrupted_add_goes_on_where_it_stopped(tmp_path):
    lines = [{"id": f"a{n}", "text": f"پل {n}\nنریمان الوندی گفت: پل {n} در ساوان باز شد."} for n in range(4000)]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)))
    command = [sys.executable, "-c", "from didar.cli import main; main()", "add", "in.jsonl", "--db", "a.db"]
    with (tmp_path / "errors").open("w") as errors:
        process = subprocess.Popen(command, cwd=tmp_path, stderr=errors)
        deadline = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < deadline and not _stored(tmp_path / "a.db"):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 1
    assert "Traceback" not in (tmp_path / "errors").read_text()
    stored = _stored(tmp_path / "a.db")
    assert 0 < stored < 4000
    few = tmp_path / "few.jsonl"
    few.write_text("\n".join(map(json.dumps, lines[: stored + 5])))
    result = run("add", str(few), "--db", str(tmp_path / "a.db"))
    assert f"5 new, {stored} known" in result.stderr


def _stored(path):
    from didar.archive import Archive
    from didar.store.rows import StoreError

    try:
        return Archive(path).counts()["articles"] if path.exists() else 0
    except StoreError:
        return 0


def test_every_command_explains_itself():
    for name in ("add", "watch", "reread", "search", "statements", "meetings", "people", "export", "stats"):
        assert name in COMMANDS
        result = run(name, "--help")
        assert result.exit_code == 0
        assert "Usage" in result.stdout

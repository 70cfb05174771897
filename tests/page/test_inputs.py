"""Inputs into articles: files, JSON Lines, standard input, and one clear line for each that fails."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from didar.page.failures import InputFailure
from didar.page.inputs import read_articles
from didar.records import Article

SAID = "وزیر راه کوهستان گفت: پل نیلی فردا باز می‌شود."


def read(*paths: object, **options: object) -> list[Article | InputFailure]:
    return list(read_articles([str(path) for path in paths], **options))  # type: ignore[arg-type]


def reasons(*paths: object) -> list[str]:
    return [str(outcome) for outcome in read(*paths) if isinstance(outcome, InputFailure)]


def write(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def lines(path: Path, *rows: object) -> Path:
    return write(
        path, "".join((row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)
    )


def test_a_text_is_kept_as_it_is(tmp_path: Path) -> None:
    text = f"  تيتر\r\n\n{SAID}\t \n"
    [article] = read(write(tmp_path / "a.txt", text))
    assert isinstance(article, Article)
    assert (article.text, article.sections, article.id) == (text, (), str(tmp_path / "a.txt"))


def test_the_text_of_a_json_line_is_kept_as_it_is(tmp_path: Path) -> None:
    text = f" تيتر \n{SAID}\n\u200c "
    [article] = read(
        lines(tmp_path / "a.jsonl", {"id": 7, "text": text, "url": "https://k.example/7", "date": "1402/04/19"})
    )
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("7", text)
    assert (article.source.url, article.source.published) == ("https://k.example/7", "2023-07-10")


def test_title_lead_and_paragraphs_are_joined_by_one_newline(tmp_path: Path) -> None:
    row = {"id": "a", "title": "پل باز شد", "lead": None, "paragraphs": [SAID, "وی رفت."]}
    [article] = read(lines(tmp_path / "a.jsonl", row))
    assert isinstance(article, Article)
    assert article.text == f"پل باز شد\n{SAID}\nوی رفت."
    assert [section.type for section in article.sections] == ["title", "body", "body"]
    assert all(article.text[s.span.start : s.span.end] in article.text.split("\n") for s in article.sections)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{", "no valid JSON"),
        ("[1]", "no JSON object"),
        ('"text"', "no JSON object"),
        ({"text": SAID}, "no `id`"),
        ({"id": "", "text": SAID}, "no `id`"),
        ({"id": ["a"], "text": SAID}, "no `id`"),
        ({"id": "b"}, "no `text`"),
        ({"id": "b", "text": 5}, "no `text`"),
        ({"id": "b", "text": " \n "}, "empty or blank"),
        ({"id": "b", "paragraphs": [1]}, "must be strings"),
        ({"id": "b", "paragraphs": {"a": 1}}, "must be a list"),
        ({"id": "a", "text": SAID}, "has come before"),
        ("[" * 100_000, "no valid JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, row: object, reason: str) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "a", "text": SAID}, row, "", {"id": "z", "text": SAID})
    first, failure, last = read(path)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(failure, InputFailure)
    assert failure.place == f"{path}:2"
    assert reason in failure.reason


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty or blank"),
        ("a.txt", b" \n\t\n", "empty or blank"),
        ("a.html", b"", "no report"),
        ("a.jsonl", b"", "empty or blank"),
        ("a.jsonl", b"\n\n", "empty or blank"),
        ("a.txt", b"\x89PNG\0\0", "binary"),
        ("a", b"\x7fELF\0\0", "binary"),
        ("a.jsonl", b"\0\0\0\n", "binary"),
        ("a.txt", SAID.encode() * 200_000, "too long for one report"),
    ],
)
def test_files_without_text(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    [failure] = reasons(write(tmp_path / name, data))
    assert failure.startswith(str(tmp_path / name))
    assert reason in failure


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert reasons(tmp_path / "none.txt", tmp_path) == [
        f"{tmp_path}/none.txt: No such file or directory",
        f"{tmp_path}: Is a directory",
    ]


def test_one_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", SAID)
    assert len(reasons(path, path)) == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page", f'<html><div itemprop="articleBody"><p>{SAID}</p></div>'),
        ("lines", json.dumps({"id": "a", "text": SAID})),
        ("text", SAID),
    ],
)
def test_the_kind_of_a_file_without_suffix_is_told_by_its_first_line(tmp_path: Path, name: str, data: str) -> None:
    [article] = read(write(tmp_path / name, data))
    assert isinstance(article, Article)
    assert article.text == SAID


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SAID.encode())))
    [article] = read("-")
    assert isinstance(article, Article)
    assert (article.text, article.id) == (SAID, "stdin")


def test_other_languages_are_noted(tmp_path: Path) -> None:
    [article] = read(write(tmp_path / "a.txt", "The minister said the bridge is open."))
    assert [note.message for note in article.notes] == ["not Persian: hardly a letter of the Persian script in it"]  # type: ignore[union-attr]


def test_a_publication_date_given_for_all_yields_to_the_reports_own(tmp_path: Path) -> None:
    own = lines(tmp_path / "a.jsonl", {"id": "a", "text": SAID, "published": "2020-01-02"}, {"id": "b", "text": SAID})
    outcomes = read(own, published="2024-05-06")
    assert [article.source.published for article in outcomes] == ["2020-01-02", "2024-05-06"]  # type: ignore[union-attr]


def test_a_date_that_cannot_be_read_is_noted(tmp_path: Path) -> None:
    [article] = read(lines(tmp_path / "a.jsonl", {"id": "a", "text": SAID, "published": "1402/13/45"}))
    assert isinstance(article, Article)
    assert article.source.published is None
    assert [note.message for note in article.notes] == ["no date that can be read: '1402/13/45'"]


def test_json_lines_are_read_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [json.dumps({"id": number, "text": SAID}).encode() + b"\n" for number in range(3)]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream := io.BytesIO(b"".join(rows))))
    articles = read_articles(["-"])
    assert next(articles).id == "0"  # type: ignore[union-attr]
    assert stream.tell() <= len(rows[0]) * 2
    assert len(list(articles)) == 2

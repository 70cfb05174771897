"""Bytes into characters: UTF-8 whole and torn, UTF-16, Windows-1256, binary."""

from __future__ import annotations

import pytest

from didar.page.decode import decode_text
from didar.page.failures import Unreadable

LINE = "وزیر راه کوهستان گفت: پل نیلی فردا باز می‌شود."
# Windows-1256 has no Persian ی; pages of its time were typed with the Arabic letter, and the half-space is in it.
OLD_LINE = LINE.replace("ی", "ي")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_with_or_without_a_byte_order_mark(encoding: str) -> None:
    assert decode_text(LINE.encode(encoding)) == (LINE, ())


def test_windows_1256_without_a_word_about_it() -> None:
    assert decode_text(OLD_LINE.encode("windows-1256")) == (OLD_LINE, ())


def test_windows_1256_that_says_so() -> None:
    page = f'<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><p>{OLD_LINE}</p>'
    assert decode_text(page.encode("windows-1256")) == (page, ())


def test_a_mostly_latin_windows_1256_page() -> None:
    page = '<meta charset="windows-1256">' + "<a href='/en/news'>News</a>" * 200 + "<p>گفت</p>"
    assert decode_text(page.encode("windows-1256"))[0].endswith("<p>گفت</p>")


def test_torn_utf_8_is_replaced_and_noted_with_its_line() -> None:
    text, notes = decode_text((LINE + "\n").encode() * 3 + b"\xd9\n" + LINE.encode())
    assert text == (LINE + "\n") * 3 + "\ufffd\n" + LINE
    assert [note.message for note in notes] == ["invalid UTF-8 from line 4: 1 places replaced"]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04\x14\0\0\0", bytes(range(32)) * 50])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="binary"):
        decode_text(data)

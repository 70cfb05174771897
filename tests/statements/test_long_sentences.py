"""A page without a full stop takes time that grows with its length, and no faster."""

from __future__ import annotations

import time

import pytest

from didar.mentions.find import find_mentions
from didar.records import Article, Mentions, Text
from didar.statements.find import find_statements
from didar.text.prepare import prepare_text

REPEATED = (
    "مهرداد کوهیار گفت که ",
    "مهرداد کوهیار گفت: پل باز است و ",
    "به گفته مهرداد کوهیار، پل باز است ",
    "و افزود پل باز است ",
)


def _read(sentence: str, times: int) -> tuple[Text, Mentions]:
    text = prepare_text(Article(id="t", text=sentence * times + "پل باز است."))
    return text, find_mentions(text)


def _seconds(read: tuple[Text, Mentions]) -> float:
    began = time.process_time()
    find_statements(*read)
    return time.process_time() - began


@pytest.mark.parametrize("sentence", REPEATED)
def test_four_times_the_cues_take_about_four_times_the_time(sentence: str) -> None:
    short, long = _read(sentence, 150), _read(sentence, 600)
    # A quadratic one takes 16 times as long; with twice the cues the clock's own swing of a third came too near to 4.
    assert min(_seconds(long) for _ in range(3)) < 9 * min(_seconds(short) for _ in range(5))


@pytest.mark.parametrize("sentence", REPEATED)
def test_no_statement_is_lost_in_a_long_sentence(sentence: str) -> None:
    assert len(find_statements(*_read(sentence, 300))) > 290

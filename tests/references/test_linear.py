"""Four times as long a report takes about four times the time to lead back to its people."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from didar.mentions.find import find_mentions
from didar.page.plain import article_from_text
from didar.references.resolve import resolve
from didar.statements.find import find_statements
from didar.text.prepare import prepare_text

# Somebody who speaks by name before and after each of many offices, one office time and again, many names.
TURNS: dict[str, Callable[[int], str]] = {
    "many_offices": lambda i: f"آرش کوهیار گفت: پل باز است.\nرئیس شورای راه دریابار {i} گفت: راه باز است.\n",
    "one_office": lambda i: "آرش کوهیار گفت: پل باز است.\nوزیر راه دریابار نیز گفت: راه باز است.\n",
    "told_apart": lambda i: "آرش کوهیار گفت: پل باز است.\nوزیر راه با آرش کوهیار دیدار کرد. وزیر راه گفت: باز است.\n",
    "points_at_nobody": lambda i: "آرش کوهیار گفت: پل باز است.\nاین خبرگزاری افزود: راه باز است.\n",
    "document_of_nobody": lambda i: "در این بیانیه آمده است: پل باز است.\n",
}
SIZE = 150


def seconds(turn: Callable[[int], str], size: int) -> float:
    """Return the shortest of five times, so that a busy neighbour changes little."""
    text = prepare_text(article_from_text("خبر\n" + "".join(map(turn, range(size))), id="invented"))
    mentions = find_mentions(text)
    sayings = find_statements(text, mentions)

    def once() -> float:
        begin = process_time()
        resolve(text, mentions, sayings, ())
        return process_time() - begin

    return min(once() for _ in range(5))


@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS)
def test_time_grows_with_the_length(turn: Callable[[int], str]) -> None:
    assert seconds(turn, 4 * SIZE) < 9 * seconds(turn, SIZE)  # A quadratic one takes 16 times as long.

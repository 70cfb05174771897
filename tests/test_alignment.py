"""Spans go from the text as handed in to the repaired text and back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didar.alignment import Alignment
from didar.records import Edit, Span
from didar.text.edits import apply_edits, compose

# «مي گويد است.باهنر»: two letters replaced, a space made a half-space, a space put in.
EDITS = [
    Edit(span=Span(1, 2), to="ی", rule="letter"),
    Edit(span=Span(2, 3), to="\u200c", rule="halfspace"),
    Edit(span=Span(12, 12), to=" ", rule="space"),
    Edit(span=Span(20, 22), to="", rule="space"),
]


@pytest.mark.parametrize(
    ("source", "repaired"),
    [
        (Span(0, 7), Span(0, 7)),
        (Span(8, 12), Span(8, 12)),  # what is put in at the end of a span stays outside
        (Span(12, 17), Span(13, 18)),  # and at its beginning
        (Span(11, 13), Span(11, 14)),
        (Span(15, 20), Span(16, 21)),  # what is taken out after a span
        (Span(22, 25), Span(21, 24)),
        (Span(19, 23), Span(20, 22)),
    ],
)
def test_spans_there_and_back(source: Span, repaired: Span) -> None:
    alignment = Alignment.from_edits(EDITS)
    assert alignment.to_repaired(source) == repaired
    assert alignment.to_source(repaired) == source


def test_a_span_inside_a_replacement_takes_in_the_whole_of_it() -> None:
    alignment = Alignment([2], [4], [5])
    assert alignment.to_source(Span(3, 5)) == Span(2, 4)


def test_an_empty_span_stays_empty() -> None:
    assert Alignment.from_edits(EDITS).to_source(Span(12, 12)) == Span(12, 12)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """Draw a text and edits of it: in order, not touching each other."""
    text = draw(st.text("ابپ \u200c", max_size=30))
    edits, at = [], 0
    while at < len(text) and draw(st.booleans()):
        start = draw(st.integers(at, len(text)))
        end = draw(st.integers(start, min(len(text), start + 3)))
        edits.append(Edit(span=Span(start, end), to=draw(st.text("تث ", max_size=3)), rule="any"))
        at = end + 1
    return text, edits


@given(edited())
def test_what_no_edit_touches_comes_back_to_its_place(drawn: tuple[str, list[Edit]]) -> None:
    text, edits = drawn
    alignment, repaired = Alignment.from_edits(edits), apply_edits(text, edits)
    touched = {at for edit in edits for at in range(edit.span.start, edit.span.end)}
    for at in set(range(len(text))) - touched:
        there = alignment.to_repaired(Span(at, at + 1))
        assert repaired[there.start : there.end] == text[at]
        assert alignment.to_source(there) == Span(at, at + 1)


@given(edited(), st.data())
def test_two_rounds_of_edits_are_one(drawn: tuple[str, list[Edit]], data: st.DataObject) -> None:
    text, first = drawn
    middle = apply_edits(text, first)
    places = sorted(data.draw(st.sets(st.integers(0, len(middle)), max_size=4)))
    second = [Edit(span=Span(at, min(at + 1, len(middle))), to="ج", rule="later") for at in places]
    composed = compose(first, second, middle)
    assert apply_edits(text, composed) == apply_edits(middle, second)
    assert all(a.span.end <= b.span.start for a, b in pairwise(composed))

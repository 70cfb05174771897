"""What a reader of a text should know: other languages, marks that hide, quotations without their end."""

from didar.records import Article
from didar.text.prepare import prepare_text
from didar.text.repair import notes_on


def told(text: str) -> list[tuple[str, str]]:
    """Return each note's message and the words it is about."""
    return [(n.message, text[n.span.start : n.span.end]) for n in notes_on(text) if n.span]


def test_lines_of_other_languages() -> None:
    assert told("او آمد.\nقال الرجل في البيت") == [("Arabic: left as it is", "قال الرجل في البيت")]


def test_marks_of_direction() -> None:
    assert told("او\u202e آمد") == [("a mark of direction, which can hide text", "\u202e")]


def test_a_quotation_that_never_closes_ends_with_its_sentence() -> None:
    assert told("او گفت: «پل باز است. سپس رفت.") == [("a quotation mark opens and never closes", "«پل باز است.")]


def test_a_quotation_that_is_opened_twice() -> None:
    assert [words for _, words in told("او «پل را «دید» و رفت")] == ["«پل را"]


def test_a_quotation_of_two_paragraphs_is_whole() -> None:
    assert told("او گفت: «پل باز است.\nراه هم باز است.»") == []


def test_a_mark_that_closes_nothing() -> None:
    assert told("پل» باز است") == [("a quotation mark closes and none opened", "»")]


def test_notes_point_into_the_repaired_text() -> None:
    text = prepare_text(Article(id="1", text="او ميگويد: «پل باز است. سپس رفت."))
    (note,) = text.notes
    assert note.span
    assert text.text[note.span.start : note.span.end] == "«پل باز است."

"""Read annotated articles: JSON Lines in, checked gold articles out; a bad line is named by file and number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec

from didar.records import Act, EntityType, Kind, MeetingType, Span

Fold = Literal["all", "work", "keep"]


class GoldError(ValueError):
    """A line of an evaluation file cannot be used; the message names file and line."""


class GoldEntity(msgspec.Struct, frozen=True, kw_only=True):
    """One who speaks, is spoken to or meets, as a reader noted it; `names` are all its strings in the article."""

    name: str
    type: EntityType
    names: tuple[str, ...] = ()
    role: str | None = None
    country: str | None = None


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True):
    """One statement as a reader marked it; an optional one counts neither for nor against."""

    content: tuple[Span, ...]
    kind: Kind
    acts: tuple[Act, ...]
    speaker: str | None = None
    source: Span | None = None
    cue: Span | None = None
    addressee: tuple[str, ...] = ()
    topic: Span | None = None
    nested: bool = False
    optional: bool = False


class GoldMeeting(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting as a reader marked it."""

    type: MeetingType
    participants: tuple[str, ...]
    trigger: Span | None = None
    time: Span | None = None
    place: Span | None = None
    optional: bool = False


class GoldArticle(msgspec.Struct, frozen=True, kw_only=True):
    """One annotated article; spans are code points into `text`."""

    id: str
    text: str
    entities: dict[str, GoldEntity]
    statements: tuple[GoldStatement, ...]
    meetings: tuple[GoldMeeting, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    sha256: str | None = None


_DECODER = msgspec.json.Decoder(GoldArticle)


def numbered_lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """Return the lines that are not blank, each with its place («gold.jsonl:3») for complaints."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield f"{path}:{number}", line
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror}") from error


def read_gold(path: Path) -> tuple[GoldArticle, ...]:
    """Return the annotated articles of a JSON Lines file.

    Raises GoldError with file and line for a line that is not such an article, or whose spans or ids lead nowhere.
    """
    articles: dict[str, GoldArticle] = {}
    for place, line in numbered_lines(path):
        article = _read_line(place, line)
        if complaint := complain(article):
            raise GoldError(f"{place}: {complaint}")
        if article.id in articles:
            raise GoldError(f"{place}: the id {article.id!r} stands twice")
        articles[article.id] = article
    if not articles:
        raise GoldError(f"{path}: no annotated article in it")
    return tuple(articles.values())


def _read_line(place: str, line: bytes) -> GoldArticle:
    try:
        return _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise GoldError(f"{place}: {error}") from error


def complain(article: GoldArticle) -> str | None:
    """Return what is wrong with an annotated article, or nothing."""
    if not article.text.strip():
        return "the text is empty"
    if article.sha256 and sha256(article.text.encode()).hexdigest() != article.sha256:
        return "the text is not the one that was annotated (its sha256 differs)"
    for what, span in _spans_of(article):
        if not 0 <= span.start < span.end <= len(article.text):
            return f"{what} [{span.start}, {span.end}] is no span of a text of {len(article.text)} characters"
    for what, entity in _entities_of(article):
        if entity not in article.entities:
            return f"{what} {entity!r} is not among the entities"
    return None


def _spans_of(article: GoldArticle) -> Iterator[tuple[str, Span]]:
    for number, said in enumerate(article.statements, 1):
        yield from ((f"content of statement {number}", span) for span in said.content)
        single = (("source", said.source), ("cue", said.cue), ("topic", said.topic))
        yield from ((f"{what} of statement {number}", span) for what, span in single if span is not None)
    for number, met in enumerate(article.meetings, 1):
        single = (("trigger", met.trigger), ("time", met.time), ("place", met.place))
        yield from ((f"{what} of meeting {number}", span) for what, span in single if span is not None)
    yield from (("boilerplate", span) for span in article.boilerplate)


def _entities_of(article: GoldArticle) -> Iterator[tuple[str, str]]:
    for number, said in enumerate(article.statements, 1):
        if said.speaker is not None:
            yield f"speaker of statement {number}", said.speaker
        yield from ((f"addressee of statement {number}", entity) for entity in said.addressee)
    for number, met in enumerate(article.meetings, 1):
        yield from ((f"participant of meeting {number}", entity) for entity in met.participants)


def choose_fold(articles: Iterable[GoldArticle], fold: Fold) -> tuple[GoldArticle, ...]:
    """Return the articles of a fold: every third is kept aside («keep»), the others are there to work on («work»)."""
    return tuple(a for i, a in enumerate(articles) if fold == "all" or (i % 3 == 2) == (fold == "keep"))

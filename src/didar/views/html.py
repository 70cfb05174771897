"""Draw records as one page that needs nothing else: no script, no file beside it, right to left, all words escaped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from didar.records import Meeting, Record, Section, Span, Statement
from didar.views.labels import COMMA, Language, label, word
from didar.views.marks import Mark, Piece, marks_of, pieces_of
from didar.views.people import Cast
from didar.views.pretty import text_of, when_and_where
from didar.views.safe import harmless, plain

_COLOURS = 8
_DIRECTION: dict[Language, str] = {"persian": "rtl", "english": "ltr"}
_TAGS = {"title": "h1", "lead": "p", "body": "p", "repeat": "p", "boilerplate": "p"}


def draw_page(records: Iterable[Record], language: Language = "persian") -> Iterator[str]:
    """Yield the pieces of an HTML page that shows the records one below the other; their text must be in them."""
    code = "fa" if language == "persian" else "en"
    css = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    yield (
        f'<!DOCTYPE html>\n<html lang="{code}" dir="{_DIRECTION[language]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="referrer" content="no-referrer"><title>Didar</title>\n<style>\n{css}</style></head>\n<body>\n'
    )
    for number, record in enumerate(records, 1):
        yield _Drawing(record, language, f"r{number}").article()
    yield "</body></html>\n"


class _Drawing:
    """One record on the page; `name` tells its anchors from those of the others."""

    def __init__(self, record: Record, language: Language, name: str) -> None:
        self.record, self.language, self.name = record, language, name
        self.cast = Cast(record, language)
        self.text = harmless(record.text) if isinstance(record.text, str) else ""
        self.sections = record.sections or (Section(type="body", span=Span(0, len(self.text))),)
        edges = {edge for section in self.sections for edge in (section.span.start, section.span.end)}
        self.pieces = list(pieces_of(len(self.text), marks_of(record.statements), edges))
        speakers = dict.fromkeys(statement.speaker for statement in record.statements if statement.speaker)
        self.colours = {speaker: f"w{number % _COLOURS}" for number, speaker in enumerate(speakers)}
        self.opened: set[int] = set()

    def article(self) -> str:
        """Return the record as an `article` element."""
        text = "\n".join(self.section(section) for section in self.sections)
        lists = "\n".join((self.people(), self.meetings(), self.statements(), self.notes()))
        # Those who do not read Persian begin with the lists.
        parts = (self.told(), lists, text) if self.language == "english" else (self.told(), text, lists)
        return f'<article id="{self.name}">\n' + "\n".join(part for part in parts if part) + "\n</article>\n"

    def told(self) -> str:
        """Return where the report comes from."""
        source = self.record.source
        words = " · ".join(_bdi(plain(part)) for part in (self.record.id, source.outlet, source.published) if part)
        if source.url and source.url.startswith(("https://", "http://")):
            address = escape(plain(source.url))
            words += f' · <a rel="noreferrer noopener" href="{address}">{word("report", self.language)}</a>'
        return f'<p class="told">{words}</p>'

    def section(self, section: Section) -> str:
        """Return a paragraph with its statements marked."""
        tag = _TAGS[section.type]
        first = bisect_left(self.pieces, section.span.start, key=_start)
        last = bisect_left(self.pieces, section.span.end, key=_start)
        pieces = "".join(self.piece(piece) for piece in self.pieces[first:last])
        return f'<{tag} class="{section.type}" lang="fa" dir="rtl">{pieces}</{tag}>'

    def piece(self, piece: Piece) -> str:
        """Return a piece of text within the statement that it belongs to most closely."""
        words = escape(self.text[piece.start : piece.end])
        if not piece.marks or not words.strip():
            return words
        mark = piece.marks[-1]
        statement = self.record.statements[mark.statement]
        classes = " ".join(["mark", self.colour(statement), *sorted({_CLASS[mark.part] for mark in piece.marks})])
        tip = f'<span class="tip" role="tooltip" dir="{_DIRECTION[self.language]}">{escape(self.tip(statement))}</span>'
        return f'{self.number(mark, statement)}<span class="{classes}" tabindex="0">{words}{tip}</span>'

    def number(self, mark: Mark, statement: Statement) -> str:
        """Return the statement's number where its content begins, a link to its entry below."""
        if mark.part != "content" or mark.statement in self.opened:
            return ""
        self.opened.add(mark.statement)
        id = escape(statement.id)
        return f'<a class="number" id="{self.name}-{id}" href="#{self.name}-{id}-entry">{id}</a>'

    def colour(self, statement: Statement) -> str:
        """Return the colour class of the speaker."""
        return self.colours.get(statement.speaker or "", "wx")

    def tip(self, statement: Statement) -> str:
        """Return what is shown over a statement: speaker, act, kind, rule and confidence."""
        return "\n".join(
            (
                f"{statement.id}: {self.cast.full(statement.speaker)}",
                self.how(statement),
                f"{word('rule', self.language)}: {plain(statement.rule)}",
                f"{word('confidence', self.language)}: {statement.confidence:.0%}",
            )
        )

    def how(self, statement: Statement) -> str:
        """Return the acts and the kind of a statement in words."""
        acts = COMMA[self.language].join(label("act", act, self.language) for act in statement.acts)
        return acts + " · " + label("kind", statement.kind, self.language)

    def people(self) -> str:
        """Return everybody in the record, the speakers first and in their colours."""
        ids = dict.fromkeys([*self.colours, *(entity.id for entity in self.record.entities)])
        rows = [f'<span class="chip {self.colours.get(id, "wx")}">{self.bdi(self.cast.full(id))}</span>' for id in ids]
        return self.listed("people", rows)

    def meetings(self) -> str:
        """Return the meetings, each with its parties, time and place."""
        return self.listed("meetings", [self.meeting(meeting) for meeting in self.record.meetings])

    def meeting(self, meeting: Meeting) -> str:
        """Return one meeting in a line."""
        names = " — ".join(self.bdi(self.cast.full(one.entity)) for one in meeting.participants)
        held = "" if meeting.standing == "held" else f" ({label('standing', meeting.standing, self.language)})"
        kind = label("meeting", meeting.type, self.language) + held
        when = when_and_where(self.record, meeting, self.language)
        return f"{escape(meeting.id)} <b>{kind}</b>: {names or word('party_unknown', self.language)}{escape(when)}"

    def statements(self) -> str:
        """Return the list of statements, each a link to its place in the text."""
        return self.listed("statements", [self.statement(statement) for statement in self.record.statements])

    def statement(self, statement: Statement) -> str:
        """Return one statement: who, how, to whom, and the words."""
        id = f"{self.name}-{escape(statement.id)}"
        who = f'<span class="chip {self.colour(statement)}">{self.bdi(self.cast.full(statement.speaker))}</span>'
        to = self.cast.names(list(statement.addressees))
        told = f" · {word('to', self.language)} {self.bdi(to)}" if to else ""
        said = " … ".join(plain(text_of(self.record, span)) for span in statement.content)
        link = f'<a class="number" id="{id}-entry" href="#{id}">{escape(statement.id)}</a>'
        return f'{link} {who} {self.how(statement)}{told}<div lang="fa" dir="rtl">{escape(said)}</div>'

    def notes(self) -> str:
        """Return what a reader of the record should know besides."""
        return self.listed(
            "notes", [f'<span class="note">{_bdi(plain(note.message))}</span>' for note in self.record.notes]
        )

    def bdi(self, words: str) -> str:
        """Return words of the drawing's own language, which may hold Persian names."""
        return f'<bdi dir="{_DIRECTION[self.language]}">{escape(words)}</bdi>'

    def listed(self, key: str, rows: list[str]) -> str:
        """Return a heading and a list; nothing where the list is empty."""
        items = "".join(f"<li>{row}</li>" for row in rows)
        return f"<h2>{word(key, self.language)}</h2><ul>{items}</ul>" if rows else ""


_CLASS = {"content": "said", "cue": "cue", "source": "source"}


def _bdi(words: str) -> str:
    return f"<bdi>{escape(words)}</bdi>"


def _start(piece: Piece) -> int:
    return piece.start

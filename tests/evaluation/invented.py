"""Invented annotated articles: a text with marks in, a gold article with its spans out."""

from __future__ import annotations

from didar.evaluating.gold import GoldArticle, GoldEntity, GoldMeeting, GoldStatement
from didar.evaluating.predicted import Found, FoundEntity, FoundMeeting, FoundRole, FoundStatement
from didar.records import Span

TEXT = (
    "دیدار وزیر راه آلوانیا با همتای برنایی\n"
    "مهرداد آبان‌نیا وزیر راه آلوانیا عصر دوشنبه با یاشار تالوری دیدار کرد و گفت: «پل‌های مرزی را می‌سازیم».\n"
    "وی افزود: راه‌آهن شمالی تا پاییز باز می‌شود.\n"
    "تالوری خواستار کاهش عوارض شد.\n"
    "انتهای پیام"
)


def span(words: str, text: str = TEXT) -> Span:
    """Return the place of words that stand in the text just once."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return Span(start, start + len(words))


MINISTER = GoldEntity(
    name="مهرداد آبان‌نیا", type="person", names=("وزیر راه آلوانیا",), role="وزیر راه آلوانیا", country="XA"
)
GUEST = GoldEntity(name="یاشار تالوری", type="person", names=("تالوری", "همتای برنایی"), role="همتای برنایی")

BRIDGES = GoldStatement(
    speaker="e1",
    source=span("مهرداد آبان‌نیا وزیر راه آلوانیا"),
    cue=span("گفت"),
    content=(span("پل‌های مرزی را می‌سازیم"),),
    kind="direct",
    acts=("promise",),
    addressee=("e2",),
)
RAILWAY = GoldStatement(
    speaker="e1",
    source=span("وی"),
    cue=span("افزود"),
    content=(span("راه‌آهن شمالی تا پاییز باز می‌شود"),),
    kind="direct",
    acts=("announce",),
)
TOLLS = GoldStatement(
    speaker="e2",
    source=Span(TEXT.rindex("تالوری"), TEXT.rindex("تالوری") + len("تالوری")),
    cue=span("خواستار"),
    content=(span("کاهش عوارض"),),
    kind="indirect",
    acts=("request",),
)
GOLD = GoldArticle(
    id="invented-1",
    text=TEXT,
    entities={"e1": MINISTER, "e2": GUEST},
    statements=(BRIDGES, RAILWAY, TOLLS),
    meetings=(GoldMeeting(type="in_person", participants=("e1", "e2"), trigger=span("دیدار کرد")),),
    boilerplate=(span("انتهای پیام"),),
)


def perfect() -> Found:
    """Return the record that says just what is annotated."""
    return Found(
        id=GOLD.id,
        entities=tuple(
            FoundEntity(
                id=id,
                name=entity.name,
                country=entity.country,
                roles=(FoundRole(entity.role),) if entity.role else (),
            )
            for id, entity in GOLD.entities.items()
        ),
        statements=tuple(found_statement(said) for said in GOLD.statements),
        meetings=(FoundMeeting(type="in_person", participants=("e1", "e2")),),
        boilerplate=GOLD.boilerplate,
    )


def found_statement(said: GoldStatement) -> FoundStatement:
    """Return the found statement that says just what is annotated."""
    return FoundStatement(
        content=said.content,
        kind=said.kind,
        acts=said.acts,
        speaker=said.speaker,
        source=said.source,
        cue=said.cue,
        addressees=said.addressee,
    )

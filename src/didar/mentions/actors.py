"""Find who can speak, be spoken to or meet at one place of a sentence: an ordered list of rules, the first answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from didar.mentions.found import Found
from didar.mentions.line import Line
from didar.mentions.noun_phrase import Phrase
from didar.mentions.people import full_name, office, quoted_name_and_office, rank_and_name
from didar.mentions.phrases import grow
from didar.mentions.vocabulary import Entry, small_words
from didar.persian.letters import fold
from didar.records import EntityType, MentionForm

Rule = Callable[[Line, int, int], "Found | None"]
_SIGNS = 1_000  # sets of signs that are remembered; the whole corpus has some 200

_TYPES: dict[str, EntityType] = {"role": "person", "group": "group", "document": "document"}


def pronoun(line: Line, at: int, floor: int) -> Found | None:
    """«وی», «او», «ایشان», «نامبرده»."""
    if (found := line.entry(at, "pronoun")) is None:
        return None
    many = "group" in found[0].flags
    return Found(at, found[1], "group" if many else "person", "pronoun", "pronoun", plural=many)


_QUANTIFIERS = 6  # words: «برخی دیگر از این دو»


def determined(line: Line, at: int, floor: int) -> Found | None:
    """«این مقام روس», «این خبرگزاری», «این بیانیه», «این کشور»."""
    if line.entry(at, "determiner") is None or (line.is_word(at - 1, "over") and line.is_word(at - 2, "before_this")):
        return None
    found = line.entry(at + 1, "role", "head", "organization", "media", "group", "document", "land")
    if found is None:
        return None
    phrase = grow(line, at + 1, found)
    return _nominal(at, phrase, "determined")


def _nominal(start: int, phrase: Phrase, rule: str) -> Found:
    kind: EntityType = "group" if phrase.plural else _TYPES.get(phrase.head.kind, "organization")
    return Found(
        start,
        phrase.end,
        kind,
        "nominal",
        rule,
        phrases=(phrase,),
        key=(phrase.start, phrase.end),
        plural=phrase.plural,
    )


def quantified(line: Line, at: int, floor: int) -> Found | None:
    """«یک مقام ارشد», «یکی از مهمانان», «برخی نمایندگان مجلس»."""
    end = at
    flags: frozenset[str] = frozenset()
    while end - at < _QUANTIFIERS and (found := line.entry(end, "quantifier")) is not None:
        flags |= found[0].flags
        end = found[1]
    if end == at:
        return None
    head = line.entry(end, "role", "head", "media", "group", "document")
    if head is None or ("all" in flags and not head[0].plural):
        return None
    phrase = grow(line, end, head)
    phrase.plural = "one" not in flags
    return _nominal(at, phrase, "quantified")


def organization(line: Line, at: int, floor: int) -> Found | None:
    """«خبرگزاری آسوشیتدپرس», «پنتاگون», «وزارت خارجه آمریکا»."""
    found = line.entry(at, "head", "organization", "media")
    collective = line.entry(at, "group")
    if found is None or (collective is not None and collective[1] > found[1]):
        return None
    phrase = Phrase(at, found[1], found[0]) if found[0].kind == "media" else grow(line, at, found)
    bare = phrase.end == phrase.head_end
    if bare and not _stands_alone(line, at, found[0], phrase.end):
        return None
    form: MentionForm = "nominal" if bare and found[0].kind == "head" else "name"
    return Found(at, phrase.end, "organization", form, found[0].kind, phrases=(phrase,), key=(at, phrase.end))


def _stands_alone(line: Line, at: int, entry: Entry, end: int) -> bool:
    if "weak" in entry.flags:
        return line.is_word(end, "speak") or (at == 0 and line.norm(end) == ":")
    if entry.kind != "head":
        return True
    return fold(entry.word) in small_words()["alone"]


def group(line: Line, at: int, floor: int) -> Found | None:
    """«شاهدان عینی», «مردم یمن», «رسانه‌های ترکیه»."""
    found = line.entry(at, "group")
    return None if found is None else _nominal(at, grow(line, at, found), "group")


def document(line: Line, at: int, floor: int) -> Found | None:
    """«بیانیه وزارت نیرو», «قانون اساسی عراق»."""
    found = line.entry(at, "document")
    if found is None or (line.is_word(at - 1, "to") and line.is_word(at, "reports")):
        return None
    phrase = grow(line, at, found)
    if phrase.end == phrase.head_end or phrase.parts[-1][0].kind == "media":
        return None  # of «گزارش رویترز» the agency is the one who speaks
    return _nominal(at, phrase, "document")


def state(line: Line, at: int, floor: int) -> Found | None:
    """«روسیه», «تهران» for the government there; a place after «در» or inside another noun phrase."""
    found = line.entry(at, "name", "capital")
    if found is None or "weak" in found[0].flags:
        return None
    placed = line.is_word(at - 1, "where") or not line.ends(at - 1)
    kind: EntityType = "place" if placed else "organization"
    return Found(at, found[1], kind, "name", found[0].kind, country=found[0].country, sector="GOV")


# Each rule with the signs of a word that it may begin with.
RULES: tuple[tuple[frozenset[str], Rule], ...] = (
    (frozenset({"determiner"}), determined),
    (frozenset({"quantifier"}), quantified),
    (frozenset({"pronoun"}), pronoun),
    (frozenset({"rank"}), rank_and_name),
    (frozenset({"mark"}), quoted_name_and_office),
    (frozenset({"name"}), full_name),
    (frozenset({"role"}), office),
    (frozenset({"head", "organization", "media"}), organization),
    (frozenset({"group"}), group),
    (frozenset({"document"}), document),
    (frozenset({"name", "capital"}), state),
)


@lru_cache(maxsize=_SIGNS)
def rules_for(signs: frozenset[str]) -> tuple[Rule, ...]:
    """Return the rules that may answer where a word with such signs stands."""
    return tuple(rule for wanted, rule in RULES if not wanted.isdisjoint(signs))

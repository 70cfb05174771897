"""Offices in English, composed from the lexicon: «رئیس ستاد کل نیروهای مسلح» and the like in, English words out."""

from __future__ import annotations

from functools import cache, lru_cache

from didar.persian.english_words import Unit, units_of
from didar.persian.lexicon.loader import load_table

_IN = "in"
_VETERAN = "Veteran"
_HEAD = "Head"
_COUNTED = ("First ", "Second ")
_PRESIDENT = "President"
_AFFAIRS = "Affairs"
_RANKED = ("Senior ", "High-ranking ")
_INTERIOR = "the Interior"
_UNIVERSITY = "University"
_STATE = "State"
_HOUSES = frozenset({"Company", "Club", "Palace", "Website", "Holding", "Group"})
_ORDINALS = frozenset({"First", "Second", "Third", "Senior", "senior", "special", "Special", "Coordinating"})
_BEFORE = frozenset({"former", "acting", "current", "new", "late", "senior", "proposed", "elect"})


class Segment:
    """A head with what stands before it in English, and whether «and» or a comma joins it to the one before."""

    __slots__ = ("before", "english", "joined", "kind")

    def __init__(self, kind: str, english: str, joined: str | None) -> None:
        self.kind, self.english, self.joined = kind, english, joined
        self.before: list[str] = []


@lru_cache(maxsize=2_000)
def english_of(title: str) -> str | None:
    """Return an office or organization in English, None where the lexicon lacks one of its words.

    >>> english_of("رئیس ستاد کل نیروهای مسلح")
    'Chief of the General Staff of the Armed Forces'
    """
    units = units_of(title)
    if not units:
        return None
    segments = _without_seat(_segments(units))
    return _capital(_render(segments)) if segments else None


def _without_seat(segments: list[Segment]) -> list[Segment]:
    """Drop «در مجلس» after a Member of Parliament."""
    if segments and _links().get(segments[0].english) == "none":
        return [one for one in segments if one.joined != _IN or one.kind == "country"]
    return segments


def _segments(units: list[Unit]) -> list[Segment]:
    """Hang adjectives and modifiers on their heads: in Persian they stand after, in English before."""
    segments: list[Segment] = []
    joined: str | None = None
    before: list[str] = []
    for unit in units:
        if unit.kind == "before":
            before.append(unit.english)
        elif unit.kind in ("and", "comma"):
            joined = " and " if unit.kind == "and" else ", "
        elif unit.kind == "number" and segments:
            segments[-1].english += f" {unit.english}"
        elif unit.kind == "linker":
            joined = f" {unit.english} "
        elif segments and segments[-1].kind == "rank" and unit.kind in ("noun", "rank") and joined is None:
            segments[-1].english += " " + unit.english
        elif _is_adjective(unit, segments):
            _hang(_bearer(unit, segments, joined), unit, joined)
            joined = None
        elif unit.kind in ("in", "skip"):
            joined = _IN if unit.kind == "in" else joined
        elif unit.english == _INTERIOR and segments and segments[-1].english not in ("Minister", "Ministry"):
            continue  # «کشور» after anything but a ministry means no more than "of this country"
        else:
            segments.append(Segment(unit.kind, unit.english, joined))
            segments[-1].before, before, joined = before, [], None
    return segments


def _is_adjective(unit: Unit, segments: list[Segment]) -> bool:
    if not segments:
        return False
    veteran = unit.english == _VETERAN and segments[-1].kind == "role"
    return unit.kind in ("adjective", "demonym", "modifier") or veteran


def _bearer(unit: Unit, segments: list[Segment], joined: str | None) -> Segment:
    """Return whose adjective it is: who is new or former is the office («وزیر انرژی جدید»), else the last noun.

    A second field of a deputy has a noun of its own: «معاون برنامه‌ریزی و اداری» is for Planning and
    Administrative Affairs.
    """
    last = segments[-1]
    if unit.kind == "modifier" and unit.english in _states() and segments[0].kind in ("role", "deputy"):
        return segments[0]
    field = last.kind == "noun" and not last.before and not last.english.endswith(f" {_AFFAIRS}")
    if joined is not None and field and segments[0].kind == "deputy":
        segments.append(Segment("noun", _AFFAIRS, joined))
        return segments[-1]
    return last


def _hang(segment: Segment, unit: Unit, joined: str | None) -> None:
    if not unit.english:
        return
    if joined is not None and segment.english.endswith(f" {_AFFAIRS}"):
        segment.english = f"{segment.english.removesuffix(_AFFAIRS).strip()}{joined}{unit.english} {_AFFAIRS}"
    elif joined is not None and segment.before:
        segment.before[-1] += joined + unit.english
    elif unit.kind == "modifier" or unit.kind == "demonym":
        segment.before.insert(0, unit.english)
    else:
        segment.before.append(unit.english)


def _render(segments: list[Segment]) -> str:
    first, rest = segments[0], segments[1:]
    if first.kind == "deputy":
        return _render_deputy(first, rest)
    if first.kind == "head" and rest and _says_it_all(first, rest[0]):
        return _render(rest)
    domains, rest = _domains(rest)
    head = _chair(first, [*domains, *rest])
    if head == _UNIVERSITY and _STATE in first.before and rest and rest[0].kind in ("place", "country"):
        return _with_rest(f"{_phrase(rest[0])} {_STATE} {head}", rest[0], rest[1:])
    if head == _UNIVERSITY and domains and rest and rest[0].kind == "place" and rest[0].joined is None:
        return _with_rest(f"{_phrase(rest[0])} {_with_domains(first, head, domains)}", rest[0], rest[1:])
    return _with_rest(_with_domains(first, head, domains), first, rest)


def _says_it_all(head: Segment, body: Segment) -> bool:
    """Tell whether a name needs no head word in English: «خبرگزاری رویترز» is Reuters, «شرکت شل» Shell."""
    if body.joined is not None:
        return False
    return body.kind == "media" or (body.kind == "organization" and head.english in _HOUSES)


def _chair(first: Segment, rest: list[Segment]) -> str:
    """Name the head of what comes next: Speaker of the Parliament, Chairman of the Council, President of Iraq."""
    order, head = next(
        ((word, first.english[len(word) :]) for word in _COUNTED if first.english.startswith(word)), ("", first.english)
    )
    if head not in _chairs() or not rest:
        return first.english
    if rest[0].kind == "country" and head == _HEAD:
        return _PRESIDENT
    body, titles = rest[0].english, _chairs()[head]
    own = titles.get(body)
    found = own or next((title for kind, title in titles.items() if _is_a(body.removeprefix("the "), kind)), head)
    return order + found


def _is_a(body: str, kind: str) -> bool:
    """Tell whether an English name says what sort of body it is: at its end or before «of»."""
    return body.endswith(kind) or f"{kind} of" in body


def _domains(segments: list[Segment]) -> tuple[list[Segment], list[Segment]]:
    size = 0
    while size < len(segments) and segments[size].kind in ("noun", "rank") and segments[size].joined != _IN:
        size += 1
    return segments[:size], segments[size:]


def _phrase(segment: Segment) -> str:
    english = segment.english
    if not segment.before:
        return english
    article, bare = ("the ", english[4:]) if english.startswith("the ") else ("", english)
    return article + " ".join([*segment.before, bare])


def _joined(segments: list[Segment]) -> str:
    text = ""
    for segment in segments:
        gap = segment.joined if segment.joined in (" and ", ", ") else " of "
        text += (gap if text else "") + _phrase(segment)
    return text


def _compound(domains: list[Segment]) -> str:
    """Put fields of work before their head, the last first: «تحقیقات مسکن» is Housing Research."""
    groups: list[list[Segment]] = []
    counted = [word for segment in domains for word in segment.before if word[:1].isdigit()]
    for segment in domains:
        segment.before = [word for word in segment.before if word not in counted]
        if groups and segment.joined in (" and ", ", "):
            groups[-1].append(segment)
        elif groups and _is_guess(segment) and _is_guess(groups[-1][-1]):
            groups[-1][-1].english += f" {segment.english}"  # a name of two words keeps its order
        else:
            groups.append([segment])
    return " ".join([*counted, *(_joined(group).removeprefix("the ") for group in reversed(groups))])


def _is_guess(segment: Segment) -> bool:
    """Tell whether a word is a name in quotation marks that no list has."""
    return segment.english.startswith("“")


def _with_domains(first: Segment, head: str, domains: list[Segment]) -> str:
    if head.startswith("the ") and first.before:
        return _with_domains(first, head[4:], domains)
    rank = next((rank for rank in _RANKED if head.startswith(rank)), "")
    titled = rank + " ".join([*first.before, head.removeprefix(rank)])
    if not domains:
        return titled
    link = _links().get(head, "front" if first.kind == "head" else "of")
    text = _joined(domains)
    text = f"the {text}" if text[:1].isdigit() else text  # «the 11th Exhibition»
    if domains[0].joined in (" and ", ", "):
        return titled + domains[0].joined + text
    if link == "front" or domains[0].kind == "rank":
        return " ".join([*first.before, _compound(domains), head])
    return f"{titled} {text}" if link == "none" else f"{titled} {link} {text}"


def _with_rest(text: str, first: Segment, rest: list[Segment]) -> str:
    """Add what follows: the organization, the state, the place it is sent to."""
    if not rest:
        return text
    nearest = rest[0]
    if nearest.joined == _IN and nearest.english == _AFFAIRS and len(rest) > 1:
        return f"{text} for {_render(rest[1:]).removeprefix('the ')} {_AFFAIRS}"
    if nearest.joined == _IN and nearest.kind == "noun":
        gap = " for "
    elif nearest.joined == _IN:
        gap = " to " if nearest.kind in ("country", "organization") else " in "
    elif nearest.joined is not None:
        gap = nearest.joined
    elif first.kind == "head" and nearest.kind == "place" and _links().get(first.english) == "front":
        return _with_rest(f"{_phrase(nearest)} {text}", nearest, rest[1:])
    else:
        gap = " " if _links().get(first.english) == "none" else " of "
    second = nearest.joined == " and " and nearest.kind == "role"
    return text + gap + (_render(rest) if second else _article(rest))


def _article(segments: list[Segment]) -> str:
    text = _render(segments)
    if text[:1].isdigit():
        return "the " + text
    bare = segments[0].kind not in ("head", "role", "deputy", "group", "document") or (
        len(segments) > 1 and _says_it_all(segments[0], segments[1])
    )
    if bare or text.startswith("the ") or (segments[0].kind == "head" and _proper(segments[0].english, text)):
        return text
    return "the " + text


def _proper(head: str, text: str) -> bool:
    """Tell whether an organization's English name goes without an article: Zanjan Province, Tehran University of ..."""
    return (
        (head in ("Province", "County") and text != head)
        or head[-1].isdigit()
        or (head == _UNIVERSITY and not text.startswith(_UNIVERSITY))
    )


def _render_deputy(first: Segment, rest: list[Segment]) -> str:
    """«معاون سیاسی وزیر کشور»: Deputy Minister of the Interior for Political Affairs."""
    domains, rest = _domains(rest)
    ordinals = [word for word in first.before if word in _ORDINALS]
    fields = [word for word in first.before if word not in _ORDINALS and word not in _states()]
    former = [word for word in first.before if word in _states()]
    field = _field(fields, domains)
    title = " ".join([*former, *ordinals, first.english])
    if not rest:
        return title + (f" for {field}" if field else "")
    if rest[0].kind in ("role", "deputy") and rest[0].joined == " and ":  # two offices of one person
        return f"{title} for {field} and {_render(rest)}" if field else f"{title} and {_render(rest)}"
    if rest[0].kind in ("role", "deputy"):
        text = f"{title} {_render(rest).removeprefix('the ')}"
        text = text.replace("Deputy President", "Vice President", 1)
        return text + (f" for {field}" if field else "")
    alone = f"{title} Head" if title.endswith("Deputy") else title
    head = f"{title} for {field}" if field else alone
    return _with_rest(head, first, rest)


def _field(fields: list[str], domains: list[Segment]) -> str:
    named = _joined(domains)
    adjectives = " ".join(fields)
    if adjectives and named and domains[0].joined in (" and ", ", "):  # «معاون فرهنگی و ورزش همگانی»
        own = adjectives if named.endswith(_AFFAIRS) else f"{adjectives} {_AFFAIRS}"
        return own + domains[0].joined + named
    if named:
        return f"{adjectives} {named}".strip()
    return f"{adjectives} {_AFFAIRS}" if adjectives else ""


def _capital(text: str) -> str:
    text = text.removeprefix("the ")
    return text[:1].upper() + text[1:]


@cache
def _states() -> frozenset[str]:
    """Return the words that say how somebody holds an office: former, acting, Iraqi, ..."""
    words = {row["english"] for row in load_table("office_modifiers.tsv") if row["kind"] in _BEFORE}
    return frozenset(words | {row["english"] for row in load_table("countries.names.tsv", 2)})


@cache
def _chairs() -> dict[str, dict[str, str]]:
    """Return what the head, vice head or acting head of each body is called."""
    chairs: dict[str, dict[str, str]] = {}
    for row in load_table("english_chairs.names.tsv", 2):
        chairs.setdefault(row["head"], {})[row["organization"]] = row["title"]
    return chairs


@cache
def _links() -> dict[str, str]:
    return {row["head"]: row["link"] for row in load_table("english_links.names.tsv")}

"""Find surnames that stand alone: those of people named in full in the same text, and those that speak."""

from __future__ import annotations

from collections.abc import Iterable

from didar.mentions.found import Found
from didar.mentions.line import Line
from didar.mentions.name_words import OPENS_NAME, has_noun_tail, is_given, is_surname, looks_like_surname
from didar.mentions.names import joined_surname, whole_surname
from didar.mentions.vocabulary import common_words, surnames

_NAME_SHARE = 0.2  # «اسلام» is a surname in one of eight places: alone it is none unless it acts
_TOLD = frozenset({":", "،", ""})
_EARLY = 25  # so far into a sentence «به گزارش ...،» may come before the subject
Known = dict[str, tuple[str, ...]]


def introduced(lines: list[Line], found: list[list[Found]]) -> Known:
    """Return the surnames of people named in the text, by their first word."""
    known: Known = {}
    for line, here in zip(lines, found, strict=True):
        for one in here:
            if one.name is not None and one.type == "person" and not any(map(line.ends, range(*one.name))):
                for surname in _surnames(line.norms[one.name[0] : one.name[1]]):
                    known.setdefault(surname[0], surname)
    return known


def _surnames(norms: list[str]) -> Iterable[tuple[str, ...]]:
    at = 0
    while at < len(norms) - 1 and is_given(norms[at]):
        at += 1
    yield tuple(norms[at:])
    yield (norms[-1],)


def find_surnames(line: Line, here: list[Found], known: Known) -> list[Found]:
    """Return the surnames that stand alone outside what was found already."""
    places = _places(line, known)
    if not places:
        return []
    taken = [False] * (line.size + 1)
    for other in here:
        taken[other.start : other.end] = [True] * (other.end - other.start)
    found: list[Found] = []
    floor = 0
    for at in places:
        if at >= floor and not taken[at] and (one := _surname_at(line, at, known)) is not None:
            found.append(one)
            floor = one.end
    return found


def _places(line: Line, known: Known) -> list[int]:
    """Return the places where a surname may begin at all."""
    starts = [at for at in line.clause_starts() if OPENS_NAME[line.norms[at]]]
    if known.keys().isdisjoint(line.norms):
        return starts
    return sorted({*starts, *(at for at, norm in enumerate(line.norms) if norm in known)})


def _surname_at(line: Line, at: int, known: Known) -> Found | None:
    norm = line.norms[at]
    surname = known.get(norm)
    if surname is not None:
        size = len(surname) if tuple(line.norms[at : at + len(surname)]) == surname else 1
        if _is_name_word(norm) or _acts(line, at, at + size):
            return _person(at, whole_surname(line, at + size), "surname introduced")
    known_word = bool(line.found[at]) and not joined_surname(line, at)
    if not line.clause_start(at) or known_word or not norm[:1].isalpha() or len(norm) == 1:
        return None
    return _unlisted_at(line, at, norm)


def _unlisted_at(line: Line, at: int, norm: str) -> Found | None:
    """Return a name that the text introduces nowhere: a surname where a clause begins, a rare word that speaks."""
    named = not is_given(norm) and (is_surname(norm) or (not line.ends(at) and looks_like_surname(norm)))
    if line.opens(at) and joined_surname(line, at):
        end = whole_surname(line, at + 2)
        return _person(at, end, "surname acts") if _acts(line, at, end) else None
    end = whole_surname(line, at + 1)
    if named and end > at + 1 and line.opens(at) and _acts(line, at, end):
        return _person(at, end, "surname acts")
    listed = line.is_word(at + 1, "and") or not is_surname(norm)  # «مرجان‌ها، ماهیان و ...» are no people
    if named and (_speaks(line, at + 1) or (line.opens(at) and not listed and _acts(line, at, at + 1))):
        return _person(at, at + 1, "surname acts")
    relayed = line.is_word(0, "to") and line.norm(at - 1) == "،" and at < _EARLY
    if (at > 0 and not relayed) or norm[:1] < "\u0600" or not line.rare(at) or has_noun_tail(line.tokens[at].text):
        return None
    if is_surname(line.norm(at + 1)) and (_speaks(line, at + 2) or line.norm(at + 2) in _TOLD):
        return _person(at, at + 2, "unlisted name acts")
    end = at + 2 if _may_end_name(line, at + 1) and _speaks(line, at + 2) else at + 1
    return _person(at, end, "unlisted name speaks") if _speaks(line, end) or line.norm(end) == ":" else None


def _may_end_name(line: Line, at: int) -> bool:
    norm = line.norm(at)
    return norm in surnames() or (norm not in common_words() and not line.ends(at) and not line.found[at])


def _speaks(line: Line, at: int) -> bool:
    """Tell whether a clause of speech goes on here: «گفت», «با بیان», «در گفت‌وگو», «امروز در ...»."""
    for _ in range(2):
        at += line.stop(at) in ("time", "conj")
    return line.is_word(at, "speak") or (line.is_word(at, "turns") and line.stop(at + 1) in ("cue", "verb"))


def _is_name_word(norm: str) -> bool:
    return norm not in common_words() or is_given(norm) or surnames().get(norm, 0) >= _NAME_SHARE * common_words()[norm]


def _acts(line: Line, at: int, end: int) -> bool:
    """Tell whether what stands at [at, end) is the subject of its clause, as far as the next word tells."""
    return line.clause_start(at) and (line.stop(end) in ("prep", "conj", "cue", "time") or line.norm(end) in ":،")


def _person(start: int, end: int, rule: str) -> Found:
    return Found(start, end, "person", "name", rule, name=(start, end))

"""Find surnames that stand alone: those of people named in full in the same text, and those that speak."""

from __future__ import annotations

from collections.abc import Iterable

from didar.mentions.found import Found
from didar.mentions.line import Line
from didar.mentions.names import is_given, is_surname, looks_like_surname
from didar.mentions.vocabulary import common_words

Known = dict[str, tuple[str, ...]]


def introduced(lines: list[Line], found: list[list[Found]]) -> Known:
    """Return the surnames of people named in the text, by their first word."""
    known: Known = {}
    for line, here in zip(lines, found, strict=True):
        for one in here:
            if one.name is not None and one.type == "person":
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
    taken = [False] * (line.size + 1)
    for other in here:
        taken[other.start : other.end] = [True] * (other.end - other.start)
    found: list[Found] = []
    at = 0
    while at < line.size:
        one = None if taken[at] else _surname_at(line, at, known)
        if one is not None:
            found.append(one)
        at = one.end if one else at + 1
    return found


def _surname_at(line: Line, at: int, known: Known) -> Found | None:
    norm = line.norms[at]
    surname = known.get(norm)
    if surname is not None and tuple(line.norms[at : at + len(surname)]) == surname:
        if _is_name_word(norm) or _acts(line, at, at + len(surname)):
            return _person(at, at + len(surname), "surname introduced")
    if surname is not None and (_is_name_word(norm) or _acts(line, at, at + 1)):
        return _person(at, at + 1, "surname introduced")
    if not line.clause_start(at) or line.found[at] or not norm[:1].isalpha():
        return None
    if is_surname(norm) and not is_given(norm) and _acts(line, at, at + 1):
        return _person(at, at + 1, "surname acts")
    rare = norm not in common_words() and not line.ends(at)
    if rare and looks_like_surname(norm) and _acts(line, at, at + 1):
        return _person(at, at + 1, "surname acts")
    speaks = line.is_word(at + 1, "speak") or (at == 0 and line.norm(at + 1) == ":")
    return _person(at, at + 1, "unlisted name speaks") if rare and speaks else None


def _is_name_word(norm: str) -> bool:
    return norm not in common_words() or is_surname(norm)


def _acts(line: Line, at: int, end: int) -> bool:
    """Tell whether what stands at [at, end) is the subject of its clause, as far as the next word tells."""
    return line.clause_start(at) and (line.stop(end) in ("prep", "conj", "cue", "time") or line.norm(end) in ":،")


def _person(start: int, end: int, rule: str) -> Found:
    return Found(start, end, "person", "name", rule, name=(start, end))

"""Read a person's name: where it ends, from name lists counted in the corpus and from the words around it."""

from __future__ import annotations

from didar.mentions.line import Line
from didar.mentions.name_words import (
    NISBA,
    chiefly_surname,
    given_beginnings,
    has_noun_tail,
    is_everyday,
    is_given,
    is_surname,
    looks_like_surname,
    may_be_given,
    of_a_place,
    particles,
)
from didar.mentions.vocabulary import common_words, given_names, name_parts, small_words, surnames
from didar.persian.verbs import analyse

_LONGEST = 6
_ARTICLE = "\u0627\u0644"  # alef, lam
_UNLISTED = 3  # words of a name of which no list has one: «خانم اودت ملانو»


def _lexical(line: Line, at: int) -> bool:
    """Tell whether the lexicon knows the word as something else than a name."""
    return bool(line.found[at])


def name_part(line: Line, at: int, trusted: bool, after_given: bool = False) -> bool:
    """Tell whether the word at a place may go on a name; `trusted` after a rank or inside quotation marks."""
    if at >= line.size:
        return False
    norm = line.norms[at]
    if not norm[:1].isalpha():
        return False
    if is_given(norm) or is_surname(norm):
        return not _office_here(line, at)
    closes = after_given and (line.ends(at + 1) or line.entry(at + 1, "role") is not None)
    if after_given and norm in surnames() and (closes or not _lexical(line, at)):
        return True
    if after_given and line.stop(at) == "verb" and norm in name_parts() and line.stop(at + 1) in ("cue", "mark"):
        return True  # «شایسته», «راضی»
    if line.ends(at) or _lexical(line, at):
        return closes and _weak_office(line, at)
    if closes and line.noun(at):
        return True
    if norm not in common_words():
        return trusted or (line.inside(at) and not has_noun_tail(line.tokens[at].text))
    if not trusted:
        return False
    alone = line.ends(at + 1) or line.entry(at + 1, "role") is not None
    return norm in surnames() or may_be_given(norm) or (alone and norm in name_parts())


def _weak_office(line: Line, at: int) -> bool:
    """Tell whether the word is an occupation, people or city that is a surname as well: «خسرو دانشجو», «حمید نجف»."""
    if line.entry(at, "place", "demonym") is not None:
        return True
    found = line.entry(at, "role")
    return found is not None and found[1] == at + 1 and bool(found[0].flags & {"weak", "generic", "abstract"})


def _office_here(line: Line, at: int) -> bool:
    """Tell whether an office begins here though the word is a name too («روحانی» after «حسن» is a name)."""
    found = line.entry(at, "role", "head", "rank")
    return found is not None and found[1] > at + 1


def read_name(line: Line, at: int, trusted: bool = False) -> int | None:
    """Return the place after the name that begins at `at`, None where no name begins.

    Without trust a name begins with a given name, and has a surname or an unknown word after it.
    """
    if f"{line.norm(at)} {line.norm(at + 1)}" in small_words()["no_names"]:
        return None  # «علی رغم», «حسن نیت»
    end = at
    while particles().get(line.norm(end)) == "before" and end + 1 < line.size:
        end += 1
    given_end = end
    while given_end - at < _LONGEST and (words := _given_words(line, given_end)):
        given_end = _after_particles(line, given_end + words, "after")
    if given_end == end and may_be_given(line.norm(end)) and _surname_follows(line, end + 1):
        given_end = end + 1
    if (
        not trusted
        and given_end == at + 1 < line.size
        and is_everyday(line.norms[at])
        and not _sure_name(line, given_end)
    ):
        return None
    if given_end == end and not (trusted and name_part(line, end, trusted)):
        return None
    return _surname_end(line, at, given_end, trusted)


def _sure_name(line: Line, at: int) -> bool:
    """Tell whether a word behind a name that is an everyday word too is a name: «جان کری», not «جان انسان‌ها»."""
    norm = line.norms[at]
    if norm in common_words():
        return is_given(norm) or chiefly_surname(norm)
    form = analyse(norm)
    is_verb = form is not None and form.tense == "infinitive"
    return not line.found[at] and not is_verb and not has_noun_tail(line.tokens[at].text)


def _surname_end(line: Line, at: int, end: int, trusted: bool) -> int | None:
    if (end > at or trusted) and joined_surname(line, end):
        return whole_surname(line, end + 2)
    first = end = _after_particles(line, end, "inside")
    if particles().get(line.norm(end)) == "before" and end > at and looks_like_surname(line.norm(end + 1)):
        end += 1  # «عباس شاه نعمتی»
    while end - at < _LONGEST and (
        name_part(line, end, trusted, end == first > at) or (end > first and _surname_before_office(line, end))
    ):
        unlisted = trusted and end - at < _UNLISTED and all(map(line.rare, range(at, end + 1)))
        if end > first and not (unlisted or looks_like_surname(line.norms[end]) or _second_surname(line, end)):
            break
        end = _after_particles(line, end + 1, "after")
        joint = _after_particles(line, end, "inside")
        end = joint if joint > end and name_part(line, joint, True) else end
    full = end
    while end > at and particles().get(line.norms[end - 1]) == "inside":
        end -= 1
    if end - at == 1 and full == end + 1 and line.ends(full) and not line.found[end]:
        end = full  # «شارلوت بنت»: a surname, when nothing comes after it
    enough = end > at and (end - at >= 2 or trusted or is_surname(line.norm(at)))
    return end if enough else None


def _given_words(line: Line, at: int) -> int:
    """Count the words of the given name at a place: 2 for «روح الله» with a lost half-space, 0 for none."""
    if is_given(line.norm(at)):
        return 1
    if at + 1 >= line.size or line.norms[at] not in given_beginnings():
        return 0
    return 2 if line.norms[at] + line.norms[at + 1] in given_names() else 0


def _surname_follows(line: Line, at: int) -> bool:
    return looks_like_surname(line.norm(at)) or (at < line.size and _second_surname(line, at))


def _second_surname(line: Line, at: int) -> bool:
    """Tell whether an unlisted word closes a surname of two words, as names of origin do: «احمدی لاشکی»."""
    if line.rare(at) and line.norms[at].startswith(_ARTICLE):
        return True  # «علی بن فضل البوعینین»
    if _surname_before_office(line, at):
        return True
    closes = line.ends(at + 1) or line.entry(at + 1, "role") is not None
    return closes and line.norms[at].endswith(NISBA) and (line.rare(at) or of_a_place(line.norms[at]))


def _surname_before_office(line: Line, at: int) -> bool:
    """Tell whether a word that may be part of a name stands right before an office: «جعفری جلوه معاون ...»."""
    if at >= line.size or line.found[at] or not line.noun(at):
        return False
    behind = at + 1 + (line.norm(at + 1) == "،")
    return line.entry(behind, "role") is not None and line.norms[at] in name_parts()


def joined_surname(line: Line, at: int) -> bool:
    """Tell whether two words are a surname with a lost half-space: «حق شناس»."""
    parted = at + 1 < line.size and not line.ends(at) and not line.ends(at + 1)
    return parted and is_surname(line.norms[at] + line.norms[at + 1])


def whole_surname(line: Line, end: int) -> int:
    """Take the second word of a surname in: «سلطانی فر», «فلاح جوشقانی», «رحمانی فضلی»."""
    if end >= line.size or line.found[end] or not line.noun(end) or not line.ends(end + 1):
        return end + 1 if particles().get(line.norm(end)) == "after" and line.ends(end + 1) else end
    norm = line.norms[end]
    origin = norm.endswith(NISBA) and (line.rare(end) or of_a_place(norm))
    known = is_surname(norm) or origin or particles().get(norm) == "after"
    return end + 1 if known or line.stop(end + 1) == "cue" else end


def _no_particle(line: Line, at: int) -> bool:
    """Tell whether «در» is the preposition: in a name it stands behind «فون» alone."""
    return line.stop(at) == "prep" and not line.is_word(at - 1, "before_der")


def _after_particles(line: Line, at: int, place: str) -> int:
    while at < line.size and particles().get(line.norms[at]) == place:
        if place == "inside" and (at + 1 >= line.size or _no_particle(line, at)):
            break
        at += 1
    return at

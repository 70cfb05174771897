"""Rules that find people: rank and name, quoted name and office, full name, office with or without a name."""

from __future__ import annotations

from didar.mentions.found import Found
from didar.mentions.line import Line
from didar.mentions.name_words import CLOSING, chiefly_surname, is_surname, looks_like_surname, particles
from didar.mentions.names import joined_surname, name_part, read_name
from didar.mentions.noun_phrase import Phrase
from didar.mentions.phrases import grow
from didar.mentions.vocabulary import given_names, small_words, surnames
from didar.records import MentionForm

_DASHES = frozenset("،-–")
_WELL_KNOWN = 5
_CROWNS = frozenset({"top", "weak"})  # «امیر», «ملکه»: names too, believed only with a state


def rank_and_name(line: Line, at: int, floor: int) -> Found | None:
    """«سرلشکر باقری», «حجت‌الاسلام سید محسن محمودی», with the office after it."""
    end = at
    first = line.entry(at, "rank")
    compound = first is not None and first[1] == at + 1 and line.norms[at] + line.norm(at + 1) in given_names()
    if names_thing(line, at) or compound:
        return None  # «امیر حسین» is a given name
    if first is not None and f"{line.norms[at]} {line.norm(at + 1)}" in small_words()["names_like_ranks"]:
        return with_office(line, Found(at, at + 2, "person", "name", "full name", name=(at, at + 2)))
    if first is not None and first[1] == at + 1 and joined_surname(line, at):
        return None  # «شیخ الاسلام» is a surname, «حجت الاسلام» is not
    while (found := line.entry(end, "rank")) is not None and (end == at or end - at < 8):
        end = found[1]
    if end == at:
        return None
    weak = line.entry(at, "rank")
    if line.is_word(end, "given_joints") and (whole := read_name(line, end + 1, trusted=True)) is not None:
        return with_office(line, Found(at, whole, "person", "name", "rank and name", name=(end, whole), rank=(at, end)))
    opened = line.norm(end) in CLOSING and line.norm(end) != "("
    trusted = weak is not None and "weak" not in weak[0].flags
    name_end = _inside_quotes(line, end) if opened and trusted else read_name(line, end + opened, trusted=trusted)
    if name_end is None:
        return None
    name = (end + opened, name_end)
    closed = name_end + (opened and line.norm(name_end) in CLOSING.values())
    return with_office(line, Found(at, closed, "person", "name", "rank and name", name=name, rank=(at, end)))


def names_thing(line: Line, at: int) -> bool:
    """Tell whether a street, a hospital or the like has its name here: «خیابان شهید ...»."""
    while at > 0 and any(entry.kind == "rank" for entry, _ in line.found[at - 1]):
        at -= 1
    return line.is_word(at - 1, "named_things")


def _inside_quotes(line: Line, at: int) -> int | None:
    """Return the place of the closing mark when a short row of words stands in quotation marks at `at`."""
    for end in range(at + 2, min(at + 7, line.size)):
        if line.norms[end] == CLOSING[line.norms[at]]:
            return end
    return None


def quoted_name_and_office(line: Line, at: int, floor: int) -> Found | None:
    """«آنخل آسبس» وزیر کشور: a name in quotation marks before an office."""
    mark = line.norm(at)
    if mark not in CLOSING or mark == "(":
        return None
    for end in range(at + 2, min(at + 7, line.size)):
        if line.norms[end] == CLOSING[mark]:
            person = Found(at, end + 1, "person", "name", "quoted name and office", name=(at + 1, end))
            with_role = with_office(line, person)
            if not _quotes_name(line, at + 1, end):
                return None
            return with_role if with_role.phrases else _one_of_many(line, person)
        if line.ends(end):
            return None
    return None


def _one_of_many(line: Line, person: Found) -> Found | None:
    """«یین لانگ» (Yin Long)، از پژوهشگران این مطالعه: behind the name, those to whom somebody belongs."""
    at = _behind_latin(line, person.end)
    at += line.norm(at) in _DASHES
    at += line.is_word(at, "one_of")
    found = line.entry(at + 1, "role") if line.is_word(at, "of_many") else None
    if found is None or not found[0].plural:
        return None
    return person.moved(person.start, grow(line, at + 1, found).end)


def _quotes_name(line: Line, start: int, end: int) -> bool:
    """Tell whether words in quotation marks are a name: parts of names, or short unlisted words («شی جین پینگ»)."""
    parts = range(start, end)
    if all(name_part(line, at, True) or particles().get(line.norms[at]) == "inside" for at in parts):
        return True
    return any(map(line.rare, parts)) and not any(line.found[at] for at in parts)


def with_office(line: Line, person: Found) -> Found:
    """Add the offices after a name: «الکساندر نواک، وزیر انرژی روسیه», «..., رئیس کمیسیون و نماینده مردم یزد»."""
    at = _behind_latin(line, person.end)
    in_brackets = line.norm(at) == "("
    phrase = _apposition(line, at + (in_brackets or line.norm(at) in _DASHES))
    if phrase is None or (in_brackets and line.norm(phrase.end) != ")"):
        return person
    if in_brackets:
        return person.moved(person.start, phrase.end + 1, phrases=(*person.phrases, phrase))
    second = _second_office(line, phrase)
    phrases = (phrase,) if second is None else (phrase, second)
    return person.moved(person.start, phrases[-1].end, phrases=person.phrases + phrases)


def _behind_latin(line: Line, at: int) -> int:
    """Skip a name's Latin spelling in brackets: «یین لانگ (Yin Long)، نویسنده ...»."""
    end = at + 1
    while line.norm(end)[:1].isascii() and line.norm(end)[:1].isalpha():
        end += 1
    return end + 1 if end > at + 1 and line.norm(at) == "(" and line.norm(end) == ")" else at


def _second_office(line: Line, first: Phrase) -> Phrase | None:
    """Return the office joined to a person's first by «و» (or a comma before the verb), if it is no other person's."""
    joined = line.is_word(first.end, "and")
    if not joined and line.norm(first.end) != "،":
        return None
    second = _apposition(line, first.end + 1)
    if second is None or second.end == second.head_end or second.country not in (None, first.country):
        return None
    ends = ("mark", "conj", "cue", "prep", "time") if joined else ("cue",)
    return second if line.stop(second.end) in ends else None


def _apposition(line: Line, at: int) -> Phrase | None:
    found = line.entry(at, "role")
    if found is None or found[0].plural:
        return None
    phrase = grow(line, at, found)
    if phrase.end == phrase.head_end and found[0].flags & {"weak", "deputy"}:
        return None
    return phrase


def office(line: Line, at: int, floor: int) -> Found | None:
    """«وزیر دفاع عراق», with the name before or after it."""
    found = line.entry(at, "role")
    if found is None or (found[1] == at + 1 and joined_surname(line, at)):
        return None  # «قاضی زاده» is a surname
    phrase = grow(line, at, found)
    if found[0].flags >= _CROWNS and not _of_a_state(phrase):
        return None
    key = (at, phrase.end)
    if phrase.plural:
        return Found(*key, "group", "nominal", "office", phrases=(phrase,), key=key, plural=True)
    form: MentionForm = "nominal" if "generic" in found[0].flags else "role"
    role = Found(*key, "person", form, "office", phrases=(phrase,), key=key)
    if "abstract" not in found[0].flags:
        named = _name_after(line, role, phrase, floor) or _name_before(line, role, floor)
        if named is not None:
            return named
    bare = phrase.end == phrase.head_end and not (line.opens(at) and line.stop(phrase.end) == "cue")
    return None if "weak" in found[0].flags and bare else role


def _of_a_state(phrase: Phrase) -> bool:
    return phrase.country is not None or any(entry.kind == "land" for entry, _, _ in phrase.parts)


def _name_after(line: Line, role: Found, phrase: Phrase, floor: int) -> Found | None:
    comma = line.norm(role.end) == "،"
    if comma and (floor == role.start > 0 or phrase.head.sector == "JRN"):
        return None
    start = role.end + comma
    opened = line.norm(start) in CLOSING and line.norm(start) != "("
    rank_start = start + opened
    rank_end = rank_start
    while (rank := line.entry(rank_end, "rank")) is not None:
        rank_end = rank[1]
    # «بازیگر «...»» is followed by a film more often than by a name.
    trusted = (rank_end > rank_start or (opened and phrase.head.sector != "CVL")) and not comma
    end = read_name(line, rank_end, trusted=trusted)
    if end is None and phrase.closed and not comma:
        end = _unlisted(line, rank_end)
    if end is None and not comma and _known_surname(line, rank_end, phrase):
        end = rank_end + 1
    if end is None or (comma and not line.ends(end)):
        return None
    closed = end + (opened and line.norm(end) in CLOSING.values())
    rank_span = (rank_start, rank_end) if rank_end > rank_start else None
    return role.moved(role.start, closed, form="name", rule="office and name", name=(rank_end, end), rank=rank_span)


def _known_surname(line: Line, at: int, phrase: Phrase) -> bool:
    """Tell whether a surname alone follows an office («رئیس‌جمهور ترامپ»); a closed office wants a well-known one."""
    norm = line.norm(at)
    if not is_surname(norm) or not name_part(line, at, True):
        return False
    if "generic" in phrase.head.flags:
        return chiefly_surname(norm)
    return not phrase.closed or (line.ends(at + 1) and surnames().get(norm, 0) >= _WELL_KNOWN)


def _unlisted(line: Line, at: int) -> int | None:
    """Return the end of two or three rare words that close the clause after an office: an unlisted name."""
    end = at
    while end - at < 3 and name_part(line, end, False):
        end += 1
    return end if end - at >= 2 and line.ends(end) and not line.is_word(end, "and") else None


def _name_before(line: Line, role: Found, floor: int) -> Found | None:
    """An unlisted name before its office: only rare words between the clause's start and «وزیر راه ...»."""
    end = role.start - (line.norm(role.start - 1) in _DASHES)
    start = end
    while start > floor and end - start < 4 and name_part(line, start - 1, False):
        start -= 1
    known = looks_like_surname(line.norms[start]) if end > start else False
    told = line.is_word(start - 1, "said_by")
    opens = start == 0 or told
    unlisted = end - start == 1 and opens and role.key is not None and line.rare(start) and _says_much(role)
    named = end - start == 1 and (known or unlisted)
    enough = end - start >= 2 or (named and (end < role.start or opens))
    if not enough or (start > floor and not line.ends(start - 1) and not told) or not (line.ends(role.end) or told):
        return None
    return role.moved(start, role.end, form="name", rule="name and office", name=(start, end))


def _says_much(role: Found) -> bool:
    """Tell whether an office goes on after its head: «رئیس جمهور آمریکا», not «کارشناس»."""
    return all(phrase.end > phrase.head_end for phrase in role.phrases)


def full_name(line: Line, at: int, floor: int) -> Found | None:
    """«مجتبی محرمی», with the office after it."""
    end = None if names_thing(line, at) else read_name(line, at)
    if end is None or end - at < 2:
        return None
    return with_office(line, Found(at, end, "person", "name", "full name", name=(at, end)))

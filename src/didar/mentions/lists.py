"""Steps by which a noun phrase grows over «و» and commas, and over words that no table knows."""

from __future__ import annotations

from didar.mentions.line import Line
from didar.mentions.name_words import chiefly_surname, is_surname
from didar.mentions.noun_phrase import Phrase, just_named, name_begins, wants_complement
from didar.mentions.places import place_at
from didar.mentions.vocabulary import small_words

_OF_STATES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
_LOOSE = frozenset({"generic", "weak", "top", "abstract"})


def and_more(line: Line, phrase: Phrase) -> int | None:
    """«و» between parts of one name: «امور اقتصادی و دارایی», «تهران و ری»."""
    at = phrase.end + 1
    if not line.is_word(phrase.end, "and"):
        return None
    if phrase.end == phrase.head_end:
        return _double_office(line, phrase, at)
    if just_named(phrase, "place"):
        return _next_place(line, phrase, at)
    if just_named(phrase, "name") and (second := line.entry(at, "name")) is not None and _of_two(phrase):
        return phrase.take(second[0], second[1])
    if not phrase.closed and (found := line.entry(at, "domain")) is not None:
        return found[1]
    if phrase.closed or line.entry(at, "role", "rank", "name", "pronoun", "quantifier", "determiner") is not None:
        return None
    if not line.inside(at) or name_begins(line, at):
        return None
    return at + 1 if line.belongs(at) or _leads_on(line, at, phrase) else None


def _of_two(phrase: Phrase) -> bool:
    """Tell whether a body may be of two states: «اتاق بازرگانی ایران و عراق»."""
    return any(entry.word.split()[0] in small_words()["of_two_states"] for entry, _, _ in phrase.parts if entry.word)


def _double_office(line: Line, phrase: Phrase, at: int) -> int | None:
    """Two offices of one person before what they are for: «مدیرعامل و رئیس شرکت», «نویسنده و کارگردان نمایش»."""
    found = line.entry(at, "role")
    if phrase.head.kind != "role" or found is None or found[0].plural or phrase.plural or not line.noun(found[1]):
        return None
    private = not {phrase.head.sector, found[0].sector} & _OF_STATES and "top" not in found[0].flags
    return found[1] if private else None


def listed(line: Line, phrase: Phrase) -> int | None:
    """A list of domains with commas: «وزیر علوم، تحقیقات و فناوری»."""
    if line.norm(phrase.end) != "،" or phrase.end == phrase.head_end:
        return None
    if just_named(phrase, "place") and "abroad" in phrase.head.flags:
        return _places_listed(line, phrase)
    if phrase.closed:
        return None
    for at in range(phrase.end + 1, min(phrase.end + 5, line.size)):
        if line.is_word(at, "and") and at > phrase.end + 1:
            return at if line.belongs(at + 1) and line.entry(at + 1, "role", "head") is None else None
        if line.norms[at] == "،" and at > phrase.end + 1:
            continue
        if line.is_word(at, "fields_too") and (line.norm(at + 1) == "،" or line.is_word(at + 1, "and")):
            continue  # «معاون امور بانکی، بیمه و شرکت‌های دولتی»
        if not line.belongs(at) or line.entry(at, "role", "head", "name", "rank") or name_begins(line, at):
            return None
    return None


def word(line: Line, phrase: Phrase) -> int | None:
    """Any other word that may stand inside an office."""
    at = phrase.end
    if phrase.closed or not line.noun(at) or name_begins(line, at) or chiefly_surname(line.norms[at]):
        return None
    if line.makes_verb(at):
        return None  # «اهالی رسانه | دعوت می‌کند»
    if line.entry(at, "rank", "pronoun", "determiner", "modifier") is not None:
        return None
    if line.is_word(at, "fields") and line.is_word(at - 1, "ministers"):
        return at + 1  # «وزیر کار کرانستان»: an everyday word, but not behind a minister
    if wants_complement(phrase) and not (is_surname(line.norms[at]) and phrase.head.kind == "head"):
        return at + 1
    if line.entry(at, "quantifier") is not None or not _may_follow(line, phrase, at):
        return None
    return at + 1 if line.inside(at) or _leads_on(line, at, phrase) else None


def run_to_speech(line: Line, phrase: Phrase) -> int | None:
    """Words between a subject's head and its verb of speech all belong to the subject: «رئیس صنف فرش ماشینی گفت»."""
    at = phrase.end
    if phrase.closed or phrase.head.kind not in ("role", "head") or not line.opens(phrase.start):
        return None
    while at - phrase.end < _LONGEST_RUN and (line.noun(at) or (line.is_word(at, "and") and line.noun(at + 1))):
        if name_begins(line, at) or chiefly_surname(line.norms[at]) or line.entry(at, *_OTHERS) is not None:
            return None
        at += 1
    speaks = line.is_word(at, "run_ends") or (line.is_word(at, "turns") and line.stop(at + 1) == "cue")
    return at if at > phrase.end and speaks else None


_LONGEST_RUN = 8
_OTHERS = ("role", "rank", "pronoun", "determiner", "quantifier", "name")


def _may_follow(line: Line, phrase: Phrase, at: int) -> bool:
    """Tell whether the word may follow what the phrase ends in: after a name only a word that belongs to offices."""
    if not (just_named(phrase, "organization", "demonym", "media") or is_surname(line.norms[at])):
        return True
    paper = phrase.head.sector == "JRN" and line.rare(at)
    whole = just_named(phrase, "organization")  # «شورای نگهبان | سیاسی‌کاری», «اوپک | توافق»: a name needs nothing more
    return (line.belongs(at) and not whole) or paper or line.unlisted_land(at)


def _leads_on(line: Line, at: int, phrase: Phrase) -> bool:
    """Tell whether doubtful words lead to an organization before the phrase must end: «صدور پروانه ... سازمان»."""
    if phrase.head.kind != "role" or phrase.plural or phrase.head.flags & _LOOSE:
        return False
    for ahead in range(at, at + 6):
        if line.entry(ahead, "head", "organization") is not None:
            return ahead > at
        if not line.noun(ahead) and not (line.is_word(ahead, "and") and line.noun(ahead + 1)):
            return False
        if line.entry(ahead, "role", "rank", "name", "pronoun", "quantifier", "determiner", "group") is not None:
            return False
    return False


def _next_place(line: Line, phrase: Phrase, at: int) -> int | None:
    """Return the end of one more place of a seat in parliament: «تهران و ری», «تبریز، آذرشهر و اسکو»."""
    if (found := place_at(line, at)) is not None:
        return phrase.take(found[0], found[1]) if line.is_word(phrase.end, "and") else found[1]
    seat = "abroad" in phrase.head.flags and line.rare(at) and line.is_word(at + 1, "in")
    return at + 1 if seat else None


def _places_listed(line: Line, phrase: Phrase) -> int | None:
    at = phrase.end
    while line.norm(at) == "،" and (found := place_at(line, at + 1)) is not None:
        at = found[1]
    last = place_at(line, at + 1) if line.is_word(at, "and") else None
    if last is None or at == phrase.end:
        return None
    phrase.parts.append((last[0], phrase.end, last[1]))
    return last[1]

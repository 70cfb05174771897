"""Steps by which a noun phrase grows, each for one kind of complement: a country, an organization, a field of work."""

from __future__ import annotations

from didar.mentions.line import Line
from didar.mentions.name_words import CLOSING, chiefly_surname, is_surname
from didar.mentions.names import read_name
from didar.mentions.noun_phrase import Phrase, just_named, name_begins
from didar.mentions.places import place_at
from didar.mentions.vocabulary import small_words, statesmen
from didar.persian.letters import fold

_SERVANTS = frozenset({"abroad", "deputy", "servant"})


def modifier(line: Line, phrase: Phrase) -> int | None:
    """«پیشین», «موقت», «ارشد»."""
    if (found := line.entry(phrase.end, "modifier")) is None:
        return None
    if "ordinal" in found[0].flags and just_named(phrase, "organization", "media", "name"):
        return None  # «مقامات ناسا | اول مارس»
    phrase.modifiers.extend(found[0].flags)
    return phrase.take(*found)


def state(line: Line, phrase: Phrase) -> int | None:
    """A country closes the phrase: «وزیر دفاع عراق»."""
    found = line.entry(phrase.end, "name")
    if found is None or ("weak" in found[0].flags and ("deputy" in phrase.head.flags or not line.ends(found[1]))):
        return None
    longer = line.entry(phrase.end, "organization", "media", "place", "domain")
    open_still = not phrase.closed or (phrase.country is None and just_named(phrase, "place", "land"))
    if not open_still or (longer is not None and longer[1] > found[1]):
        return None
    phrase.country = found[0].country
    phrase.closed = True
    if "gone" in found[0].flags:
        phrase.modifiers.append("gone")
    return phrase.take(*found)


def domain(line: Line, phrase: Phrase) -> int | None:
    """A field of work of several words: «صنعت، معدن و تجارت», «حمل و نقل»."""
    found = line.entry(phrase.end, "domain")
    if found is None or phrase.closed:
        return None
    longer = line.entry(phrase.end, "organization", "head", "place", "role")
    if longer is not None and longer[1] >= found[1]:
        return None
    one_word = found[1] == phrase.end + 1
    if one_word and just_named(phrase, "organization", "media", "demonym") and not line.belongs(phrase.end):
        return None  # «ناسا | راه‌های تازه ...», «کمیسیون اروپا | پیش‌بینی کرد»
    if phrase.organization is None and line.entry(phrase.end, "head") is not None:
        phrase.organization = phrase.end  # «تیم ملی فوتبال»
    return phrase.take(*found)


def number(line: Line, phrase: Phrase) -> int | None:
    """«منطقه ۶», «اصل ۹۰»."""
    counted = line.norm(phrase.end)[:1].isdigit() and line.is_word(phrase.end - 1, "numbered")
    return phrase.end + 1 if counted else None


def people(line: Line, phrase: Phrase) -> int | None:
    """An adjective of nation: «مقام روس», «وزیر خارجه عراقی»."""
    found = line.entry(phrase.end, "demonym")
    if found is None or phrase.closed or "weak" in found[0].flags:
        return None
    phrase.country = phrase.country or found[0].country
    if found[0].country is None:
        phrase.modifiers.append("unlisted")  # «مقام عرب»: of some state, we cannot tell which
    return phrase.take(*found)


def kurdish(line: Line, phrase: Phrase) -> int | None:
    """«احزاب کرد ایرانی», «مقامات کرد»: spelled like the verb, which never comes right behind those who do it."""
    said = (
        line.stop(phrase.end + 1) == "cue" or line.entry(phrase.end + 1, "demonym", "name") or line.noun(phrase.end + 1)
    )
    many = phrase.end == phrase.head_end and phrase.plural
    if not many or not said or not line.is_word(phrase.end, "kurds"):
        return None
    phrase.modifiers.append("unlisted")
    return phrase.end + 1


def this_state(line: Line, phrase: Phrase) -> int | None:
    """«این کشور», «این وزارتخانه» as a complement: «سخنگوی این وزارتخانه»."""
    if phrase.closed or line.entry(phrase.end, "determiner") is None:
        return None
    inner = line.entry(phrase.end + 1, "head", "role", "document", "group", "land", "works")
    if inner is None:
        return None
    phrase.modifiers.append("unlisted")  # which one it is, only the text before tells
    phrase.closed = True
    return phrase.take(*inner)


def land(line: Line, phrase: Phrase) -> int | None:
    """«کشور» closes, but a minister of the interior's country may still follow: «وزیر کشور پاکستان»."""
    found = line.entry(phrase.end, "land")
    if found is None or phrase.closed:
        return None
    phrase.closed = phrase.end > phrase.head_end
    end = phrase.take(*found)
    named = phrase.closed and end < line.size and line.rare(end)
    return end + 1 if named else end


def city(line: Line, phrase: Phrase) -> int | None:
    """A province or city, or a capital: «استاندار کرمان», «شورای شهر تهران»."""
    if phrase.closed or (found := place_at(line, phrase.end)) is None:
        return None
    entry, end = found
    phrase.place = phrase.place or entry.word
    phrase.country = phrase.country or entry.country
    phrase.closed = entry.country is not None  # «آسیای غربی» is a field of work
    return phrase.take(entry, end)


def nested_office(line: Line, phrase: Phrase) -> int | None:
    """An office in an office: «معاون سیاسی وزیر کشور», «دفتر رئیس جمهور»."""
    found = line.entry(phrase.end, "role")
    if found is None or phrase.closed or name_begins(line, phrase.end):
        return None
    if "weak" in found[0].flags and not line.inside(phrase.end):
        return None
    return phrase.take(*found)


def organization(line: Line, phrase: Phrase) -> int | None:
    """An organization, by its name or by its head word: «سازمان ملل», «شورای ...»."""
    found = line.entry(phrase.end, "organization", "head", "media")
    if found is None or (phrase.closed and found[0].kind != "head"):
        return None
    if phrase.closed or ("weak" in found[0].flags and found[0].kind == "media" and phrase.head.kind != "head"):
        return None
    if phrase.organization is None and not line.is_word(phrase.end, "regions"):
        phrase.organization = phrase.end
    phrase.country = phrase.country or found[0].country
    return phrase.take(*found)


def counted(line: Line, phrase: Phrase) -> int | None:
    """A number and what it counts: «دبیر شانزدهمین جشنواره», «وزیران خارجه هفت کشور»."""
    at = phrase.end
    counts = line.is_ordinal(at) or line.entry(at, "quantifier") is not None
    if phrase.closed or not counts:
        return None
    found = line.entry(at + 1, "head", "land", "group", "document")
    return None if found is None else phrase.take(*found)


def collective(line: Line, phrase: Phrase) -> int | None:
    """«نماینده مردم تهران», «رئیس انجمن پرستاران»."""
    found = line.entry(phrase.end, "group", "document")
    if found is None or phrase.closed or line.ends(phrase.end):
        return None  # «گزارش» is a noun of speech as well
    if phrase.organization is None and line.is_word(phrase.end, "bodies"):
        phrase.organization = phrase.end
    return phrase.take(*found)


def ranked(line: Line, phrase: Phrase) -> int | None:
    """A person whose office it is: «دفتر آیت‌الله سیستانی», «نماینده ولی فقیه»."""
    found = line.entry(phrase.end, "rank")
    asked = phrase.head.flags & _SERVANTS or just_named(phrase, "head", "linker")
    if found is None or phrase.closed or not asked:
        return None
    if phrase.head.kind == "role" and just_named(phrase, "head") and found[0].flags & {"civil", "academic"}:
        return None
    phrase.closed = True
    return read_name(line, found[1], trusted=True) or (found[1] if "clerical" in found[0].flags else None)


def namesake(line: Line, phrase: Phrase) -> int | None:
    """The person after whom a house is named: «خانه موزه عزت‌الله ...»."""
    at = phrase.end
    if phrase.closed or not line.is_word(at - 1, "named_things"):
        return None
    return read_name(line, at)


def quoted(line: Line, phrase: Phrase) -> int | None:
    """A name in quotation marks after the head: «روزنامه «اسرائیل هیوم»»."""
    mark = line.norm(phrase.end)
    work = phrase.head.sector == "CVL" and phrase.end > phrase.head_end
    if mark not in CLOSING or mark == "(" or not (work or phrase.parts[-1][0].kind in ("head", "media", "document")):
        return None
    for at in range(phrase.end + 1, min(phrase.end + 9, line.size)):
        if line.norms[at] == CLOSING[mark]:
            return at + 1 if at > phrase.end + 1 else None
    return None


def short_name(line: Line, phrase: Phrase) -> int | None:
    """A short name in brackets: «جنبش آبادگران (آباد)»."""
    name = line.norm(phrase.end + 1)
    if line.norm(phrase.end) != "(" or line.norm(phrase.end + 2) != ")" or phrase.organization is None:
        return None
    return phrase.end + 3 if len(name) > 3 and not name.isascii() else None


def abroad(line: Line, phrase: Phrase) -> int | None:
    """«در» and a place after those who are sent: «سفیر ایران در عراق», «نماینده ویژه در امور یمن»."""
    posted = phrase.head.kind == "head" and fold(phrase.head.word) in small_words()["abroad_heads"]
    if not (posted or phrase.head.flags & _SERVANTS) or not line.is_word(phrase.end, "in"):
        return None
    at = phrase.end + 1
    if line.is_word(at, "told_in"):
        return None  # «در بخش دیگری از سخنان خود»
    sent = posted or "abroad" in phrase.head.flags
    found = (line.entry(at, "name", "organization", "head") or place_at(line, at)) if sent else None
    if found is None and sent and line.is_word(at, "regions"):
        found = place_at(line, at + 1)
    if found is None and sent and line.is_word(at, "bodies") and line.inside(at + 1):
        phrase.organization = phrase.organization or at
        return at + 2  # «نماینده دائم نزد سازمان‌های بین‌المللی»
    if found is None and line.is_word(at, "affairs"):
        found = line.entry(at, "domain") or line.entry(at + 1, "name") or place_at(line, at + 1)
    if found is None:
        return None
    if found[0].kind in ("organization", "head") and phrase.organization is None:
        phrase.organization = at
    told = found[0].kind == "organization" or (found[0].kind == "place" and "generic" in phrase.head.flags)
    if phrase.country is None and told:
        phrase.country = found[0].country
    phrase.closed = found[0].kind != "head"
    return found[1]


def linked(line: Line, phrase: Phrase) -> int | None:
    """Over a preposition: «وزارت بهداشت وابسته به ...», «ستاد مبارزه با ...»."""
    found = line.entry(phrase.end, "linker")
    if found is None or (line.ends(found[1]) and line.entry(found[1], "name", "organization", "head", "rank") is None):
        return None
    phrase.closed = False
    if fold(found[0].word) in small_words()["private"]:
        phrase.modifiers.append("unlisted")  # who stands near somebody speaks for no state
    return phrase.take(*found)


def holder(line: Line, phrase: Phrase) -> int | None:
    """The person whose government or house it is: «دولت ترامپ»."""
    at = phrase.end
    served = at == phrase.head_end and phrase.head.flags & _SERVANTS and line.ends(at + 1)
    if phrase.closed or not (served or just_named(phrase, "head")) or not is_surname(line.norm(at)):
        return None
    if line.found[at] or (line.belongs(at) and not chiefly_surname(line.norm(at))):
        return None
    phrase.closed = True
    phrase.country = phrase.country or statesmen().get(line.norm(at))
    if phrase.country is None:
        phrase.modifiers.append("unlisted")
    return at + 1

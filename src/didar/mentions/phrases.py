"""Grow a noun phrase from its head word: «سخنگوی» on to «سخنگوی وزارت امور خارجه کشورمان», with what its parts tell."""

from __future__ import annotations

from collections.abc import Callable

from didar.mentions.line import CLOSING, Line
from didar.mentions.names import chiefly_surname, is_given, is_surname, may_be_given, read_name
from didar.mentions.places import place_at
from didar.mentions.vocabulary import Entry, small_words
from didar.persian.letters import fold

_LONGEST = 16


class Phrase:
    """A noun phrase while it grows: [start, end) in tokens, its head, and the parts seen so far."""

    __slots__ = (
        "closed", "country", "end", "head", "head_end", "modifiers", "organization", "parts", "place", "plural", "start",
    )  # fmt: skip

    def __init__(self, start: int, end: int, head: Entry) -> None:
        self.start, self.end, self.head_end, self.head = start, end, end, head
        self.parts: list[tuple[Entry, int, int]] = [(head, start, end)]
        self.modifiers: list[str] = []
        self.country: str | None = head.country
        self.place: str | None = None
        self.organization: int | None = start if head.kind in ("head", "organization", "media") else None
        self.closed = False  # a country or «کشور» has closed it: only few things may follow
        self.plural = head.plural

    def take(self, entry: Entry, end: int) -> int:
        """Add a lexicon entry that goes from the present end to `end`."""
        self.parts.append((entry, self.end, end))
        return end


Step = Callable[[Line, Phrase], int | None]


def grow(line: Line, start: int, found: tuple[Entry, int]) -> Phrase:
    """Return the longest phrase that begins with the head `found` at `start`."""
    phrase = Phrase(start, found[1], found[0])
    if "closed" in phrase.head.flags:
        return phrase
    while phrase.end - start < _LONGEST:
        end = next((end for step in STEPS if (end := step(line, phrase)) is not None), None)
        if end is None or end <= phrase.end:
            break
        phrase.end = end
    while phrase.parts[-1][0].kind == "linker" and phrase.parts[-1][2] == phrase.end:
        phrase.end = phrase.parts.pop()[1]
    return phrase


def _name_begins(line: Line, at: int) -> bool:
    """Tell whether a person's full name begins here: «وزیر خارجه | محمدجواد ظریف»."""
    norm = line.norm(at)
    if is_given(norm) and line.entry(at, "role", "head", "rank") is None:
        return read_name(line, at) is not None
    return may_be_given(norm) and is_surname(line.norm(at + 1))


def modifier(line: Line, phrase: Phrase) -> int | None:
    """«پیشین», «موقت», «ارشد»."""
    if (found := line.entry(phrase.end, "modifier")) is None:
        return None
    phrase.modifiers.extend(found[0].flags)
    return phrase.take(*found)


def state(line: Line, phrase: Phrase) -> int | None:
    """A country closes the phrase: «وزیر دفاع عراق»."""
    found = line.entry(phrase.end, "name")
    if found is None or ("weak" in found[0].flags and ("deputy" in phrase.head.flags or not line.ends(found[1]))):
        return None
    longer = line.entry(phrase.end, "organization", "media", "place", "domain")
    if (phrase.closed and phrase.country is not None) or (longer is not None and longer[1] > found[1]):
        return None
    phrase.country = found[0].country
    phrase.closed = True
    return phrase.take(*found)


def domain(line: Line, phrase: Phrase) -> int | None:
    """A field of work of several words: «صنعت، معدن و تجارت», «حمل و نقل»."""
    found = line.entry(phrase.end, "domain")
    if found is None or phrase.closed:
        return None
    longer = line.entry(phrase.end, "organization", "head", "place", "role")
    return None if longer is not None and longer[1] >= found[1] else phrase.take(*found)


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
    return phrase.take(*found)


def this_state(line: Line, phrase: Phrase) -> int | None:
    """«این کشور», «این وزارتخانه» as a complement: «سخنگوی این وزارتخانه»."""
    if phrase.closed or line.entry(phrase.end, "determiner") is None:
        return None
    inner = line.entry(phrase.end + 1, "head", "role", "document", "group", "land")
    if inner is None:
        return None
    phrase.closed = True
    return phrase.take(*inner)


def land(line: Line, phrase: Phrase) -> int | None:
    """«کشور» closes, but a minister of the interior's country may still follow: «وزیر کشور پاکستان»."""
    found = line.entry(phrase.end, "land")
    if found is None or phrase.closed:
        return None
    phrase.closed = phrase.end > phrase.head_end
    return phrase.take(*found)


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
    if found is None or phrase.closed or _name_begins(line, phrase.end):
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
    return None if found is None or phrase.closed else phrase.take(*found)


def ranked(line: Line, phrase: Phrase) -> int | None:
    """A person whose office it is: «دفتر آیت‌الله سیستانی», «نماینده ولی فقیه»."""
    found = line.entry(phrase.end, "rank")
    if found is None or phrase.closed or not (phrase.head.flags & _SERVANTS or _just_named(phrase, "head")):
        return None
    if phrase.head.kind == "role" and _just_named(phrase, "head") and found[0].flags & {"civil", "academic"}:
        return None
    phrase.closed = True
    return read_name(line, found[1], trusted=True) or (found[1] if "clerical" in found[0].flags else None)


_SERVANTS = frozenset({"abroad", "deputy", "servant"})


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
    if line.norm(phrase.end) != "(" or line.norm(phrase.end + 2) != ")" or phrase.organization is None:
        return None
    return phrase.end + 3 if len(line.norm(phrase.end + 1)) > 3 else None


def abroad(line: Line, phrase: Phrase) -> int | None:
    """«در» and a place after those who are sent: «سفیر ایران در عراق», «نماینده ویژه در امور یمن»."""
    posted = phrase.head.kind == "head" and fold(phrase.head.word) in small_words()["abroad_heads"]
    if not (posted or phrase.head.flags & _SERVANTS) or not line.is_word(phrase.end, "in"):
        return None
    at = phrase.end + 1
    sent = posted or "abroad" in phrase.head.flags
    found = (line.entry(at, "name", "organization", "head") or place_at(line, at)) if sent else None
    if found is None and line.is_word(at, "affairs"):
        found = line.entry(at, "domain") or line.entry(at + 1, "name") or place_at(line, at + 1)
    if found is None:
        return None
    if found[0].kind in ("organization", "head") and phrase.organization is None:
        phrase.organization = at
    if phrase.country is None and found[0].kind == "organization":
        phrase.country = found[0].country
    phrase.closed = found[0].kind != "head"
    return found[1]


def and_more(line: Line, phrase: Phrase) -> int | None:
    """«و» between parts of one name: «امور اقتصادی و دارایی», «تهران و ری»."""
    if not line.is_word(phrase.end, "and") or phrase.end == phrase.head_end:
        return None
    at = phrase.end + 1
    if _just_named(phrase, "place"):
        return _next_place(line, phrase, at)
    if not phrase.closed and (found := line.entry(at, "domain")) is not None:
        return found[1]
    if phrase.closed or line.entry(at, "role", "rank", "name", "pronoun", "quantifier", "determiner") is not None:
        return None
    if not line.inside(at) or _name_begins(line, at):
        return None
    return at + 1 if line.belongs(at) or _leads_on(line, at, phrase) else None


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


_LOOSE = frozenset({"generic", "weak", "top", "abstract"})


def _next_place(line: Line, phrase: Phrase, at: int) -> int | None:
    """Return the end of one more place of a seat in parliament: «تهران و ری», «تبریز، آذرشهر و اسکو»."""
    if (found := place_at(line, at)) is not None:
        return phrase.take(found[0], found[1]) if line.is_word(phrase.end, "and") else found[1]
    seat = "abroad" in phrase.head.flags and line.rare(at) and line.is_word(at + 1, "in")
    return at + 1 if seat else None

def linked(line: Line, phrase: Phrase) -> int | None:
    """Over a preposition: «وزارت بهداشت وابسته به ...», «ستاد مبارزه با ...»."""
    found = line.entry(phrase.end, "linker")
    if found is None or (line.ends(found[1]) and line.entry(found[1], "name", "organization", "head", "rank") is None):
        return None
    phrase.closed = False
    return phrase.take(*found)


def holder(line: Line, phrase: Phrase) -> int | None:
    """The person whose government or house it is: «دولت ترامپ»."""
    at = phrase.end
    owned = phrase.head.kind == "head" or (phrase.head.flags & _SERVANTS and line.ends(at + 1))
    if phrase.closed or not owned or at != phrase.head_end or not is_surname(line.norm(at)):
        return None
    if line.found[at] or (line.belongs(at) and not chiefly_surname(line.norm(at))):
        return None
    phrase.closed = True
    return at + 1


def listed(line: Line, phrase: Phrase) -> int | None:
    """A list of domains with commas: «وزیر علوم، تحقیقات و فناوری»."""
    if line.norm(phrase.end) != "،" or phrase.end == phrase.head_end:
        return None
    if _just_named(phrase, "place") and "abroad" in phrase.head.flags:
        return _places_listed(line, phrase)
    if phrase.closed:
        return None
    for at in range(phrase.end + 1, min(phrase.end + 5, line.size)):
        if line.is_word(at, "and") and at > phrase.end + 1:
            return at if line.belongs(at + 1) and line.entry(at + 1, "role", "head") is None else None
        if line.norms[at] == "،" and at > phrase.end + 1:
            continue
        if not line.belongs(at) or line.entry(at, "role", "head", "name", "rank") or _name_begins(line, at):
            return None
    return None


def _places_listed(line: Line, phrase: Phrase) -> int | None:
    at = phrase.end
    while line.norm(at) == "،" and (found := place_at(line, at + 1)) is not None:
        at = found[1]
    last = place_at(line, at + 1) if line.is_word(at, "and") else None
    if last is None or at == phrase.end:
        return None
    phrase.parts.append((last[0], phrase.end, last[1]))
    return last[1]


def word(line: Line, phrase: Phrase) -> int | None:
    """Any other word that may stand inside an office."""
    at = phrase.end
    if phrase.closed or line.ends(at) or line.entry(at, "rank", "pronoun", "determiner") is not None:
        return None
    if line.entry(at, "quantifier") is not None and not _wants_complement(phrase):
        return None
    if _name_begins(line, at):
        return None
    if chiefly_surname(line.norms[at]):
        return None
    strict = _just_named(phrase, "organization", "demonym", "media") or is_surname(line.norms[at])
    if strict and not (line.belongs(at) or (phrase.head.sector == "JRN" and line.rare(at))):
        return None
    if line.inside(at) or (_wants_complement(phrase) and line.noun(at)):
        return at + 1
    return at + 1 if line.noun(at) and _leads_on(line, at, phrase) else None


def _wants_complement(phrase: Phrase) -> bool:
    """Tell whether the last thing in the phrase hardly ever stands without a complement: «سخنگوی», «شرکت», «مدیرکل»."""
    entry, _, end = phrase.parts[-1]
    if end != phrase.end:
        return False
    if "ezafe" in entry.flags:
        return True
    return entry.kind == "head" and fold(entry.word) not in small_words()["alone"]


def _just_named(phrase: Phrase, *kinds: str) -> bool:
    """Tell whether the last thing in the phrase is an entry of one of `kinds`."""
    entry, _, end = phrase.parts[-1]
    return end == phrase.end and entry.kind in kinds


STEPS: tuple[Step, ...] = (
    modifier, domain, number, state, this_state, abroad, linked, nested_office, organization, land, people, city, counted, collective, ranked, quoted,
    short_name, listed, and_more, holder, word,
)  # fmt: skip

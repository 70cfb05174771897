"""Whose office is it where the phrase does not say: the state told with it before, else the press's own."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from didar.mentions.vocabulary import common_words, index, small_words
from didar.persian.letters import fold
from didar.records import Mention

# The corpus is the Iranian press: an office of state without a country is Iran's, as every reader there takes it. Read
# so, 104 of the 118 gold persons with an office (articles not kept aside) have the gold country.
_PRESS = "IR"
# Who held the office, whose state is gone, or whose state is none that the lexicon knows, speaks for none.
_NO_STATE = frozenset({"former", "gone", "unlisted"})
_POINTED = 3  # words of «مقامات این کشور»
_OF_STATES = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})


def state_of(mention: Mention) -> str | None:
    """Return the state whose office this is when the text does not say, None where the office is of no state."""
    stateless = any(not _NO_STATE.isdisjoint(office.modifiers) for office in mention.offices)
    known = mention.type == "organization" or (bool(mention.offices) and not stateless)
    of_state = mention.sector in _OF_STATES or _ends_in_land(mention)
    return _PRESS if known and of_state and not _names_unlisted_land(mention) else None


def _ends_in_land(mention: Mention) -> bool:
    """«رئیس ورزش کشور»: of this country."""
    return any(fold(office.title.split()[-1]) in small_words()["land"] for office in mention.offices)


def _names_unlisted_land(mention: Mention) -> bool:
    """«وزیر دفاع نورستان»: a land is named, and no list says which state it is."""
    titles = [office.title for office in mention.offices] or [mention.key]
    last = fold(titles[0].split()[-1]) if titles[0].split() else ""
    shaped = any(last.endswith(tail) for tail in small_words()["land_tails"])
    return shaped and last not in common_words() and not index().find([last], 0)


def with_states(mentions: Iterable[Mention]) -> list[Mention]:
    """Fill in the country of offices that do not name theirs: «وزیر خارجه» after «وزیر خارجه ترکیه» is Turkey's.

    «این کشور» is the state abroad that was named last, «این رژیم» the last that was called a regime.
    """
    told: dict[str, str] = {}
    abroad: str | None = None
    regime: str | None = None
    filled = []
    for mention in mentions:
        named = mention.country or next((office.country for office in mention.offices if office.country), None)
        if pointing := _of_this_land(mention):
            mention = replace(mention, country=regime if _names_regime(mention) else abroad)
        elif named is not None and named != _PRESS:
            abroad = named
            regime = named if _names_regime(mention) else regime
        if mention.country is not None and mention.offices and mention.key:
            told[mention.offices[0].head] = mention.country
        elif mention.country is None and mention.sector is not None and not mention.plural and not pointing:
            head = mention.offices[0].head if mention.offices else ""
            country = told.get(head) if mention.form != "name" else None
            mention = replace(mention, country=country or state_of(mention))
        filled.append(mention)
    return filled


def _of_this_land(mention: Mention) -> bool:
    """«نخست‌وزیر این کشور», «مقامات این کشور»."""
    words = _words(mention)
    if len(words) < _POINTED or words[-1] not in small_words()["pointed_lands"]:
        return False
    return any(entry.kind == "determiner" for entry, _ in index().find(words, len(words) - 2))


def _names_regime(mention: Mention) -> bool:
    return not small_words()["regimes"].isdisjoint(_words(mention))


def _words(mention: Mention) -> list[str]:
    return fold(mention.offices[0].title).split() if mention.offices else mention.key.split()

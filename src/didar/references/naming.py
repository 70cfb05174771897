"""Names that only their place tells: the words before an office in a source, and a short source that no list has."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.persian.lexicon.loader import load_counts
from didar.records import Mention, Mentions, Saying, Span, Text
from didar.references.lookup import mentions_in
from didar.references.number import number_of_cue
from didar.spans import trim

# Words of a name. A longer phrase that no list has is taken for an office.
_LONGEST_NAME = 3
_NAMES = ("given_names.counts.tsv", "surnames.counts.tsv")
_NAME_SHARE = 0.05  # «محمدی» is a name in nearly all of its occurrences, «مرد» in one of a hundred
_MARKS = '«»،, "()'


def with_names_of_sources(text: Text, mentions: Mentions, sayings: tuple[Saying, ...]) -> Mentions:
    """Return the mentions with those that the sources of speech make known: who speaks has a name or an office."""
    actors = {mention.span: mention for mention in mentions.actors}
    for source, saying in {saying.source: saying for saying in sayings if saying.source}.items():
        inside, words = mentions_in(mentions, source), text.text[source.start : source.end]
        if not inside and not tells_nobody(words):
            actors[source] = as_mention(source, words, number_of_cue(text, saying) == "plural")
        elif inside and (named := _name_before_office(text, source, inside[0])):
            actors.pop(inside[0].span, None)
            actors[named.span] = named
    return replace(mentions, actors=tuple(sorted(actors.values(), key=lambda m: (m.span.start, -m.span.end))))


def tells_nobody(words: str) -> bool:
    """Tell whether words before a cue are no speaker: «لازم به ذکر است» and its like, misread as a source."""
    return set(fold(words).split()) <= folded("references.toml", "nobody")


def as_mention(span: Span, words: str, plural: bool = False) -> Mention:
    """Return the mention of words before a cue that no list has: a short phrase is a name, a longer one an office.

    «این استاد سازه» points back; «سازه‌ها» are a group, and so is whoever stands before a verb in the plural.
    """
    norms = fold(words).split()
    if len(norms) > 1 and norms[0] in folded("references.toml", "selves"):
        span, norms = Span(span.end - len(words.split(maxsplit=1)[1]), span.end), norms[1:]
    found = Mention(span=span, type="person", form="role", key=" ".join(norms), rule="source_phrase")
    if norms[0] in folded("references.toml", "pointing") and len(norms) > 1:
        return replace(found, form="nominal", rule="determined", key=" ".join(norms[1:]))
    if plural or norms[0].endswith(tuple(folded("references.toml", "plural_endings"))):
        return replace(found, type="group", form="nominal", plural=True)
    return replace(found, form="name", name=span) if _may_be_name(norms) else found


def _may_be_name(norms: list[str]) -> bool:
    """Tell whether words may be a name: few, none of them pointing, and one at least that is no everyday word."""
    if len(norms) > _LONGEST_NAME or not folded("references.toml", "pointing").isdisjoint(norms):
        return False
    return not all(_is_everyday(norm) for norm in norms)


@cache
def _is_everyday(norm: str) -> bool:
    """Tell whether a word is common, and a part of a name in few of its occurrences only («فلسفه», «خلاصه»)."""
    named = max(load_counts(names).get(norm, 0) for names in _NAMES)
    return load_counts("common_words.counts.tsv").get(norm, 0) * _NAME_SHARE > named


def _name_before_office(text: Text, source: Span, office: Mention) -> Mention | None:
    """«شیرین نان‌آور رئیس اتحادیه گفت»: two or three words before an office in the source are its holder's name."""
    name = trim(text.text, Span(source.start, max(source.start, office.span.start)), _MARKS)
    words = text.text[name.start : name.end]
    if office.form != "role" or office.plural or not 1 < len(words.split()) <= _LONGEST_NAME:
        return None
    found = as_mention(name, words)
    if found.form != "name":
        return None
    return replace(found, span=Span(name.start, office.span.end), offices=office.offices)

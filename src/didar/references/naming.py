"""Names that only their place tells: the words before an office in a source, and a short source that no list has."""

from __future__ import annotations

from msgspec.structs import replace

from didar.persian.letters import fold
from didar.records import Mention, Mentions, Saying, Span, Text
from didar.references.lookup import mentions_in
from didar.spans import trim

# Words of a name. A longer phrase that no list has is taken for an office.
_LONGEST_NAME = 3
_MARKS = '«»،, "()'


def with_names_of_sources(text: Text, mentions: Mentions, sayings: tuple[Saying, ...]) -> Mentions:
    """Return the mentions with those that the sources of speech make known: who speaks has a name or an office."""
    actors = {mention.span: mention for mention in mentions.actors}
    for source in {saying.source for saying in sayings if saying.source}:
        inside = mentions_in(mentions, source)
        if not inside:
            actors[source] = as_mention(source, text.text[source.start : source.end])
        elif named := _name_before_office(text, source, inside[0]):
            del actors[inside[0].span]
            actors[named.span] = named
    return replace(mentions, actors=tuple(sorted(actors.values(), key=lambda m: (m.span.start, -m.span.end))))


def as_mention(span: Span, words: str) -> Mention:
    """Return the mention of words before a cue that no list has: a short phrase is a name, a longer one an office."""
    if len(words.split()) <= _LONGEST_NAME:
        return Mention(span=span, type="person", form="name", key=fold(words), rule="source_phrase", name=span)
    return Mention(span=span, type="person", form="role", key=fold(words), rule="source_phrase")


def _name_before_office(text: Text, source: Span, office: Mention) -> Mention | None:
    """«شیرین نان‌آور رئیس اتحادیه گفت»: two or three words before an office in the source are its holder's name."""
    name = trim(text.text, Span(source.start, max(source.start, office.span.start)), _MARKS)
    words = text.text[name.start : name.end]
    if office.form != "role" or office.plural or not 1 < len(words.split()) <= _LONGEST_NAME:
        return None
    return replace(as_mention(name, words), span=Span(name.start, office.span.end), offices=office.offices)

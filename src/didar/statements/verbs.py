"""Tell the verbs of a sentence from nouns that look like them: «ساخت پل»، «مردم»."""

from __future__ import annotations

from didar.persian.lexicon.lists import folded
from didar.persian.tokens import Verb, find_verbs
from didar.persian.words import is_rather_noun


def see_verbs(norms: tuple[str, ...]) -> tuple[Verb, ...]:
    """Return the verb forms among folded words, in order, without the nouns that are spelled like one."""
    return tuple([verb for verb in find_verbs(norms) if not _is_noun(norms, verb)])


def _is_noun(norms: tuple[str, ...], verb: Verb) -> bool:
    if verb.last - verb.first > 1:
        return False
    word = norms[verb.first]
    if verb.form.person in _SPEAKERS:
        return is_rather_noun(word, verb.form)
    return word in folded("statements.toml", "nouns_like_verbs") and not _is_verb(norms, verb)


_SPEAKERS = (1, 2)


def _is_verb(norms: tuple[str, ...], verb: Verb) -> bool:
    """A verb has an object or closes its clause («پل را ساخت»); a noun goes on («ساخت پل») or is governed."""
    before = norms[verb.first - 1] if verb.first else ""
    after = norms[verb.last] if verb.last < len(norms) else ""
    if before in folded("statements.toml", "object_marker"):
        return True
    return before not in folded("statements.toml", "governs_noun") and (
        not after.isalnum() or after in folded("statements.toml", "after_verb")
    )

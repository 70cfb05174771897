"""Give each token its dictionary form, and find the verbs of a sentence with theirs, compounds and all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from didar.persian.verbs import VerbForm, analyse_at
from didar.persian.words import compound_lemma, is_rather_noun, lemma
from didar.records import Span, Token


class Verb(msgspec.Struct, frozen=True, gc=False):
    """A verb of one or more tokens, «تأکید خواهد کرد»: `lemma` is its infinitive, with the noun of a compound."""

    span: Span
    lemma: str
    form: VerbForm


def find_lemmas(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the dictionary form of each token; marks and numbers stay as they are."""
    return tuple(lemma(token.text) if token.text[:1].isalpha() else token.text for token in tokens)


def find_verbs(tokens: Sequence[Token]) -> Iterator[Verb]:
    """Yield the finite verbs of a sentence in order, a compound's noun taken in."""
    norms = [token.norm for token in tokens]
    index = 0
    while index < len(tokens):
        found = analyse_at(norms, index)
        form, taken = found or (None, 1)
        if form and _is_finite(tokens[index].text, form, taken):
            yield _verb(tokens, index, form, taken)
        index += taken


def _is_finite(word: str, form: VerbForm, taken: int) -> bool:
    return form.tense not in ("infinitive", "participle") and not (taken == 1 and is_rather_noun(word, form))


def _verb(tokens: Sequence[Token], index: int, form: VerbForm, taken: int) -> Verb:
    noun = tokens[index - 1] if index else None
    compound = compound_lemma(noun.text, form) if noun else None
    first = tokens[index - 1] if compound else tokens[index]
    return Verb(Span(first.start, tokens[index + taken - 1].end), compound or form.lemma, form)

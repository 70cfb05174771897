"""Name the signs of a speech act: the cue, the telling words, tense and person of the verbs, and what goes together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from didar.persian.lexicon.lists import folded
from didar.persian.lexicon.loader import load_patterns
from didar.persian.tokens import Verb
from didar.statements.acts_order import orders_in
from didar.statements.acts_wording import Wording
from didar.statements.drafts import Draft


class Said(msgspec.Struct, frozen=True, gc=False):
    """A statement as its signs are read: the draft, its words, its section, and the drafts in its content."""

    draft: Draft
    wording: Wording
    section: str
    inner: tuple[Draft, ...] = ()


def signs_of(said: Said) -> set[str]:
    """Return the names of all signs that a statement shows."""
    signs = {sign for rule in RULES for sign in rule(said)}
    signs |= {name for name, parts in _TOGETHER if parts <= signs}
    return signs


@cache
def _lemmas(name: str) -> frozenset[str]:
    return frozenset(load_patterns("acts.toml")[name])


# --- the cue ----------------------------------------------------------------------------------------------------


def cue_class(said: Said) -> Iterator[str]:
    """Which cue, what it usually does, and how its reporter stands to what is said."""
    draft = said.draft
    yield f"prior={draft.act}"
    yield f"cue={draft.lemma}"
    yield f"stance={draft.stance}"
    for name in ("say", "stress", "judge", "claim"):
        if draft.lemma in _lemmas(name):
            yield name
    if draft.stance == "distancing":
        yield "claim"


def place_and_form(said: Said) -> Iterator[str]:
    """Where the statement stands and how it is told."""
    draft = said.draft
    yield f"kind={draft.content.kind}"
    if draft.cue is None:
        yield "headline"
    if draft.content.rule in ("participle", "relay"):
        yield f"rule={draft.content.rule}"
    if said.section in ("title", "lead"):
        yield f"section={said.section}"
    if draft.parent is not None:
        yield "nested"


def reports_another(said: Said) -> Iterator[str]:
    """What is said is itself a report: its acts belong to the inner speaker."""
    if said.inner:
        yield "holds"
        told = sum(s.end - s.start for draft in said.inner for s in draft.content.spans)
        if told > _MOST * sum(s.end - s.start for s in said.draft.content.spans):
            yield "holds most"


_MOST = 0.45


# --- the words ----------------------------------------------------------------------------------------------------


def telling_words(said: Said) -> Iterator[str]:
    """Words of acts_words.tsv: anywhere, more than once, at the beginning, at the end."""
    last = len(said.wording.norms) - _TAIL
    for sign, places in said.wording.told.items():
        yield f"word {sign}"
        if len(places) > 1:
            yield f"twice {sign}"
        if places[0] < _HEAD:
            yield f"head {sign}"
        if places[-1] >= last:
            yield f"tail {sign}"


_HEAD, _TAIL = 3, 6


def in_order(said: Said) -> Iterator[str]:
    """What lies in order, by itself and beside the kind of the cue."""
    cues = _kinds_of(said.draft.lemma)
    for sign in orders_in(said.wording):
        yield f"order {sign}"
        yield from (f"order {sign} of {cue}" for cue in cues)


@cache
def _kinds_of(lemma: str | None) -> tuple[str, ...]:
    return tuple(name for name in _CUE_KINDS if lemma in _lemmas(name))


_CUE_KINDS = ("judge", "claim", "stress", "proclaim")


def polarity(said: Said) -> Iterator[str]:
    """Many words of blame, or of praise."""
    told = said.wording.told
    blame = sum(len(told.get(sign, ())) for sign in ("blame", "bad", "insult", "responsible", "enemy"))
    praise = sum(len(told.get(sign, ())) for sign in ("good", "glory"))
    yield from (f"blame {n}" for n in (2, 4) if blame >= n)
    yield from (f"praise {n}" for n in (2, 4) if praise >= n)
    if said.wording.holds("blame", "bad", "harm", "insult", "danger"):
        yield "ill"


def length_and_numbers(said: Said) -> Iterator[str]:
    """Short or long, with numbers or without."""
    norms = said.wording.norms
    yield "short" if len(norms) < 8 else "long" if len(norms) > 50 else "middling"
    numbers = sum(norm[:1].isdigit() for norm in norms)
    if numbers:
        yield "number"
    if numbers > 2:
        yield "numbers"


def news(said: Said) -> Iterator[str]:
    """Events, plans and losses, without judgement or demand."""
    wording = said.wording
    if wording.holds("event", "plan", "soon", "casualty") and not wording.holds(*_NO_NEWS):
        yield "news"


_NO_NEWS = ("blame", "bad", "harm", "insult", "danger", "must", "need", "opinion")


# --- the verbs ----------------------------------------------------------------------------------------------------


def tenses(said: Said) -> Iterator[str]:
    """Tense, person, negation and voice of every finite verb."""
    if not said.wording.verbs:
        yield "no verb"
    for verb in said.wording.verbs:
        form = verb.form
        negated = " not" if form.negated else ""
        yield f"{form.tense}{negated}{' passive' if form.passive else ''}"
        if form.negated:
            yield "negated"
        if form.person == 1:
            yield f"first person {form.tense}{negated}"
        if form.tense == "future":
            yield f"future {form.person}{negated}"
            happens = form.passive or form.lemma in _lemmas("happening")
            yield "future happens" if happens else f"future acts{negated}"
        if form.tense == "imperative" or (form.person == 2 and form.tense == "subjunctive"):
            yield "imperative"


def main_verbs(said: Said) -> Iterator[str]:
    """The verb that ends the first sentence, and the one that ends the last."""
    ends = [verb for bounds in said.wording.sentences if (verb := _last_verb(said.wording, bounds))]
    if not ends:
        return
    first, last = ends[0].form, ends[-1].form
    yield f"first main {first.tense}{' not' if first.negated else ''}"
    yield f"last main {last.tense}{' not' if last.negated else ''}"
    if first.negated:
        yield "main negated"
    elif first.lemma in _lemmas("being") and first.tense == "present":
        yield "copula"
    elif first.tense in ("past", "perfect") and first.person == 3:
        yield "main past"
    if first.lemma in _lemmas("becoming") or first.passive:
        yield "becomes"


def _last_verb(wording: Wording, bounds: tuple[int, int]) -> Verb | None:
    return next((v for v in reversed(wording.verbs) if bounds[0] <= v.first < bounds[1]), None)


def wishes(said: Said) -> Iterator[str]:
    """A subjunctive that «باید» governs, or that nothing governs: «همه منطقی باشند»."""
    for verb in said.wording.verbs:
        if verb.form.tense != "subjunctive" or _depends(said.wording, verb):
            continue
        if any(verb.first - _REACH <= at < verb.first for at in said.wording.told.get("must", ())):
            yield "must do"
        else:
            yield f"wish {verb.form.person}"
            if not said.wording.holds("call", "hope"):
                yield "wish"


_REACH = 20


def _depends(wording: Wording, verb: Verb) -> bool:
    """Tell whether a word that governs a subjunctive stands before the verb in its clause."""
    start = max(b for b, _ in wording.sentences if b <= verb.first)
    start = max((v.last for v in wording.verbs if start < v.last <= verb.first), default=start)
    return not folded("acts.toml", "subordinates").isdisjoint(wording.norms[start : verb.first])


RULES: tuple[Callable[[Said], Iterator[str]], ...] = (
    cue_class,
    place_and_form,
    reports_another,
    telling_words,
    in_order,
    polarity,
    length_and_numbers,
    news,
    tenses,
    main_verbs,
    wishes,
)

# Signs that say more together than each alone.
_TOGETHER: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (" and ".join(parts), frozenset(parts))
    for parts in (
        ("judge", "word responsible"),
        ("judge", "word blame"),
        ("judge", "word bad"),
        ("judge", "ill"),
        ("judge", "word good"),
        ("judge", "word glory"),
        ("judge", "word danger"),
        ("claim", "ill"),
        ("claim", "word responsible"),
        ("stress", "no verb"),
        ("word need", "no verb"),
        ("word must", "no verb"),
        ("word condition", "future 3"),
        ("word condition", "future 1"),
        ("word condition", "future 3", "ill"),
        ("word condition", "word danger"),
        ("word condition", "word retaliation"),
        ("word blame", "word enemy"),
        ("word blame", "word america"),
        ("word blame", "word they"),
        ("word danger", "future 3"),
        ("word danger", "subjunctive"),
        ("word event", "becomes"),
        ("word event", "number"),
        ("word unit", "number"),
        ("word plan", "news"),
        ("word never", "negated"),
        ("word never", "main negated"),
        ("short", "main negated"),
        ("headline", "main negated"),
        ("headline", "ill"),
    )
)

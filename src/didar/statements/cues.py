"""Find cues: the words that say somebody speaks."""

from __future__ import annotations

from functools import cache

import msgspec

from didar.persian.lexicon.loader import load_patterns
from didar.persian.tokens import Verb
from didar.persian.verbs import VerbForm, analyse
from didar.persian.words import compound_lemma
from didar.statements.clauses import CONJUNCTION, OBJECT, Clauses
from didar.statements.phrases import phrase_at, words
from didar.statements.predicates import Predicate, all_predicates, gapped_predicates, predicates_of

_NOT_SPOKEN = ("subjunctive", "imperative", "infinitive", "future")
# How far a nominal part may stand from its verb, in tokens. Longest seen in the work fold of dev.jsonl: 31.
_WIDEST_GAP = 40
# Words that may stand between nominal part and verb where the lexicon allows it.
_DISTANT = 6


class Cue(msgspec.Struct, frozen=True, gc=False):
    """A reporting predicate on the tokens [first, last); `apart` where its verb stands later («خواستار N شد»)."""

    first: int
    last: int
    predicate: Predicate
    verb: Verb
    rule: str
    apart: bool = False


def find_cues(clauses: Clauses) -> tuple[Cue, ...]:
    """Return the cues of a sentence in order; a word belongs to one cue only."""
    whole = [cue for verb in clauses.verbs if (cue := _verb_with_nominal(clauses, verb))]
    adjectives, gapped = _with_copula(), gapped_predicates()
    held = [at for at, norm in enumerate(clauses.norms) if norm in adjectives]
    whole += [cue for at in held if (cue := _adjective_with_copula(clauses, at))]
    glued = _glued()
    whole += [_glued_cue(norm, at) for at, norm in enumerate(clauses.norms) if norm in glued]
    taken = {at for cue in whole for at in range(cue.first, cue.last)}
    shared = [cue for first in whole if (cue := _shared_verb(clauses, first))]
    free = [at for at, norm in enumerate(clauses.norms) if norm in gapped and at not in taken]
    apart = [cue for at in free if (cue := _nominal_apart(clauses, at, gapped[clauses.norms[at]]))]
    return tuple(sorted((*whole, *shared, *apart), key=lambda cue: cue.first))


def _verb_with_nominal(clauses: Clauses, verb: Verb) -> Cue | None:
    predicates = predicates_of(verb.form.lemma, clauses.norms[verb.first - 1] if verb.first else "")
    for predicate in predicates if predicates and _reports(clauses, verb) and not _polite(clauses, verb) else ():
        first = _nominal_before(clauses, verb, predicate)
        if first is None or not _voiced(verb, predicate) or not _finite_or_told(clauses, verb, predicate):
            continue
        if verb.form.negated and not _stands_negated(predicate):
            continue
        return Cue(first, verb.last, predicate, verb, "verb" if not predicate.nominal else "light_verb")
    return None


def _polite(clauses: Clauses, verb: Verb) -> bool:
    """«مردم را از شتاب منع فرمود»: behind the noun of a compound the verb is «کردن» in polite words."""
    if verb.form.lemma not in words("polite_verbs") or not verb.first:
        return False
    return compound_lemma(clauses.norms[verb.first - 1], _MAKING) is not None


_MAKING = VerbForm("کردن", "past", 3)


def _nominal_before(clauses: Clauses, verb: Verb, predicate: Predicate) -> int | None:
    """Where the nominal part begins: right before the verb, or a few words earlier («به اطلاع مردم رساند»)."""
    size = len(predicate.nominal)
    nearest = verb.first - size
    for first in range(nearest, nearest - (_DISTANT if "distant" in predicate.frames else 1), -1):
        if first >= 0 and clauses.norms[first : first + size] == predicate.nominal:
            return first
    return None


def _adjective_with_copula(clauses: Clauses, at: int) -> Cue | None:
    """«معتقدند»، «خواستارند»، «بر این باورند»: the copula is one word with the nominal, or with its last word."""
    for predicate in _with_copula()[clauses.norms[at]]:
        first = at + 1 - len(predicate.nominal)
        if first >= 0 and clauses.norms[first:at] == predicate.nominal[:-1]:
            return Cue(first, at + 1, predicate, Verb(at, at + 1, _COPULA), "adjective_with_copula")
    return None


@cache
def _with_copula() -> dict[str, tuple[Predicate, ...]]:
    """Map «معتقدند» and «باورند» to the predicates that end so."""
    found: dict[str, tuple[Predicate, ...]] = {}
    for predicate in (p for p in all_predicates() if p.verbs & words("copulas")):
        for word in (predicate.nominal[-1] + ending for ending in words("copula_endings") if predicate.nominal):
            found[word] = (*found.get(word, ()), predicate)
    return found


def _glued_cue(norm: str, at: int) -> Cue:
    """«اظهارکرد:»: the space between nominal and verb was lost."""
    predicate, form = _glued()[norm]
    return Cue(at, at + 1, predicate, Verb(at, at + 1, form), "light_verb")


@cache
def _glued() -> dict[str, tuple[Predicate, VerbForm]]:
    told = [p for p in all_predicates() if len(p.nominal) == 1 and "say" in p.frames and "in" not in p.frames]
    past = {verb: form for verb in words("glued_verbs") if (form := analyse(verb))}
    return {p.nominal[0] + verb: (p, form) for p in told for verb, form in past.items() if form.lemma in p.verbs}


_COPULA = VerbForm("بودن", "present", 3, "plural")


def _stands_negated(predicate: Predicate) -> bool:
    """«خبر را رد نکرد»، «آن را کافی ندانست» tell where somebody stands; «چیزی نگفت» tells of no speech."""
    return predicate.act in _STANDS or "pred" in predicate.frames


_STANDS = ("deny", "agree", "condemn")


def _voiced(verb: Verb, predicate: Predicate) -> bool:
    """A passive without an agent («گفته می‌شود») names nobody who speaks."""
    return not verb.form.passive or "pass" in predicate.frames


def _reports(clauses: Clauses, verb: Verb) -> bool:
    """Only a form that tells of speech that took place; «بگوید» and «گفت و گو» tell of none."""
    form = verb.form
    if form.tense in _NOT_SPOKEN or form.person in (1, 2) or _after_modal(clauses, verb):
        return False
    if phrase_at(clauses, verb.last, "or_not"):  # «آیا شهردار از آن حمایت کرده یا خیر»
        return False
    return clauses.norms[verb.last : verb.last + 2] != tuple(load_patterns("statements.toml")["talk"])


def _finite_or_told(clauses: Clauses, verb: Verb, predicate: Predicate) -> bool:
    """«متهم کرده» is «متهم کرده است»; a bare «گفته» may be a noun, unless «که»، a mark or «و» follows."""
    if verb.form.tense != "participle" or (predicate.nominal and not verb.form.passive):
        return True
    if "ask" in predicate.frames and _asks_ahead(clauses, verb):
        return True
    return verb.last < len(clauses) and clauses.norms[verb.last] in words("after_participle")


def _asks_ahead(clauses: Clauses, verb: Verb) -> bool:
    """«از مردم خواسته خاطره‌ها را بفرستند»: somebody is asked, and what is asked follows as a wish."""
    asked = any(a.last == verb.first and clauses.norms[a.first - 1] in words("from") for a in clauses.actors)
    return asked and any(v.form.tense == "subjunctive" for v in clauses.verbs if v.first >= verb.last)


def _after_modal(clauses: Clauses, verb: Verb) -> bool:
    """«می‌توان گفت»، «باید گفت»: nobody has said it. After «باید گفت» a colon says that somebody has."""
    ends = [v.last for v in clauses.verbs if v.last <= verb.first and _ends_clause(clauses, v)]
    modals = [at for at in range(max(ends, default=0), verb.first) if clauses.norms[at] in words("modals")]
    if any(clauses.norms[at] in words("impersonal_modals") for at in modals):
        return True
    colon = verb.last < len(clauses) and clauses.norms[verb.last] in words("colon")
    return not colon and bool(modals) and modals[-1] == verb.first - 1


def _ends_clause(clauses: Clauses, verb: Verb) -> bool:
    return verb.form.tense not in ("participle", "infinitive") and clauses.norms[verb.first] not in words("modals")


def _shared_verb(clauses: Clauses, cue: Cue) -> Cue | None:
    """«N را رد و تاکید کرد»، «N را رد و گفت»: the first nominal shares the second's verb, or leaves its own out."""
    at = cue.first - 1
    if at < 1 or clauses.classes[at] != CONJUNCTION:
        return None
    lemma = cue.verb.form.lemma if cue.predicate.nominal else str(load_patterns("statements.toml")["left_out_verb"])
    for predicate in predicates_of(lemma, clauses.norms[at - 1]):
        first = at - len(predicate.nominal)
        if predicate.nominal and first >= 0 and clauses.norms[first:at] == predicate.nominal:
            return Cue(first, at, predicate, cue.verb, "shared_light_verb")
    return None


def _nominal_apart(clauses: Clauses, at: int, predicates: tuple[Predicate, ...]) -> Cue | None:
    """«خواستار N شد»: the cue is the nominal part, the content stands between it and its verb."""
    for predicate in predicates:
        first = at + 1 - len(predicate.nominal)
        if first < 0:
            continue
        if clauses.norms[first : at + 1] != predicate.nominal or _governed(clauses, first):
            continue
        if verb := _closing_verb(clauses, at + 1, predicate):
            return Cue(first, at + 1, predicate, verb, "nominal_apart_from_verb", apart=True)
    return None


def _governed(clauses: Clauses, first: int) -> bool:
    return first > 0 and clauses.norms[first - 1] in words("governs_nominal")


def _closing_verb(clauses: Clauses, start: int, predicate: Predicate) -> Verb | None:
    for verb in clauses.verbs:
        if verb.first <= start or verb.first > start + _WIDEST_GAP:
            continue
        if verb.form.lemma in predicate.verbs and _reports_apart(verb) and _closes(clauses, verb, predicate):
            return verb
        if verb.form.tense not in ("subjunctive", "participle", "infinitive") and not _relative(clauses, start, verb):
            return None
    return None


def _reports_apart(verb: Verb) -> bool:
    return not verb.form.negated and verb.form.tense not in _NOT_SPOKEN and verb.form.person in (0, 3)


def _closes(clauses: Clauses, verb: Verb, predicate: Predicate) -> bool:
    """«خواستار N شد» ends in a copula; «دستور N را (صادر) کرد» needs its «را», or the verb has a noun of its own."""
    if verb.form.lemma in words("copulas") or any("_" in frame for frame in predicate.frames):
        return True
    before = verb.first - 1 - (clauses.norms[verb.first - 1] in words("carriers"))
    return clauses.classes[before] == OBJECT


def _relative(clauses: Clauses, start: int, verb: Verb) -> bool:
    """A finite verb after «که» belongs to a relative clause inside the content."""
    return any(word in words("that") for word in clauses.norms[start : verb.first])

"""Tell what a statement does: the cue gives a prior, the words of the content decide."""

from __future__ import annotations

from math import exp

from didar.persian.lexicon.loader import load_patterns
from didar.records import Act, SectionType
from didar.spans import covers
from didar.statements.acts_model import score_acts
from didar.statements.acts_signs import Said, signs_of
from didar.statements.acts_wording import see_wording
from didar.statements.clauses import Clauses
from didar.statements.drafts import Draft

# An act is told where it is at least so likely; tried 0.22 to 0.38 by cross-validation on dev.jsonl.
_LIKELY = 0.28
# Beside an act that the cue itself names («محکوم کرد») another one must be plain.
_PLAIN = 0.7
# `assert` is told only where nothing else fits; tried 0.35 to 0.5.
_FITS = 0.4
# Signs that outweigh all others, and how likely they make their act. Of the statements that show the first, in gold
# and labels, seven in ten are requests; learning alone loses them in long speeches.
_SURE = 0.8
_TELLING: tuple[tuple[str, Act], ...] = (
    ("must do", "request"),
    ("head propose", "propose"),
    ("judge and word responsible", "accuse"),
)
_OF_FACT: tuple[Act, ...] = ("assert", "announce")


def find_acts(
    sentences: tuple[Clauses, ...], draft: Draft, drafts: tuple[Draft, ...], section: SectionType
) -> tuple[Act, ...]:
    """Return the speech acts, the likeliest first; `drafts` are all statements, `section` is where this one stands."""
    said = see_said(sentences, draft, drafts, section)
    signs = signs_of(said)
    odds = score_acts(signs, said.wording.norms)
    return decide(draft, signs, {act: 1 / (1 + exp(-odd)) for act, odd in odds.items()})


def see_said(sentences: tuple[Clauses, ...], draft: Draft, drafts: tuple[Draft, ...], section: SectionType) -> Said:
    """Return a statement as the signs of its act are read."""
    return Said(draft, see_wording(sentences, draft.content.spans), section, _inside(draft, drafts))


def _inside(draft: Draft, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The statements whose cue stands in this one's content."""
    spans = draft.content.spans
    near = (d for d in drafts if d.cue and spans[0].start <= d.cue.start < spans[-1].end and d is not draft)
    return tuple(d for d in near if d.cue and any(covers(span, d.cue) for span in spans))


def decide(draft: Draft, signs: set[str], likely: dict[Act, float]) -> tuple[Act, ...]:
    """Choose the acts: the cue's own where it names one, else all that are likely, and at least the likeliest.

    A statement of fact is news or it is not: `assert` and `announce` exclude each other.
    """
    likely = _with_telling_signs(signs, likely)
    ranked = sorted(likely, key=lambda act: -likely[act])
    if names_its_act(draft):
        return (draft.act, *(a for a in ranked if likely[a] > _PLAIN and a not in (draft.act, *_OF_FACT)))
    told = [act for act in ranked if likely[act] > _LIKELY] or ranked[:1]
    fact = [act for act in told if act in _OF_FACT]
    told = [act for act in told if act not in fact[1:]]
    fits = any(likely[act] >= _FITS for act in told if act != "assert")
    return tuple(act for act in told if not (act == "assert" and fits))


def _with_telling_signs(signs: set[str], likely: dict[Act, float]) -> dict[Act, float]:
    """What is mostly another's speech («نوشت: وزیر گفت باید ...») does not do what that one does."""
    if "holds most" in signs:
        return likely
    return likely | {act: max(likely.get(act, 0.0), _SURE) for sign, act in _TELLING if sign in signs}


def names_its_act(draft: Draft) -> bool:
    """Tell whether the cue itself is the act: «محکوم کرد»، «هشدار داد», not «گفت»، «اعلام کرد»."""
    return draft.act not in _OF_FACT and draft.lemma not in load_patterns("acts.toml")["undecided"]

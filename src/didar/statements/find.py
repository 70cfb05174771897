"""Find statements: reported speech with cue, content, source, kind and act, the speaker still a string of words."""

from __future__ import annotations

from didar.records import Mentions, Saying, SectionType, Span, Text
from didar.spans import covers
from didar.statements.acts import find_acts
from didar.statements.addressees import find_addressees, find_topic
from didar.statements.clauses import Clauses, see_clauses
from didar.statements.drafts import Draft
from didar.statements.extents import extend_contents
from didar.statements.kinds import find_kind
from didar.statements.repeats import link_repeats
from didar.statements.sentence import read_sentence


def find_statements(text: Text, mentions: Mentions) -> tuple[Saying, ...]:
    """Return the statements of a text in the order of their cues; spans into the repaired text."""
    sentences = tuple(s for s in see_clauses(text, mentions) if s.norms and _type(s) != "boilerplate")
    read = tuple((s, read_sentence(s, i, _opens_section(s), _is_title(s))) for i, s in enumerate(sentences))
    drafts = extend_contents(read)
    sayings = tuple(_saying(sentences, draft, drafts) for draft in drafts)
    return link_repeats(text, sayings)


def _type(clauses: Clauses) -> SectionType:
    return clauses.text.sections[clauses.sentence.paragraph].type


def _opens_section(clauses: Clauses) -> bool:
    return clauses.sentence.start <= clauses.text.sections[clauses.sentence.paragraph].span.start + 2


def _is_title(clauses: Clauses) -> bool:
    return _type(clauses) == "title"


def _saying(sentences: tuple[Clauses, ...], draft: Draft, drafts: tuple[Draft, ...]) -> Saying:
    clauses = sentences[draft.sentence]
    kind = find_kind(clauses, draft)
    section = _type(clauses)
    before = tuple(d for d in drafts if d.sentence == draft.sentence and d.first < draft.first)
    return Saying(
        content=draft.content.spans,
        kind=kind,
        acts=find_acts(clauses, draft),
        section="body" if section == "boilerplate" else section,
        rule=draft.rule,
        cue=draft.cue,
        cue_lemma=draft.lemma,
        stance=draft.stance,
        source=draft.source,
        topic=find_topic(clauses, draft, before),
        addressees=find_addressees(sentences, draft, before),
        nested_in=_parent(draft, drafts),
    )


def _parent(draft: Draft, drafts: tuple[Draft, ...]) -> int | None:
    """The index of the draft in whose content this one's cue stands; the shortest where several hold it."""
    inner = draft.cue or draft.content.spans[0]
    holding = [i for i, other in enumerate(drafts) if other is not draft and _holds(other, inner)]
    return min(holding, key=lambda i: _length(drafts[i])) if holding else None


def _holds(draft: Draft, inner: Span) -> bool:
    return any(covers(span, inner) for span in draft.content.spans)


def _length(draft: Draft) -> int:
    return sum(s.end - s.start for s in draft.content.spans)

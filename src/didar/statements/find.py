"""Find statements: reported speech with cue, content, source, kind and act, the speaker still a string of words."""

from __future__ import annotations

from didar.records import Mentions, Saying, SectionType, Span, Text
from didar.spans import covers
from didar.statements.acts import find_acts
from didar.statements.address_frames import frame_of
from didar.statements.addressees import find_addressees, find_topic
from didar.statements.clauses import Clauses, see_clauses
from didar.statements.drafts import Draft
from didar.statements.extents import extend_contents
from didar.statements.kinds import find_kind
from didar.statements.repeats import link_repeats
from didar.statements.sentence import read_sentence


def find_statements(text: Text, mentions: Mentions) -> tuple[Saying, ...]:
    """Return the statements of a text in the order of their cues; spans into the repaired text."""
    sentences, drafts = find_drafts(text, mentions)
    sayings = tuple(_saying(sentences, draft, drafts) for draft in drafts)
    return link_repeats(text, sayings)


def find_drafts(text: Text, mentions: Mentions) -> tuple[tuple[Clauses, ...], tuple[Draft, ...]]:
    """Return the sentences of the report and the statements in them, before acts, addressees and topics are told."""
    sentences = tuple(s for s in see_clauses(text, mentions) if s.norms and section_of(s) != "boilerplate")
    read = tuple((s, read_sentence(s, i, _opens_section(s), _is_title(s))) for i, s in enumerate(sentences))
    return sentences, extend_contents(read)


def section_of(clauses: Clauses) -> SectionType:
    """Return the type of the section that a sentence stands in."""
    return clauses.text.sections[clauses.sentence.paragraph].type


def _opens_section(clauses: Clauses) -> bool:
    return clauses.sentence.start <= clauses.text.sections[clauses.sentence.paragraph].span.start + 2


def _is_title(clauses: Clauses) -> bool:
    return section_of(clauses) == "title"


def _saying(sentences: tuple[Clauses, ...], draft: Draft, drafts: tuple[Draft, ...]) -> Saying:
    clauses = sentences[draft.sentence]
    kind = find_kind(clauses, draft)
    section = section_of(clauses)
    before = tuple(d for d in drafts if d.sentence == draft.sentence and d.first < draft.first)
    frame = frame_of(clauses, draft, before)
    return Saying(
        content=draft.content.spans,
        kind=kind,
        acts=find_acts(sentences, draft, drafts, section),
        section="body" if section == "boilerplate" else section,
        rule=draft.rule,
        cue=draft.cue,
        cue_lemma=draft.lemma,
        stance=draft.stance,
        source=draft.source,
        topic=find_topic(frame),
        addressees=find_addressees(frame, sentences),
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

"""Find statements: reported speech with cue, content, source, kind and act, the speaker still a string of words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, repeat
from operator import attrgetter

from didar.records import Mentions, Saying, SectionType, Text
from didar.statements.acts import find_acts
from didar.statements.address_frames import frame_of
from didar.statements.addressees import find_addressees, find_topic, part_topic
from didar.statements.clauses import Clauses, see_clauses
from didar.statements.drafts import Draft
from didar.statements.extents import extend_contents
from didar.statements.kinds import find_kind
from didar.statements.nesting import find_inner, find_parents
from didar.statements.repeats import link_repeats
from didar.statements.sentence import read_sentence


def find_statements(text: Text, mentions: Mentions) -> tuple[Saying, ...]:
    """Return the statements of a text in the order of their cues; spans into the repaired text."""
    sentences, drafts = find_drafts(text, mentions)
    inner = find_inner(drafts)
    parents = find_parents(drafts, inner)
    held = ([drafts[i] for i in indexes] for indexes in inner)
    sayings = tuple(map(_saying, repeat(sentences), drafts, _before(drafts), held, parents))
    return link_repeats(text, sayings)


def find_drafts(text: Text, mentions: Mentions) -> tuple[tuple[Clauses, ...], tuple[Draft, ...]]:
    """Return the sentences of the report and the statements in them, before acts, addressees and topics are told."""
    sentences = see_clauses(text, mentions)
    read = tuple((s, read_sentence(s, i, _opens_section(s), _is_title(s))) for i, s in enumerate(sentences))
    return sentences, extend_contents(read)


def section_of(clauses: Clauses) -> SectionType:
    """Return the type of the section that a sentence stands in."""
    return clauses.text.sections[clauses.sentence.paragraph].type


def _opens_section(clauses: Clauses) -> bool:
    return clauses.sentence.start <= clauses.text.sections[clauses.sentence.paragraph].span.start + 2


def _is_title(clauses: Clauses) -> bool:
    return section_of(clauses) == "title"


def _before(drafts: tuple[Draft, ...]) -> Iterator[tuple[Draft, ...]]:
    """For each draft those of its sentence whose cues stand before its own."""
    for _, group in groupby(drafts, key=attrgetter("sentence")):
        together = tuple(group)
        yield from (tuple(d for d in together if d.first < draft.first) for draft in together)


def _saying(
    sentences: tuple[Clauses, ...], draft: Draft, before: tuple[Draft, ...], held: list[Draft], parent: int | None
) -> Saying:
    clauses = sentences[draft.sentence]
    kind = find_kind(clauses, draft)
    section = section_of(clauses)
    frame = frame_of(clauses, draft, before)
    topic, addressees = part_topic(frame, find_topic(frame), find_addressees(frame, sentences))
    return Saying(
        content=draft.content.spans,
        kind=kind,
        acts=find_acts(sentences, draft, tuple(held), section),
        section="body" if section == "boilerplate" else section,
        rule=draft.rule,
        cue=draft.cue,
        cue_lemma=draft.lemma,
        cue_tense=draft.tense,
        stance=draft.stance,
        source=draft.source,
        topic=topic,
        addressees=addressees,
        nested_in=parent,
        negated=draft.negated,
    )

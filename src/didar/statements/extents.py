"""Let a speech go on: over the next sentences and paragraphs until a new cue, a narrator's sentence or the end."""

from __future__ import annotations

import msgspec

from didar.records import Span
from didar.spans import trim
from didar.statements.clauses import Clauses
from didar.statements.drafts import Content, Draft, credible_inside
from didar.statements.phrases import opener_length, phrase_at, words
from didar.statements.place import EDGES

Sentences = tuple[tuple[Clauses, tuple[Draft, ...]], ...]


class Flow(msgspec.Struct):
    """The report while it is read sentence by sentence. `speech` is the index of the draft that may go on.

    `listing` says that the speech goes on over paragraphs; `sources` are the words of those who have spoken.
    """

    drafts: list[Draft]
    speech: int | None = None
    listing: bool = False
    sources: set[str] = msgspec.field(default_factory=set)


def extend_contents(sentences: Sentences) -> tuple[Draft, ...]:
    """Return all drafts in order, each content extended over the sentences that belong to it."""
    flow = Flow([])
    before: Clauses | None = None
    for clauses, drafts in sentences:
        if before is not None and before.sentence.paragraph != clauses.sentence.paragraph:
            _turn_paragraph(flow, clauses, before)
        _take_sentence(flow, clauses, drafts)
        before = clauses
    return tuple(draft for draft in flow.drafts if draft.content.spans)


def _turn_paragraph(flow: Flow, clauses: Clauses, before: Clauses) -> None:
    """A speech ends with its paragraph, unless a colon ended that: its cue's, or one of its own (a list follows).

    In an interview («X: ...») a paragraph that asks is the reporter's. What belongs to the page ends all speech, and
    a quotation that has not closed goes on.
    """
    if flow.speech is None:
        return
    content = flow.drafts[flow.speech].content
    if _page_between(clauses, before):
        flow.speech, flow.listing = None, False
        return
    if _quotation_open(clauses, content):
        return
    after_colon = before.norms[-1] in words("colon")
    section = clauses.text.sections[clauses.sentence.paragraph]
    # A headline's colon leads to one line only; «X:» in the body and a colon that ends its paragraph open a list.
    listing = flow.listing or after_colon or not content.spans or content.rule == "name_and_colon"
    flow.listing = listing and (content.rule != "headline_colon" or not content.spans)
    asked = content.rule == "name_and_colon" and clauses.text.text[section.span.end - 1] in words("question_marks")
    if not flow.listing or asked or section.type in ("boilerplate", "repeat"):
        flow.speech, flow.listing = None, False


def _page_between(clauses: Clauses, before: Clauses) -> bool:
    between = clauses.text.sections[before.sentence.paragraph + 1 : clauses.sentence.paragraph]
    return any(section.type == "boilerplate" for section in between)


def _quotation_open(clauses: Clauses, content: Content) -> bool:
    """«نوشت: "S.» and in the next paragraph «S."»: the mark that opened before the content closes there."""
    text, section = clauses.text.text, clauses.text.sections[clauses.sentence.paragraph]
    if not content.spans or content.rule not in ("colon_after_cue", "quotation_after_cue"):
        return False
    marks = [text[at] for at in range(max(content.spans[0].start - 2, 0), content.spans[0].start)]
    opening = next((mark for mark in marks if mark in words("opening_quotes")), None)
    if opening is None:
        return False
    said = text[content.spans[0].start : content.spans[-1].end + 2]
    ahead = text[section.span.start : section.span.end]
    closes = next((mark for mark in ahead if mark in words("closing_quotes") or mark in words("opening_quotes")), "")
    return words("closing_quotes").isdisjoint(said) and closes in words("closing_quotes")


def _take_sentence(flow: Flow, clauses: Clauses, drafts: tuple[Draft, ...]) -> None:
    if flow.speech is not None and _goes_on(flow, clauses, drafts):
        _append(flow, clauses)
        parent = flow.drafts[flow.speech]
        inner = [draft for draft in drafts if credible_inside(draft.subject, draft.content)]
        flow.drafts.extend(msgspec.structs.replace(d, parent=d.parent or parent) for d in inner)
        return
    flow.speech, flow.listing = None, False
    base = len(flow.drafts)
    flow.drafts.extend(drafts)
    flow.sources.update(w for draft in drafts if draft.parent is None for w in _source_words(clauses, draft))
    flow.speech = next((base + i for i in reversed(range(len(drafts))) if _may_go_on(drafts[i])), None)


def _may_go_on(draft: Draft) -> bool:
    return draft.content.goes_on and draft.parent is None


def _goes_on(flow: Flow, clauses: Clauses, drafts: tuple[Draft, ...]) -> bool:
    """Tell whether this sentence still belongs to the speech: the narrator has not taken the word."""
    if opener_length(clauses) or phrase_at(clauses, 0, "links"):
        return False
    top = [draft for draft in drafts if draft.parent is None]
    if (
        flow.speech is not None
        and flow.drafts[flow.speech].relays
        and not any(d.content.goes_on or d.relays for d in top)
    ):
        return True
    return all(_inside_speech(clauses, draft) or _speaks_of_another(flow, clauses, draft) for draft in top)


def _inside_speech(clauses: Clauses, draft: Draft) -> bool:
    """A cue inside quotation marks is part of what is said, and so is one that no mark and no past tense sets off."""
    if draft.first < len(clauses.quoted) and clauses.quoted[draft.first]:
        return True
    relayed = draft.content.rule == "relay" and draft.act != "announce"
    if relayed and draft.first >= _OPENING:  # «این پل که به گفته وی نو است، باز شد»
        return True
    if draft.content.goes_on or draft.content.rule in ("participle", "relay"):
        return False
    if draft.subject is None or draft.subject.rule == "phrase_opens_clause":
        return True
    return draft.tense in ("present", "perfect", "imperfect")


def _speaks_of_another(flow: Flow, clauses: Clauses, draft: Draft) -> bool:
    """A report without a colon, by somebody who has not spoken yet and without «نیز»: the speaker tells it."""
    subject = draft.subject
    if draft.content.goes_on or draft.content.rule in ("participle", "relay") or subject is None:
        return False
    actor = next((a for a in clauses.actors if subject.first <= a.first < subject.last), None)
    if actor is None or actor.mention.form == "pronoun" or actor.mention.rule == "determined":
        return False
    turned = (*clauses.norms[:_OPENING], *clauses.norms[subject.last : subject.last + _OPENING])
    return not flow.sources & set(_source_words(clauses, draft)) and words("turn_adverbs").isdisjoint(turned)


# By a word at the beginning of the sentence, or right behind the subject, the narrator takes the word again.
_OPENING = 3


def _source_words(clauses: Clauses, draft: Draft) -> tuple[str, ...]:
    return clauses.norms[draft.subject.first : draft.subject.last] if draft.subject else ()


def _append(flow: Flow, clauses: Clauses) -> None:
    """Add a sentence to the open speech, and to a speech inside it that ends where it ends («X نوشت: Y گفت: S. S»)."""
    assert flow.speech is not None
    span = _without_closing(clauses, trim(clauses.text.text, Span(clauses.sentence.start, clauses.sentence.end), EDGES))
    if span.end <= span.start:
        return
    end = _end(flow.drafts[flow.speech])
    for at, draft in enumerate(flow.drafts[flow.speech :], flow.speech):
        if at == flow.speech or (draft.content.goes_on and _end(draft) == end and not _closed(draft, clauses)):
            flow.drafts[at] = _widened(draft, span, clauses.text.text)


def _without_closing(clauses: Clauses, span: Span) -> Span:
    """Drop a mark that closes what an earlier paragraph opened."""
    text = clauses.text.text
    closing = span.end > span.start and text[span.end - 1] in words("closing_quotes")
    opened = any(quotation.end == span.end - 1 for quotation in clauses.quotations)
    return trim(text, Span(span.start, span.end - 1), EDGES) if closing and not opened else span


def _end(draft: Draft) -> int | None:
    return draft.content.spans[-1].end if draft.content.spans else None


def _closed(draft: Draft, clauses: Clauses) -> bool:
    """A speech that a quotation mark ends goes no further."""
    end = _end(draft)
    return end is not None and not words("closing_quotes").isdisjoint(clauses.text.text[end - 1 : end + 2])


def _widened(draft: Draft, span: Span, text: str) -> Draft:
    """In one paragraph a sentence widens the last span, in a new one it begins another."""
    spans = draft.content.spans
    if spans and "\n" not in text[spans[-1].end : span.start]:
        spans = (*spans[:-1], Span(spans[-1].start, span.end))
    else:
        spans = (*spans, span)
    return msgspec.structs.replace(draft, content=msgspec.structs.replace(draft.content, spans=spans))

"""Count what each stage alone has right: cues, contents given cues, sources, speakers given contents, and the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from didar.evaluating.counting import Compared, Counts, is_entity, speaker_right, touches
from didar.evaluating.figures import Figure, precision_recall, share
from didar.evaluating.gold import GoldArticle, GoldEntity, GoldStatement
from didar.evaluating.names import names_of, words_of
from didar.evaluating.pairing import DETECTED, STRICT, Pair, letters_in, pair_up, share_in_common
from didar.records import Span
from didar.spans import overlap, trim

SPEAKER_FORMS = ("full_name", "surname", "role", "pronoun", "collective", "none")


def speaker_form(source: str | None, entity: GoldEntity | None) -> str:
    """Name how the text names a speaker.

    A person is named in full, by a part of the name (surname), by a role, or by words that are none of its names
    (pronoun: «وی», «این مسئول»); an organization, a group or a document is collective; null is none.

    `speaker_form_in` also calls it none where an earlier verb of the sentence has the subject («X گفت و افزود»).
    """
    if source is None or entity is None:
        return "none"
    if entity.type != "person":
        return "collective"
    words, name, role = set(words_of(source)), words_of(entity.name), set(words_of(entity.role or ""))
    if not role or not set(name) <= role:
        if set(name) <= words:
            return "full_name" if len(name) > 1 else "surname"
        if words & set(name) - role:
            return "surname"
    named = any(set(words_of(n)) <= words or words <= set(words_of(n)) for n in names_of(entity))
    return "role" if named else "pronoun"


def speaker_form_in(gold: GoldArticle, index: int) -> str:
    """Name how the text names the speaker of a statement in its own clause."""
    said = gold.statements[index]
    if said.source is None or any(_shares_subject(said, other) for other in gold.statements):
        return "none"
    source = gold.text[said.source.start : said.source.end]
    return speaker_form(source, gold.entities.get(said.speaker or ""))


def _shares_subject(said: GoldStatement, other: GoldStatement) -> bool:
    if said.cue is None or other.cue is None or said.source != other.source:
        return False
    return other.cue.start < said.cue.start


def _cue_pairs(compared: Compared) -> list[Pair]:
    golds, founds = compared.gold.statements, compared.found.statements

    def common(i: int, j: int) -> float:
        a, b = golds[i].cue, founds[j].cue
        return float(overlap(a, b)) if a and b else 0.0

    return pair_up(len(golds), len(founds), common)


def count_cues(compared: Compared) -> Counts:
    """Count cues found whatever their content, and how much of the content is right where the cue is."""
    golds, founds = compared.gold.statements, compared.found.statements
    pairs = _cue_pairs(compared)
    ignored = {pair.found for pair in pairs if golds[pair.gold].optional} | set(compared.pairing.excused)
    ignored |= {pair.found for pair in compared.pairing.pairs if golds[pair.gold].optional}
    pairs = [pair for pair in pairs if not golds[pair.gold].optional]
    ignored -= {pair.found for pair in pairs}
    counts = Counter(
        cues=len(pairs),
        cues_found=sum(s.cue is not None and j not in ignored for j, s in enumerate(founds)),
        cues_gold=sum(s.cue is not None and not s.optional for s in golds),
    )
    for pair in pairs:
        wanted = letters_in(golds[pair.gold].content, compared.gold.text)
        got = letters_in(founds[pair.found].content, compared.gold.text)
        common = share_in_common(wanted, got)
        counts.update(content_half=common >= DETECTED, content_strict=common >= STRICT, content_exact=wanted == got)
    return counts


def _same_words(a: Span, b: Span, text: str) -> bool:
    return trim(text, a, '«»"،:') == trim(text, b, '«»"،:')


def count_sources(compared: Compared) -> Counts:
    """Count, on detected statements, source spans: exact, touching, and rightly left out."""
    counts: Counts = Counter()
    for pair in compared.counted_pairs():
        wanted = compared.gold.statements[pair.gold].source
        got = compared.found.statements[pair.found].source
        if wanted is None:
            counts.update(source_none_of=1, source_none=got is None)
            continue
        exact = got is not None and _same_words(wanted, got, compared.gold.text)
        counts.update(source_of=1, source_exact=exact, source_touching=touches(wanted, got))
    return counts


def count_speakers(compared: Compared) -> Counts:
    """Count right speakers on detected statements by the form in which the text names them."""
    counts: Counts = Counter()
    for pair in compared.counted_pairs():
        form = speaker_form_in(compared.gold, pair.gold)
        counts[f"speaker_{form}_of"] += 1
        counts[f"speaker_{form}"] += speaker_right(compared, pair)
    return counts


def count_addressees(compared: Compared) -> Counts:
    """Count addressees on detected statements."""
    counts: Counts = Counter()
    for pair in compared.counted_pairs():
        wanted = compared.gold.statements[pair.gold].addressee
        got = compared.found.statements[pair.found].addressees
        pairs = pair_up(len(wanted), len(got), lambda i, j, w=wanted, g=got: is_entity(compared, w[i], g[j]))  # type: ignore[misc]
        counts.update(addressee=len(pairs), addressee_found=len(got), addressee_gold=len(wanted))
    return counts


def count_topics(compared: Compared) -> Counts:
    """Count topics on detected statements: right where half of the letters agree."""
    counts: Counts = Counter()
    for pair in compared.counted_pairs():
        wanted = compared.gold.statements[pair.gold].topic
        got = compared.found.statements[pair.found].topic
        counts.update(topic_gold=wanted is not None, topic_found=got is not None)
        if wanted and got:
            letters = [letters_in([span], compared.gold.text) for span in (wanted, got)]
            counts["topic"] += share_in_common(*letters) >= DETECTED
    return counts


def count_nested(compared: Compared) -> Counts:
    """Count nested statements that were found, and those whose nesting was seen."""
    golds, founds = compared.gold.statements, compared.found.statements
    counts = Counter(nested_of=sum(s.nested and not s.optional for s in golds))
    for pair in compared.counted_pairs():
        seen = founds[pair.found].nested_in is not None
        counts["nested_found"] += golds[pair.gold].nested
        counts["nested_seen"] += golds[pair.gold].nested and seen
        counts["nested_claimed"] += seen
    return counts


STAGE_COUNTERS: tuple[Callable[[Compared], Counts], ...] = (
    count_cues,
    count_sources,
    count_speakers,
    count_addressees,
    count_topics,
    count_nested,
)


def stage_figures(c: Counts) -> dict[str, Figure]:
    """Make the figures of the counts."""
    by_form: dict[str, Figure] = {
        f"speaker_by_{form}": share(c[f"speaker_{form}"], c[f"speaker_{form}_of"]) for form in SPEAKER_FORMS
    }
    return {
        "cues": precision_recall(c["cues"], c["cues_found"], c["cues_gold"]),
        "content_half_given_cue": share(c["content_half"], c["cues"]),
        "content_strict_given_cue": share(c["content_strict"], c["cues"]),
        "content_exact_given_cue": share(c["content_exact"], c["cues"]),
        "source_exact": share(c["source_exact"], c["source_of"]),
        "source_touching": share(c["source_touching"], c["source_of"]),
        "source_rightly_null": share(c["source_none"], c["source_none_of"]),
        "cue_given_content": share(c["cue"], c["cue_of"]),
        "kind_given_content": share(c["kind"], c["gold_hit"]),
        "speaker_given_content": share(c["speaker"], c["gold_hit"]),
        **by_form,
        "addressee": precision_recall(c["addressee"], c["addressee_found"], c["addressee_gold"]),
        "topic": precision_recall(c["topic"], c["topic_found"], c["topic_gold"]),
        "nested_found": share(c["nested_found"], c["nested_of"]),
        "nested_seen": precision_recall(c["nested_seen"], c["nested_claimed"], c["nested_found"]),
        "meeting_type": share(c["meeting_type"], c["meeting_pairs"]),
    }

"""Write figures and errors for people: a score in, lines out."""

from __future__ import annotations

from collections.abc import Iterator

from didar.evaluating.errors import StatementError
from didar.evaluating.figures import Figure, PrecisionRecall
from didar.evaluating.scoring import Score
from didar.records import Span

HEADLINE = ("detect", "strict", "who_what", "strict_who_what", "acts", "meeting", "page")
_HEAD = 36


def score_lines(score: Score) -> Iterator[str]:
    """Return the lines of a score: the main figures, then what each stage alone has right."""
    yield (
        f"{score.docs} articles, {score.gold_statements} gold statements, "
        f"{score.records_missing} articles without a record"
    )
    for name in HEADLINE:
        yield f"{name:<34} {figure_text(getattr(score, name))}"
    yield (
        f"speaker {score.speaker_acc:.3f}  cue {score.cue_acc:.3f}  kind {score.kind_acc:.3f}  "
        f"meeting type {score.meeting_type_acc:.3f}"
    )
    yield ""
    yield "each stage alone"
    for name, figure in score.stages.items():
        yield f"{name:<34} {figure_text(figure)}"


def figure_text(figure: Figure) -> str:
    """Return a figure with its counts as one line."""
    if isinstance(figure, PrecisionRecall):
        counts = f"{figure.right} right of {figure.found} found, {figure.gold} gold"
        return f"P {figure.p:.3f}  R {figure.r:.3f}  F1 {figure.f1:.3f}  ({counts})"
    value = "    –" if figure.share is None else f"{figure.share:.3f}"
    return f"{value}  ({figure.right} of {figure.of})"


def excerpt(text: str, spans: tuple[Span, ...], length: int = _HEAD) -> str:
    """Return what spans cover on one line: head … tail, a bar between split parts."""
    said = " ¦ ".join(" ".join(text[span.start : span.end].split()) for span in spans)
    return said if len(said) <= 2 * length + 3 else f"{said[:length]} … {said[-length:]}"


def error_line(error: StatementError, text: str) -> str:
    """Return an error on one line: article, what was annotated, what was found, the rule that found it."""
    parts = [f"{error.kind:<8} {error.article}"]
    if error.gold is not None:
        parts.append(f"gold [{_cue(text, error.gold.cue)}] {excerpt(text, error.gold.content)}")
    if error.found is not None:
        parts.append(f"found [{_cue(text, error.found.cue)}] {excerpt(text, error.found.content)}")
    if error.kind == "speaker":
        parts.append(f"speaker {error.gold_speaker or '–'} but {error.found_speaker or '–'}")
    return " | ".join([*parts, _rules(error)])


def _cue(text: str, cue: Span | None) -> str:
    return text[cue.start : cue.end] if cue else "–"


def _rules(error: StatementError) -> str:
    if error.found is None:
        return "nothing found there"
    rules = [error.found.rule, error.found.speaker_rule if error.kind == "speaker" else ""]
    return "by " + (" + ".join(rule for rule in rules if rule) or "an unnamed rule")

"""Print the errors on the annotated articles of the work fold, one a line, grouped by kind and rule.

    python -m evaluation.errors --kind missed --limit 40

The articles kept aside are never shown: their errors must not be read.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from didar.evaluating.damage import damage_article
from didar.evaluating.errors import ERROR_KINDS, StatementError, list_errors
from didar.evaluating.printing import error_line
from didar.evaluating.scoring import compare_all
from evaluation.shared import load_gold, load_records


def main() -> None:
    """Read the options, find the errors, print them."""
    options = _options()
    golds = load_gold("work")
    if options.damage:
        golds = tuple(damage_article(gold, options.damage) for gold in golds)
    texts = {gold.id: gold.text for gold in golds}
    errors = [error for one in compare_all(golds, load_records(golds, options.records)) for error in list_errors(one)]
    chosen = [error for error in errors if _wanted(error, options)]
    chosen.sort(key=lambda error: (ERROR_KINDS.index(error.kind), rule_of(error)))
    print("  ".join(f"{kind} {sum(e.kind == kind for e in errors)}" for kind in ERROR_KINDS))
    for rule, count in Counter(map(rule_of, chosen)).most_common():
        print(f"{count:5} {rule}")
    for error in chosen[options.skip : options.skip + options.limit]:
        print(error_line(error, texts[error.article]))
        if options.context:
            print("         … " + context(error, texts[error.article], options.context))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", choices=ERROR_KINDS, help="only errors of this kind")
    parser.add_argument("--rule", help="only errors whose rule contains this")
    parser.add_argument("--article", help="only articles whose id begins so")
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--context", type=int, default=0, metavar="N", help="N letters before and after the statement")
    parser.add_argument("--damage", choices=["glued", "spaced", "arabic", "unquoted"])
    parser.add_argument("--records", type=Path, help="records to measure instead of reading the articles now")
    return parser.parse_args()


def rule_of(error: StatementError) -> str:
    """Return the rules that led to what was found."""
    if error.found is None:
        return "(nothing found)"
    return error.found.speaker_rule if error.kind == "speaker" else error.found.rule


def _wanted(error: StatementError, options: argparse.Namespace) -> bool:
    return (
        options.kind in (None, error.kind)
        and error.article.startswith(options.article or "")
        and (options.rule or "") in rule_of(error)
    )


def context(error: StatementError, text: str, letters: int) -> str:
    """Return the text around a statement, its content in ⟦ ⟧, on one line."""
    content = (error.gold or error.found).content  # type: ignore[union-attr]
    if not content:
        return "(empty content)"
    start, end = content[0].start, content[-1].end
    parts = (text[max(0, start - letters) : start], text[start:end], text[end : end + letters])
    before, inside, after = (part.replace("\n", " ¶ ") for part in parts)
    if len(inside) > 2 * letters:
        inside = f"{inside[:letters]} … {inside[-letters:]}"
    return f"{before}⟦{inside}⟧{after}"


if __name__ == "__main__":
    main()

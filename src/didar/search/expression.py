"""Write the tree of a query as an expression of SQLite's FTS5, every word of it quoted."""

from __future__ import annotations

from didar.search.query import All, Any, Near, Node, Phrase, Run, Word


def fts_expression(node: Node) -> str:
    """Return the FTS5 expression: bare words by their stem, phrases, prefixes and NEAR by the folded word."""
    if isinstance(node, Run):
        return _joined(" AND ", [_run_word(node.words, at) for at in range(len(node.words))])
    if isinstance(node, Phrase):
        return _phrase(node.words)
    if isinstance(node, Near):
        words = " ".join(_quoted(word.norm) + ("*" if word.prefix else "") for word in node.words)
        return f"(norm : NEAR({words}, {node.distance:d}))"
    if isinstance(node, Any):
        return _joined(" OR ", [fts_expression(choice) for choice in node.choices])
    return _all(node)


def _all(node: All) -> str:
    wanted = _joined(" AND ", [fts_expression(part) for part in node.wanted])
    if not node.unwanted:
        return wanted
    return f"({wanted} NOT {_joined(' OR ', [fts_expression(part) for part in node.unwanted])})"


def _run_word(words: tuple[Word, ...], at: int) -> str:
    """Look for a word alone, parted at its half-spaces, or run together with a neighbour («نخست وزیر», «نخست‌وزیر»)."""
    word = words[at]
    if word.prefix:
        return f"(norm : {_quoted(word.norm)} *)"
    choices = [_quoted(word.stem)]  # in either column: a word that is its own stem stands among the folded ones
    if word.parts:
        choices.append(f"norm : {_quoted(' '.join(word.parts))}")
    choices += [f"norm : {_quoted(joined)}" for joined in _joins(words, at)]
    return _joined(" OR ", [f"({choice})" for choice in choices])


def _joins(words: tuple[Word, ...], at: int) -> list[str]:
    pairs = [words[at - 1 : at + 1]] if at else []
    pairs.append(words[at : at + 2])
    return ["".join(word.norm for word in pair) for pair in pairs if len(pair) == 2 and not pair[1].prefix]


def _phrase(words: tuple[Word, ...]) -> str:
    norms = [word.norm for word in words]
    star = " *" if words[-1].prefix else ""
    spellings = [norms] + [[*norms[:at], norms[at] + norms[at + 1], *norms[at + 2 :]] for at in range(len(norms) - 1)]
    spellings += [[*norms[:at], *word.parts, *norms[at + 1 :]] for at, word in enumerate(words) if word.parts]
    return _joined(" OR ", [f"(norm : {_quoted(' '.join(spelling))}{star})" for spelling in spellings])


def _joined(operator: str, parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({operator.join(parts)})"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'

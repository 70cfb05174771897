"""From an article to repaired text, sections, sentences, tokens and lemmas; what other programs use of it, by name."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from didar.text.lemmas import find_lemmas, find_verbs
    from didar.text.prepare import prepare_text, segment
    from didar.text.sections import find_sections
    from didar.text.sentences import find_sentences
    from didar.text.tokens import find_tokens

__all__ = [
    "find_lemmas",
    "find_sections",
    "find_sentences",
    "find_tokens",
    "find_verbs",
    "prepare_text",
    "segment",
]

_HOMES = {
    "find_lemmas": "lemmas",
    "find_verbs": "lemmas",
    "prepare_text": "prepare",
    "segment": "prepare",
    "find_sections": "sections",
    "find_sentences": "sentences",
    "find_tokens": "tokens",
}


def __getattr__(name: str) -> Any:
    """Load a function from its module when it is first asked for, so that none pays for what it does not use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)

"""The letters of Persian: how spellings of one word are folded together for matching."""

from __future__ import annotations

ZWNJ = "\u200c"  # the half-space

_FOLD = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "\u06d5": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی"}
    | {chr(c): None for c in (*range(0x64B, 0x660), 0x670, 0x640, *range(0x200B, 0x2010), 0xFEFF, 0x2060)}
)  # fmt: skip


def fold(word: str) -> str:
    """Return a word for matching: Persian letters, no hamza carriers, diacritics, tatweel or half-spaces.

    >>> fold("تأکید"), fold("می‌گوید"), fold("گفتۀ")
    ('تاکید', 'میگوید', 'گفته')
    """
    return word.translate(_FOLD)

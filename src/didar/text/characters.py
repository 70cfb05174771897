"""Repair the characters of a line: letters of other alphabets, invisible marks, odd and doubled spaces, mojibake."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import msgspec

from didar.persian.letters import ZWNJ
from didar.persian.lexicon.loader import load_table
from didar.records import Edit, Span
from didar.text.boundaries import NEVER_JOINS
from didar.text.edits import apply_edits

_LETTER = "\u0620-\u063a\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
_DIACRITIC = "\u064b-\u0652\u0670"
_HAMZA = "\u0654"  # stands above the letter before it, never after a space
# Presentation forms of Arabic letters; the signs for «Allah», the blessing and the rial among them stay signs.
_PRESENTED = re.compile("[\ufb50-\ufdcf\ufdf4\ufe70-\ufefc]")
_LATIN_MOJIBAKE = re.compile("[\u0080-\u00ff\u0192\u0152\u0153\u0160\u0161\u2018-\u203a\u02c6\u02dc]{2}")
_SCRIPT = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")  # a line without it is none of Persian's
_PERSIAN = re.compile(f"[{_LETTER}]")
_CERTAIN = 1.0
_CLOSING = "»)”\"'"  # after these a half-space may stand: the plural of a quoted name
ZERO_WIDTH_JOINER = "\u200d"
_ARTICLE = "\u0627\u0644"  # the Arabic article; a word that has it, or stands before it, keeps its Arabic spelling
_ARABIC_WORD = re.compile(rf"(?<!\w){_ARTICLE}\w*$")


class _Table(msgspec.Struct, frozen=True, gc=False):
    """The letter table: what stands for a character, its kind, and the pattern that finds them all.

    Most lines have nothing for the pattern to find: `suspect` tells so in a fraction of its time.
    """

    to: dict[str, str]
    kind: dict[str, str]
    pattern: re.Pattern[str]
    suspect: re.Pattern[str]


def repair_characters(line: str, digits: bool = False) -> Iterator[Edit]:
    """Yield the edits of one line of Persian, in order; digits only when asked."""
    if mojibake := _read_rightly(line):
        to = apply_edits(mojibake, repair_characters(mojibake, digits))
        yield Edit(span=Span(0, len(line)), to=to, rule="letters.mojibake", confidence=0.95)
        return
    if not digits and not _SCRIPT.search(line):
        return
    table = _table(digits)
    if "  " not in line and not table.suspect.search(line):
        return
    for match in table.pattern.finditer(line):
        to, rule = _replacement(line, match, table)
        if to != match.group():
            yield Edit(span=Span(*match.span()), to=to, rule=rule, confidence=_CERTAIN)


def has_directions(text: str) -> bool:
    """Tell whether a text has a mark of direction at all."""
    return _directions().search(text) is not None


def hidden_text(line: str) -> Iterator[Span]:
    """Yield the marks of direction of a line: they can show a reader other text than is there."""
    for match in _directions().finditer(line):
        yield Span(*match.span())


def _replacement(line: str, match: re.Match[str], table: _Table) -> tuple[str, str]:
    found = match.group()
    if match["run"]:
        return _one(line, match, table)
    if match["tatweel"]:
        return "", "letters.tatweel"
    if match["parted"]:
        return "", "letters.diacritic"
    if match["diacritics"]:
        return found[0], "letters.diacritic"
    if match["final"] and _ARABIC_WORD.search(line, max(0, match.start() - 20), match.start()):
        return found, "letters.final"
    if found in table.to:
        return table.to[found], f"letters.{table.kind[found]}"
    if found == ZERO_WIDTH_JOINER:
        return "", "letters.junk"
    return unicodedata.normalize("NFKC", found).translate(_letters_only()), "letters.presentation"


def _one(line: str, match: re.Match[str], table: _Table) -> tuple[str, str]:
    """A run of spaces and invisible marks: one space; or one half-space between letters that it parts; or nothing."""
    run = match.group()
    kinds = {table.kind.get(character, "") for character in run}
    if " " in run or "space" in kinds:
        return ("", "letters.diacritic") if line.startswith(_HAMZA, match.end()) else (" ", "letters.space")
    if ZWNJ not in run and "halfspace" not in kinds:
        return "", "letters.junk"
    before, after = line[match.start() - 1 : match.start()], line[match.end() : match.end() + 1]
    if ZWNJ not in run and not (_SCRIPT.match(before) or _SCRIPT.match(after)):
        return run, "letters.junk"
    if not before or not (_is_word(before) or before in _CLOSING) or not _is_word(after):
        return "", "halfspace.stray" if ZWNJ in run else "letters.junk"
    parts = ZWNJ in run or before not in NEVER_JOINS
    return (ZWNJ, "halfspace.stray") if parts else ("", "letters.junk")


def _is_word(character: str) -> bool:
    return character.isalnum() or unicodedata.combining(character or " ") > 0


@cache
def _table(digits: bool) -> _Table:
    rows = [row for row in load_table("letters.tsv") if digits or row["kind"] != "digit"]
    to = {chr(int(row["code"][2:], 16)): row["to"].strip("-") for row in rows}
    kind = {chr(int(row["code"][2:], 16)): row["kind"] for row in rows}
    return _Table(to, kind, re.compile(_pattern(kind)), re.compile(_suspect(kind)))


def _pattern(kind: dict[str, str]) -> str:
    spaces = "".join(c for c, k in kind.items() if k == "space")
    invisible = "".join(c for c, k in kind.items() if k in ("halfspace", "junk", "direction"))
    finals = "".join(c for c, k in kind.items() if k == "final")
    single = re.escape("".join(c for c, k in kind.items() if k in ("letter", "digit")))
    # One class, so that a million marks in a row are one match and take linear time.
    run = re.escape(spaces + invisible)
    return "|".join(
        (
            rf"(?P<run>[ {run}{ZWNJ}{ZERO_WIDTH_JOINER}]{{2,}}|[{run}]"
            rf"|(?<![\w{_DIACRITIC}{_CLOSING}]){ZWNJ}|{ZWNJ}(?![\w{_DIACRITIC}]))",
            rf"(?P<tatweel>(?<=[{_LETTER}{_DIACRITIC}])\u0640+(?=[{_LETTER}{_DIACRITIC}])"
            rf"|(?<=[{_LETTER}][{_LETTER}{_DIACRITIC}])\u0640+)",
            rf"(?P<parted>(?<=[{_LETTER}]) (?={_HAMZA}))",
            rf"(?P<diacritics>(?P<mark>[{_DIACRITIC}])(?P=mark)+)",
            rf"(?P<final>[{finals}])(?!{ZWNJ}?\w)(?!\s{_ARTICLE})",
            rf"(?<=[{_LETTER}])\u200d|\u200d(?=[{_LETTER}])",
            rf"[{single}]",
            _PRESENTED.pattern,
        )
    )


def _suspect(kind: dict[str, str]) -> str:
    """Every character that the pattern may change, but a doubled space; a class goes first, for it is searched fast."""
    single = "".join(re.escape(character) for character in kind) + f"\u0640{_HAMZA}{ZERO_WIDTH_JOINER}"
    always = f"{single}{_PRESENTED.pattern[1:-1]}"
    return (
        rf"[{always}{_DIACRITIC}{ZWNJ}](?:(?<=[{always}])|(?<=[{_DIACRITIC}])(?=[{_DIACRITIC}])"
        rf"|(?<={ZWNJ})(?:(?![\w{_DIACRITIC}])|(?<![\w{_DIACRITIC}{_CLOSING}]{ZWNJ})))"
    )


@cache
def _letters_only() -> dict[int, str]:
    return {
        ord(character): to for character, to in _table(False).to.items() if _table(False).kind[character] == "letter"
    }


@cache
def _directions() -> re.Pattern[str]:
    return re.compile("[" + "".join(c for c, kind in _table(False).kind.items() if kind == "direction") + "]")


# --- mojibake ------------------------------------------------------------------------------------------------


def _read_rightly(line: str) -> str | None:
    """Return the Persian of a line of Windows-1256 or UTF-8 that was read as Latin letters."""
    if _PERSIAN.search(line) or not _LATIN_MOJIBAKE.search(line):
        return None
    for encoding in ("utf-8", "cp1256"):
        try:
            read = b"".join(map(_byte, line)).decode(encoding)
        except UnicodeError:
            continue
        letters = _PERSIAN.findall(read)
        if len(letters) >= 4 and 2 * len(letters) >= len(read):
            return read
    return None


def _byte(character: str) -> bytes:
    """Return the byte that was read as a Latin character; those without one in Windows-1252 stand for themselves."""
    return bytes([ord(character)]) if ord(character) < 256 else character.encode("cp1252")

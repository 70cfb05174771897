"""Tell one sitting from another by its name: two meetings and their text in, whether the same words name both out."""

from __future__ import annotations

import re

from didar.persian.letters import fold
from didar.persian.lexicon.lists import folded
from didar.records import Meeting

# Words behind a trigger in which its name stands: «همایش بزرگ روز جهانی آب».
_NAME = 5
# How many of them two sittings of one name share.
_SHARED = 2
# Code points in which so many words stand.
_REACH = 70
_WORD = re.compile(r"[^\W\d_\u200c][\w\u200c]*")
_END = re.compile(r"[.:؛\n]")


def same_name(first: Meeting, second: Meeting, text: str) -> bool:
    """Tell whether two sittings have one name: «همایش بزرگ روز آب» and «همایش روز آب»."""
    if not (first.type == second.type == "session" and first.trigger and second.trigger):
        return False
    heads = {fold(_WORD.findall(text[m.trigger.start : m.trigger.end])[0]) for m in (first, second) if m.trigger}
    return len(heads) == 1 and len(_name(first, text) & _name(second, text)) >= _SHARED


def _name(meeting: Meeting, text: str) -> frozenset[str]:
    end = meeting.trigger.end if meeting.trigger else 0
    behind = _END.split(text[end : end + _REACH])[0]
    words = [fold(word) for word in _WORD.findall(behind)]
    return frozenset(words[:_NAME]) - folded("meetings.toml", "no_name")

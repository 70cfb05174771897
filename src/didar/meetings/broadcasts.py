"""Read «در برنامه X شبکه خبر», «به ایسنا گفت»: a trigger in its scene in, who spoke to a medium out, or nothing."""

from __future__ import annotations

from didar.meetings.gatherings import press
from didar.meetings.told import Told
from didar.meetings.view import View
from didar.meetings.words import words

# Words between «برنامه» and the station that sends it: «در برنامه «گفت‌وگوی ویژه خبری» شبکه خبر».
_TITLE = 10
# Words between a medium and the cue: «به ایسنا در این باره گفت».
_NEAR = 4


def programme(seen: View) -> Told | None:
    """«X در برنامه «رو در رو» شبکه خبر گفت»: of a programme, the station is named."""
    scene, start = seen.scene, seen.trigger.last + 1
    end = next((at for at in range(start, len(scene.norms)) if scene.is_verb(at) or scene.norms[at] == ":"), start)
    sent = not words("stations").isdisjoint(scene.norms[start : min(end, start + _TITLE)])
    return press(seen) if sent and seen.voices.frame is not None else None


def told_medium(seen: View) -> Told | None:
    """«X به ایسنا گفت»: a medium that is told stands before the cue."""
    scene, at = seen.scene, seen.trigger.last
    medium = scene.starting.get(at)
    if seen.voices.frame is None or medium is None or medium.mention.sector != "JRN":
        return None
    near = range(medium.last, min(medium.last + _NEAR, len(scene.norms)))
    return press(seen) if any(scene.is_verb(index) for index in near) else None

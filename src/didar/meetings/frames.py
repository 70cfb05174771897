"""Read a trigger: type, standing and parties of the contact that it tells, or nothing where it only names one.

Each frame of meeting_nouns.tsv has its rules, tried in order; the first answer wins.
"""

from __future__ import annotations

from collections.abc import Callable

from didar.meetings.broadcasts import programme, told_medium
from didar.meetings.contacts import between, met, received
from didar.meetings.correspondence import letter
from didar.meetings.gatherings import (
    asked,
    attended,
    gathering,
    in_council,
    press,
    sat,
    sat_with,
    spoke_in_sitting,
    took_part,
)
from didar.meetings.interviews import interview, interviewed
from didar.meetings.journeys import journey, spoke_on_visit, travelled
from didar.meetings.said_at_meeting import call, in_meeting, met_somebody, spoken_there, together
from didar.meetings.told import Told
from didar.meetings.told_again import points_back, present, spoke_again
from didar.meetings.unreal import is_match, is_only_thought, is_other_word, is_trial
from didar.meetings.view import View

Rule = Callable[[View], Told | None]

_RULES: dict[str, tuple[Rule, ...]] = {
    "contact": (interview, interviewed, met, together, spoken_there, between, in_meeting, met_somebody),
    "sitting": (spoken_there, attended, spoke_in_sitting, sat_with, sat, took_part),
    "conference": (attended, took_part),
    "council": (in_council,),
    "letter": (letter,),
    "visit": (travelled, spoke_on_visit, journey),
    "press": (interviewed, press),
    "reporters": (asked,),
    "programme": (programme,),
    "medium": (told_medium,),
    "call": (call,),
    "received": (received,),
    "gathering": (spoken_there, gathering),
}


def read_trigger(seen: View) -> Told | None:
    """Return the contact that a trigger tells, None where it tells none."""
    if is_other_word(seen) or is_trial(seen):
        return None
    if points_back(seen):
        return present(seen) or spoke_again(seen)
    if is_only_thought(seen) or is_match(seen):
        return None
    return next((told for rule in _RULES[seen.trigger.frame] if (told := rule(seen)) is not None), None)

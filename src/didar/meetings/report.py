"""A report while its meetings are found: each sentence with its actors, dates and sayings, and who came before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from didar.persian.actors import subjects
from didar.persian.scene import Scene, pieces
from didar.records import Mentions, Party, Saying, Text

# «سال گذشته» is not when somebody met.
_OF_A_MEETING = ("time", "day", "week", "month", "range")
# How many sentences before its own a left-out subject is looked for.
_BACK = 4


class Report:
    """A report while it is read: where its mentions, dates and sayings are."""

    def __init__(self, text: Text, mentions: Mentions, sayings: tuple[Saying, ...]) -> None:
        self.mentions, self.sayings = mentions, sayings
        self.sentences = [piece for sentence in text.sentences for piece in pieces(sentence)]
        self.starts = [mention.span.start for mention in mentions.actors]
        self.dates = [date for date in mentions.dates if date.granularity in _OF_A_MEETING]
        self.date_starts = [date.span.start for date in self.dates]
        self.near = self._sayings_by_sentence()

    def _sayings_by_sentence(self) -> dict[int, list[int]]:
        """Return the sayings that a sentence holds a part of, by the sentence's number."""
        starts = [sentence.start for sentence in self.sentences]
        near: dict[int, list[int]] = {}
        for index, saying in enumerate(self.sayings):
            spans = (*saying.content, saying.cue) if saying.cue else saying.content
            touched = {
                number
                for span in spans
                for number in range(max(bisect_right(starts, span.start) - 1, 0), bisect_left(starts, span.end))
            }
            for number in touched:
                near.setdefault(number, []).append(index)
        return near

    def scene(self, number: int) -> Scene:
        """See one sentence with its actors and dates."""
        sentence = self.sentences[number]
        first, last = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        dates = self.dates[bisect_left(self.date_starts, sentence.start) : bisect_left(self.date_starts, sentence.end)]
        return Scene(number, sentence, self.mentions.actors[first:last], [date.span for date in dates])

    def spoken_of_before(self, scene: Scene) -> tuple[Party, ...]:
        """Return who was last spoken of, where the subject is left out: the speaker or subject of a sentence before."""
        for number in range(scene.number - 1, max(scene.number - 1 - _BACK, -1), -1):
            sentence = self.sentences[number]
            cues = [(index, self.sayings[index].cue) for index in self.near.get(number, [])]
            told = [index for index, cue in cues if cue and sentence.start <= cue.start < sentence.end]
            if told:
                return (Party(span=None, saying=told[-1]),)
            before = self.scene(number)
            if named := subjects(before, len(before.norms), [], people=True):
                return tuple(Party(span=actor.mention.span) for actor in named)
        return ()

"""Every record that travels through Didar, in the order in which it is made.

A span is a pair of code points [start, end). Inside the house every span points into the repaired text
(`Text.text`); `alignment` leads back to the text as handed in when the final `Record` is made.
"""

from __future__ import annotations

from typing import Literal

import msgspec

SectionType = Literal["title", "lead", "body", "repeat", "boilerplate"]
Status = Literal["stated", "derived", "defaulted", "unknown"]
EntityType = Literal["person", "organization", "group", "document", "place"]
MentionForm = Literal["name", "role", "nominal", "pronoun"]
Kind = Literal["direct", "indirect", "mixed"]
Stance = Literal["neutral", "endorsing", "distancing", "relay"]
Tense = Literal[
    "past", "imperfect", "present", "perfect", "pluperfect", "future", "subjunctive", "imperative", "participle",
    "infinitive",
]  # fmt: skip
Act = Literal[
    "assert", "announce", "propose", "request", "promise", "expect", "praise", "thank", "condemn", "accuse",
    "warn", "threaten", "deny", "agree", "condole", "congratulate", "question",
]  # fmt: skip
MeetingType = Literal["in_person", "phone", "video", "letter", "session", "press", "visit", "talks"]
Part = Literal["visitor", "host", "peer", "unknown"]
Granularity = Literal["time", "day", "week", "month", "season", "year", "range"]
CalendarName = Literal["jalali", "gregorian", "hijri", "relative"]
Standing = Literal["held", "announced", "cancelled", "denied"]
Factuality = Literal["asserted", "future", "hypothetical", "negated"]


class Span(msgspec.Struct, frozen=True, gc=False, array_like=True, order=True):
    """Code points [start, end)."""

    start: int
    end: int


class Note(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Something a reader of the record should know: hard text, a doubt, a thing left out."""

    stage: str
    message: str
    span: Span | None = None


# --- page: a page becomes an article -------------------------------------------------------------------------


class Source(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Where an article comes from; `published` is ISO 8601."""

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    path: str | None = None


class Section(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """A paragraph, and which part of the article it is; `repeats` is the earlier paragraph that it tells again."""

    type: SectionType
    span: Span
    repeats: Span | None = None


class Article(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One article as handed in: `text` is title, lead and paragraphs, a line each, characters untouched.

    `sections` holds what the page itself tells of its parts (spans into `text`); empty for plain text.
    """

    id: str
    text: str
    source: Source = Source()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()


# --- text: an article becomes repaired, segmented text -------------------------------------------------------


class Edit(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One repair: the characters of `span` in the text as handed in became `to`."""

    span: Span
    to: str
    rule: str
    confidence: float = 1.0


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, number or mark of the repaired text.

    `norm` is the word for matching: hamza and variants folded, half-spaces, diacritics and tatweel dropped
    (`persian.letters.fold`), so that «می‌گوید» and «میگوید» are one: `میگوید`.
    """

    start: int
    end: int
    text: str
    norm: str


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence with its tokens; `paragraph` is the index of its section in `Text.sections`.

    `norms` are its tokens' words for matching, which every stage asks for.
    """

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    norms: tuple[str, ...]


class Text(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An article's text as a careful editor would have typed it, cut into sections, sentences and tokens.

    `sections` are the paragraphs in order and cover all that is not white space.
    """

    article: Article
    text: str
    edits: tuple[Edit, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    notes: tuple[Note, ...] = ()


# --- mentions: people, offices, organizations, places, dates in the text ----------------------------------------


class Office(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An office as written: «معاون سیاسی وزیر دفاع عراق» with its parts.

    `head` is the lexicon's word for the office, `modifier` says deputy, acting, former or late, `country` is ISO
    3166-1 alpha-2, `sector` a PLOVER code, `english` the office in English.
    """

    span: Span
    title: str
    head: str
    organization: str | None = None
    modifiers: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    english: str | None = None


class Mention(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One noun phrase that can speak, be spoken to or meet: the whole phrase with its apposition.

    «سرلشکر محمد باقری رئیس ستاد کل» is one mention: `rank` سرلشکر, `name` محمد باقری, one office.
    `form` is the most telling part: name, else role, else nominal («این مسئول»، «نمایندگان مجلس»), else pronoun.
    `name` and `head` are spans inside `span`; `key` is the folded name (or role) without rank, for comparing.
    """

    span: Span
    type: EntityType
    form: MentionForm
    key: str
    rule: str
    name: Span | None = None
    rank: Span | None = None
    offices: tuple[Office, ...] = ()
    country: str | None = None
    sector: str | None = None
    plural: bool = False


class DateMention(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A date or time expression. `value` is ISO 8601 or null where the text and publication date do not tell."""

    span: Span
    value: str | None
    granularity: Granularity
    calendar: CalendarName
    status: Status
    end: str | None = None
    rule: str = ""


class Mentions(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What the mentions stage found, each tuple in the order of the text."""

    actors: tuple[Mention, ...]
    dates: tuple[DateMention, ...] = ()
    notes: tuple[Note, ...] = ()


# --- statements: reported speech, its speaker still a string of words -------------------------------------------


class Saying(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A statement before its speaker is known: `source` are the words that name the speaker, null where left out.

    `nested_in` and `same_as` are indexes into the tuple of sayings. `addressees` are the words that name them.
    """

    content: tuple[Span, ...]
    kind: Kind
    acts: tuple[Act, ...]
    section: SectionType
    rule: str
    cue: Span | None = None
    cue_lemma: str | None = None
    cue_tense: Tense | None = None
    stance: Stance = "neutral"
    source: Span | None = None
    topic: Span | None = None
    addressees: tuple[Span, ...] = ()
    nested_in: int | None = None
    same_as: int | None = None
    negated: bool = False
    confidence: float = 0.5


# --- meetings: contacts, their parties still strings of words -----------------------------------------------------


class Party(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The words that name one side of a contact; null where the subject is left out («با X دیدار کرد»).

    `saying` is the index of the saying whose speaker this party is, where the words stand in its clause.
    """

    span: Span | None
    part: Part = "unknown"
    saying: int | None = None


class Contact(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A meeting before its participants are known. `trigger` is the string that tells it."""

    type: MeetingType
    trigger: Span
    parties: tuple[Party, ...]
    rule: str
    standing: Standing = "held"
    time: Span | None = None
    place: Span | None = None
    confidence: float = 0.5


# --- events: deeds, who did what to whom still strings of words ---------------------------------------------------


class Deed(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An event in PLOVER's terms before its actors are known."""

    type: str
    trigger: Span
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...] = ()
    factuality: Factuality = "asserted"
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    rule: str = ""


# --- references: who they all are; the final record ---------------------------------------------------------------


class Role(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An office that the article gives to an entity."""

    title: str
    span: Span | None
    english: str | None = None
    country: str | None = None
    sector: str | None = None
    status: Status = "stated"


class EntityMention(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Where an entity is mentioned, and by which rule it was recognised as this entity."""

    span: Span
    form: MentionForm
    rule: str


class Entity(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One who speaks, is spoken to, or takes part in a meeting.

    `latin_status` is stated where the text itself spells the name in Latin letters, derived where every part of it is
    in the lexicon, defaulted where letters were written out.
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[EntityMention, ...]
    aliases: tuple[str, ...] = ()
    latin: str | None = None
    latin_status: Status = "unknown"
    country: str | None = None
    roles: tuple[Role, ...] = ()


class Statement(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Who said what: the contract's statement. Ids are `s1`, `s2`, ... in the order of the text."""

    id: str
    speaker: str | None
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: Kind
    acts: tuple[Act, ...]
    section: SectionType
    cue_lemma: str | None = None
    cue_tense: Tense | None = None
    stance: Stance = "neutral"
    addressees: tuple[str, ...] = ()
    topic: Span | None = None
    meeting: str | None = None
    nested_in: str | None = None
    same_as: str | None = None
    negated: bool = False
    confidence: float = 0.5
    rule: str = ""
    speaker_rule: str = ""
    speaker_status: Status = "unknown"


class Participant(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An entity that takes part in a meeting."""

    entity: str
    part: Part = "unknown"


class MeetingTime(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """When a meeting was: words and, where they tell, the ISO 8601 date."""

    span: Span | None
    value: str | None
    status: Status


class MeetingPlace(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Where a meeting was, only where the text says so."""

    span: Span | None
    name: str | None
    status: Status


class Meeting(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Who met whom: the contract's meeting."""

    id: str
    type: MeetingType
    participants: tuple[Participant, ...]
    trigger: Span | None
    time: MeetingTime | None = None
    place: MeetingPlace | None = None
    standing: Standing = "held"
    confidence: float = 0.5
    rule: str = ""


class Event(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What was done, in PLOVER's terms; never what was only said should be done."""

    id: str
    type: str
    actors: tuple[str, ...]
    trigger: Span | None
    factuality: Factuality
    recipients: tuple[str, ...] = ()
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    rule: str = ""


class Repaired(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The text as a careful editor would have typed it, and every edit that led there."""

    text: str
    edits: tuple[Edit, ...]


class Record(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What one report says: `contract/record.schema.json`. Spans point into the text as handed in."""

    id: str
    text_sha256: str
    sections: tuple[Section, ...]
    boilerplate: tuple[Span, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    meetings: tuple[Meeting, ...]
    notes: tuple[Note, ...]
    schema: Literal["didar/1"] = "didar/1"
    source: Source = Source()
    text: str | msgspec.UnsetType = msgspec.UNSET
    repaired: Repaired | msgspec.UnsetType = msgspec.UNSET
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()

"""The exported tables: the question that fills each, its columns with their types, and what each column means."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["text", "whole number", "number", "yes or no"]


class Column(msgspec.Struct, frozen=True):
    """A column: its name in the contract's words, what it holds, and what that means."""

    name: str
    kind: Kind
    meaning: str


class Table(msgspec.Struct, frozen=True):
    """A table: its name, what a row is, the SQL that gives its rows, and its columns in the order of that SQL."""

    name: str
    row: str
    sql: str
    columns: tuple[Column, ...]


_SOURCE = (
    Column("published", "text", "when the report was published, ISO 8601; empty where the page does not say"),
    Column("outlet", "text", "who published it"),
    Column("url", "text", "its address"),
)
_REPORT = (
    Column("article", "text", "key of the report: its address, or the id it came with"),
    Column("article_number", "whole number", "number of the report in this archive, as in articles"),
)
_CONFIDENCE = Column("confidence", "number", "0 to 1; of the rows at 0.9 some nine in ten are right")
_RULE = Column("rule", "text", "the rule that found it")

STATEMENTS = Table(
    "statements",
    "one act of reported speech",
    """SELECT articles.key, articles.id, statements.label, articles.published, articles.outlet, articles.url,
              entities.name, entities.latin, entities.country, entities.person,
              offices.title, offices.english,
              statements.content, statements.kind,
              (SELECT group_concat(act, ' ') FROM acts WHERE acts.statement = statements.id),
              statements.cue, statements.cue_lemma, statements.cue_tense, statements.stance, statements.negated,
              statements.section,
              (SELECT group_concat(others.name, '; ') FROM addressees CROSS JOIN entities AS others
                   ON others.id = addressees.entity WHERE addressees.statement = statements.id),
              (SELECT label FROM meetings WHERE meetings.id = statements.meeting),
              (SELECT label FROM statements AS outer WHERE outer.id = statements.nested_in),
              (SELECT label FROM statements AS told WHERE told.id = statements.same_as),
              statements.told_before IS NOT NULL, articles.story,
              (SELECT group_concat(start || '-' || end, ' ') FROM contents WHERE contents.statement = statements.id),
              statements.confidence, statements.rule, statements.speaker_rule, statements.speaker_status
         FROM statements JOIN articles ON articles.id = statements.article
         LEFT JOIN entities ON entities.id = statements.speaker
         LEFT JOIN roles ON roles.entity = entities.id AND roles.position = 0
         LEFT JOIN offices ON offices.id = roles.office
        ORDER BY statements.article, statements.id""",
    (
        *_REPORT,
        Column("id", "text", "number of the statement within its report"),
        *_SOURCE,
        Column("speaker", "text", "name of the speaker as in the report; empty where it does not say who spoke"),
        Column("latin", "text", "the speaker's name in Latin letters"),
        Column("country", "text", "state that the speaker speaks for, ISO 3166-1 alpha-2"),
        Column("person", "whole number", "number of the speaker across reports, as in people"),
        Column("role", "text", "first office that the report gives to the speaker"),
        Column("role_english", "text", "the same in English"),
        Column("content", "text", "what was said, as published; « … » between parts that stand apart"),
        Column("kind", "text", "direct, indirect or mixed"),
        Column("acts", "text", "what the speaker did by saying it, parted by spaces"),
        Column("cue", "text", "the reporting predicate as published"),
        Column("cue_lemma", "text", "its dictionary form"),
        Column("cue_tense", "text", "its tense; empty where it is no verb"),
        Column("stance", "text", "how the reporter stands to it"),
        Column("negated", "yes or no", "the cue is negated: «did not deny»"),
        Column("section", "text", "part of the report where it stands"),
        Column("addressees", "text", "who was spoken to, parted by «; »"),
        Column("meeting", "text", "id of the meeting of the same report in which it was said"),
        Column("nested_in", "text", "id of the statement that this one stands in"),
        Column("same_as", "text", "id of the statement of the same report that this one gives again (a headline)"),
        Column("told_before", "yes or no", "an earlier report of the same story gave it in the same words"),
        Column("story", "whole number", "number of the story, shared by reports that tell the same"),
        Column("spans", "text", "where content stands: code points start-end of the report's text, parted by spaces"),
        _CONFIDENCE,
        _RULE,
        Column("speaker_rule", "text", "the rule that found the speaker"),
        Column("speaker_status", "text", "stated, derived, defaulted or unknown"),
    ),
)

MEETINGS = Table(
    "meetings",
    "one who took part in a contact, a row for each; meetings without any have one row",
    """SELECT articles.key, articles.id, meetings.label, articles.published, articles.outlet, articles.url,
              meetings.type, meetings.standing, meetings.date, meetings.place, entities.name, entities.latin,
              entities.country, entities.person, participants.part, meetings.trigger, meetings.confidence,
              meetings.rule
         FROM meetings JOIN articles ON articles.id = meetings.article
         LEFT JOIN participants ON participants.meeting = meetings.id
         LEFT JOIN entities ON entities.id = participants.entity
        ORDER BY meetings.article, meetings.id, participants.position""",
    (
        *_REPORT,
        Column("id", "text", "number of the meeting within its report"),
        *_SOURCE,
        Column("type", "text", "in_person, phone, video, letter, session, press, visit or talks"),
        Column("standing", "text", "held, announced, cancelled or denied"),
        Column("date", "text", "day of the meeting, ISO 8601; empty where the report does not tell"),
        Column("place", "text", "place as published; empty where the report does not tell"),
        Column("participant", "text", "name of one who took part, as in the report"),
        Column("latin", "text", "that name in Latin letters"),
        Column("country", "text", "state that the participant speaks for, ISO 3166-1 alpha-2"),
        Column("person", "whole number", "number of the participant across reports, as in people"),
        Column("part", "text", "visitor, host, peer or unknown"),
        Column("trigger", "text", "the words that tell of the meeting"),
        _CONFIDENCE,
        _RULE,
    ),
)

PEOPLE = Table(
    "people",
    "one person, state body or group across the reports",
    """SELECT people.id, people.name, people.latin, people.country, people.type,
              (SELECT group_concat(title, '; ') FROM (
                  SELECT title FROM offices JOIN roles ON roles.office = offices.id
                    JOIN entities AS own ON own.id = roles.entity
                   WHERE own.person = people.id GROUP BY title ORDER BY count(*) DESC, title LIMIT 10)),
              count(DISTINCT entities.article),
              (SELECT count(*) FROM statements JOIN entities AS own ON own.id = statements.speaker
                WHERE own.person = people.id AND same_as IS NULL AND told_before IS NULL),
              (SELECT count(DISTINCT meeting) FROM participants JOIN entities AS own ON own.id = participants.entity
                WHERE own.person = people.id),
              min(articles.published), max(articles.published)
         FROM people JOIN entities ON entities.person = people.id JOIN articles ON articles.id = entities.article
        GROUP BY people.id ORDER BY people.id""",
    (
        Column("person", "whole number", "number of the person in this archive"),
        Column("name", "text", "name as first met"),
        Column("latin", "text", "the name in Latin letters"),
        Column("country", "text", "state that the person speaks for, ISO 3166-1 alpha-2"),
        Column("type", "text", "person, organization, group, document or place"),
        Column("roles", "text", "offices that reports give, the most frequent first, parted by «; »"),
        Column("articles", "whole number", "reports that mention the person"),
        Column("statements", "whole number", "statements of the person, each told once"),
        Column("meetings", "whole number", "meetings that the person took part in, once for each report that tells"),
        Column("first", "text", "publication date of the first of these reports"),
        Column("last", "text", "publication date of the last"),
    ),
)

ARTICLES = Table(
    "articles",
    "one report",
    """SELECT key, id, published, outlet, url, title, text, sha256, story, story_rule, reader, added
         FROM articles ORDER BY id""",
    (
        *_REPORT,
        *_SOURCE,
        Column("title", "text", "its headline"),
        Column("text", "text", "its text as published; spans point into it"),
        Column("text_sha256", "text", "SHA-256 of the text in UTF-8"),
        Column("story", "whole number", "number of the story, shared by reports that tell the same; empty: only here"),
        Column("story_rule", "text", "the rule by which it belongs to its story"),
        Column("reader", "text", "version of Didar that read it"),
        Column("added", "text", "when it was added, ISO 8601"),
    ),
)

TABLES = (STATEMENTS, MEETINGS, PEOPLE, ARTICLES)

-- An archive of Didar: reports, and what each of them says. One file, schema version 1.
--
-- Every start and end is a code point into articles.text, end-exclusive: substr(text, start + 1, end - start) is what
-- the record says. A label («e1», «s3», «m1») is the id that entity, statement or meeting has inside its own record.
-- What the text does not say is null. Dates are ISO 8601.

-- The pages as they came, so that a better Didar can read them again. A page is kept compressed (zlib) in body, or,
-- where body is null, lies still at path. sha256 is of the bytes as they came.
CREATE TABLE pages (
    id       INTEGER PRIMARY KEY,
    sha256   TEXT NOT NULL UNIQUE,
    kind     TEXT NOT NULL CHECK (kind IN ('html', 'text')),
    body     BLOB,
    path     TEXT
);

-- Articles that tell the same event in the same words or nearly: copies, light edits, rewritten wire reports.
CREATE TABLE stories (
    id       INTEGER PRIMARY KEY,
    title    TEXT
);

-- One report. key is its address or, without one, the id it came with; the same key with another text is a new version
-- of the report and stands beside the old one. layout is what the page told of its parts (zlib over JSON). story_rule says by which
-- rule the report belongs to its story («alone»: to none), null while nobody has looked.
CREATE TABLE articles (
    id         INTEGER PRIMARY KEY,
    key        TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    title      TEXT,
    published  TEXT,
    outlet     TEXT,
    url        TEXT,
    path       TEXT,
    text       TEXT NOT NULL,
    given_id   TEXT NOT NULL,
    layout     BLOB,
    page       INTEGER REFERENCES pages (id),
    story      INTEGER REFERENCES stories (id),
    story_rule TEXT,
    reader     TEXT NOT NULL,
    added      TEXT NOT NULL,
    UNIQUE (key, sha256)
);
CREATE INDEX articles_by_text ON articles (sha256);
CREATE INDEX articles_by_day ON articles (published);
CREATE INDEX articles_by_story ON articles (story) WHERE story IS NOT NULL;
CREATE INDEX articles_by_outlet ON articles (outlet, published);
CREATE INDEX articles_ungrouped ON articles (id) WHERE story_rule IS NULL;
CREATE INDEX articles_by_page ON articles (page) WHERE page IS NOT NULL;

-- The paragraphs of a report and which part of it each is; a repeat points to the paragraph that it tells again.
CREATE TABLE sections (
    article       INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    type          TEXT NOT NULL,
    start         INTEGER NOT NULL,
    end           INTEGER NOT NULL,
    repeats_start INTEGER,
    repeats_end   INTEGER,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;

-- What belongs to the page and not to the report: comment forms, share bars, codes.
CREATE TABLE boilerplate (
    article  INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;

-- The words of a report as search knows them (packed: store/packing.py): where each begins and ends in the text, its
-- folded form and its stem; and its fingerprints (eight bytes each, little-endian). Search draws its highlights from here, and by
-- these rows a report is taken out of the indexes again.
CREATE TABLE words (
    article  INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    packed   BLOB NOT NULL,
    marks    BLOB NOT NULL
);

-- One human being, state body or group across all articles. key is the name as it is compared, surname its last word;
-- named is 0 where no article gives more than an office. Who was merged into another stays as a row that says so.
CREATE TABLE people (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    latin       TEXT,
    country     TEXT,
    type        TEXT NOT NULL,
    key         TEXT NOT NULL,
    surname     TEXT NOT NULL,
    named       INTEGER NOT NULL,
    merged_into INTEGER REFERENCES people (id)
);
CREATE INDEX people_by_key ON people (key);
CREATE INDEX people_by_surname ON people (surname);

-- One who speaks, is spoken to or takes part in a meeting, within one article; person says who that is across articles.
CREATE TABLE entities (
    id       INTEGER PRIMARY KEY,
    article  INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    label    TEXT NOT NULL,
    type     TEXT NOT NULL,
    name     TEXT NOT NULL,
    latin    TEXT,
    country  TEXT,
    key      TEXT NOT NULL,
    person   INTEGER REFERENCES people (id)
);
CREATE INDEX entities_by_article ON entities (article);
CREATE INDEX entities_by_person ON entities (person, article);
CREATE INDEX entities_by_country ON entities (country);
CREATE INDEX entities_unlinked ON entities (id) WHERE person IS NULL;

-- Every different spelling of a name, once, with a Latin one by which it is found too, and the entities that bear it (rank 0 is the name itself, then the aliases).
CREATE TABLE names (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE,
    latin    TEXT
);
CREATE TABLE entity_names (
    name     INTEGER NOT NULL REFERENCES names (id),
    entity   INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    rank     INTEGER NOT NULL,
    PRIMARY KEY (name, entity, rank)
) WITHOUT ROWID;
CREATE INDEX entity_names_by_entity ON entity_names (entity, rank);

-- Who somebody is across articles, as one row a judgement: in this article the bearer of this name is (same), is not
-- (different) or may be (unsure) this person. decided_by is «didar» or the one who corrected it; nothing is deleted,
-- the latest judgement of a human being stands before any of Didar's.
CREATE TABLE judgements (
    id         INTEGER PRIMARY KEY,
    article    INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    person     INTEGER NOT NULL REFERENCES people (id),
    verdict    TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
    decided_by TEXT NOT NULL,
    rule       TEXT NOT NULL,
    at         TEXT NOT NULL
);
CREATE INDEX judgements_by_article ON judgements (article);
CREATE INDEX judgements_by_person ON judgements (person);

-- Every different office, once, with what it tells of its holder; key is the title as search compares it.
CREATE TABLE offices (
    id       INTEGER PRIMARY KEY,
    title    TEXT NOT NULL,
    key      TEXT NOT NULL,
    english  TEXT,
    country  TEXT,
    sector   TEXT
);
CREATE INDEX offices_by_title ON offices (title);

-- The offices that an article gives to an entity.
CREATE TABLE roles (
    entity   INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    office   INTEGER NOT NULL REFERENCES offices (id),
    status   TEXT NOT NULL,
    start    INTEGER,
    end      INTEGER,
    PRIMARY KEY (entity, position)
) WITHOUT ROWID;
CREATE INDEX roles_by_office ON roles (office, entity);

-- Where an article mentions an entity, in which form, and by which rule it was recognised.
CREATE TABLE mentions (
    entity   INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    form     TEXT NOT NULL,
    rule     TEXT NOT NULL,
    PRIMARY KEY (entity, position)
) WITHOUT ROWID;

-- Who met whom. date is the day that the report tells, day that one or else the day of the report.
CREATE TABLE meetings (
    id            INTEGER PRIMARY KEY,
    article       INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    label         TEXT NOT NULL,
    type          TEXT NOT NULL,
    standing      TEXT NOT NULL,
    day           TEXT,
    date          TEXT,
    place         TEXT,
    trigger       TEXT,
    trigger_start INTEGER,
    trigger_end   INTEGER,
    time_start    INTEGER,
    time_end      INTEGER,
    time_status   TEXT,
    place_start   INTEGER,
    place_end     INTEGER,
    place_status  TEXT,
    confidence    REAL NOT NULL,
    rule          TEXT NOT NULL
);
CREATE INDEX meetings_by_article ON meetings (article);
CREATE INDEX meetings_by_day ON meetings (day, article);

CREATE TABLE participants (
    meeting  INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entity   INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    part     TEXT NOT NULL,
    PRIMARY KEY (meeting, position)
) WITHOUT ROWID;
CREATE INDEX participants_by_entity ON participants (entity);

-- Who said what. content is what was said, joined by « … » where it stands in several places (see contents).
-- same_as is the statement of the same article that this one gives again (a headline), told_before the statement of an
-- earlier article of the same story: to count what was said once, leave out both.
CREATE TABLE statements (
    id             INTEGER PRIMARY KEY,
    article        INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    label          TEXT NOT NULL,
    speaker        INTEGER REFERENCES entities (id) ON DELETE CASCADE,
    content        TEXT NOT NULL,
    kind           TEXT NOT NULL,
    cue            TEXT,
    cue_lemma      TEXT,
    cue_tense      TEXT,
    stance         TEXT NOT NULL,
    section        TEXT NOT NULL,
    negated        INTEGER NOT NULL,
    confidence     REAL NOT NULL,
    rule           TEXT NOT NULL,
    speaker_rule   TEXT NOT NULL,
    speaker_status TEXT NOT NULL,
    meeting        INTEGER REFERENCES meetings (id) ON DELETE CASCADE,
    nested_in      INTEGER REFERENCES statements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    same_as        INTEGER REFERENCES statements (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    told_before    INTEGER REFERENCES statements (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    source_start   INTEGER,
    source_end     INTEGER,
    cue_start      INTEGER,
    cue_end        INTEGER,
    topic_start    INTEGER,
    topic_end      INTEGER
);
CREATE INDEX statements_by_article ON statements (article);
CREATE INDEX statements_by_speaker ON statements (speaker);
CREATE INDEX statements_nested ON statements (nested_in) WHERE nested_in IS NOT NULL;
CREATE INDEX statements_same ON statements (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX statements_told_before ON statements (told_before) WHERE told_before IS NOT NULL;
CREATE INDEX statements_by_meeting ON statements (meeting) WHERE meeting IS NOT NULL;

CREATE TABLE contents (
    statement INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    start     INTEGER NOT NULL,
    end       INTEGER NOT NULL,
    PRIMARY KEY (statement, position)
) WITHOUT ROWID;

CREATE TABLE acts (
    statement INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    act       TEXT NOT NULL,
    PRIMARY KEY (statement, position)
) WITHOUT ROWID;

CREATE TABLE addressees (
    statement INTEGER NOT NULL REFERENCES statements (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    entity    INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    PRIMARY KEY (statement, position)
) WITHOUT ROWID;
CREATE INDEX addressees_by_entity ON addressees (entity);

-- What was done, in PLOVER's terms, and by whom to whom (side: actor or recipient).
CREATE TABLE events (
    id            INTEGER PRIMARY KEY,
    article       INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    label         TEXT NOT NULL,
    type          TEXT NOT NULL,
    mode          TEXT,
    contexts      TEXT NOT NULL,
    factuality    TEXT NOT NULL,
    rule          TEXT NOT NULL,
    trigger_start INTEGER,
    trigger_end   INTEGER
);
CREATE INDEX events_by_article ON events (article);

CREATE TABLE event_parties (
    event    INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entity   INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
    side     TEXT NOT NULL,
    PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE INDEX event_parties_by_entity ON event_parties (entity);

-- The dates and times that an article names.
CREATE TABLE dates (
    article     INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    value       TEXT,
    value_end   TEXT,
    granularity TEXT NOT NULL,
    calendar    TEXT NOT NULL,
    status      TEXT NOT NULL,
    rule        TEXT NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;

-- What a reader of the record should know: hard text, a doubt, a thing left out.
CREATE TABLE notes (
    article  INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    stage    TEXT NOT NULL,
    message  TEXT NOT NULL,
    start    INTEGER,
    end      INTEGER,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;

-- By these marks copies of a report are found: hashes of its word triples and of its long sentences.
CREATE TABLE fingerprints (
    mark     INTEGER NOT NULL,
    article  INTEGER NOT NULL REFERENCES articles (id),
    PRIMARY KEY (mark, article)
) WITHOUT ROWID;

-- The feeds that are watched: what the server said last, so that nothing is asked for twice.
CREATE TABLE feeds (
    url           TEXT PRIMARY KEY,
    etag          TEXT,
    last_modified TEXT,
    checked       TEXT,
    failures      INTEGER NOT NULL DEFAULT 0,
    next_check    TEXT
);

-- The full-text indexes, over Didar's own words: `norm` folded, `stem` without endings. Their rows are numbered as
-- articles, statements and names are.
CREATE VIRTUAL TABLE article_search USING fts5 (
    norm, stem, content = '', columnsize = 1, tokenize = "ascii tokenchars '-._@#/+%:&'"
);
CREATE VIRTUAL TABLE statement_search USING fts5 (
    norm, stem, content = '', columnsize = 1, tokenize = "ascii tokenchars '-._@#/+%:&'"
);
CREATE VIRTUAL TABLE name_search USING fts5 (
    norm, latin, skeleton, content = '', columnsize = 1, tokenize = "ascii"
);

-- For readers: each statement with its speaker, each meeting with its parties, in a row.
CREATE VIEW sayings AS
SELECT statements.id, articles.published, articles.outlet, entities.name AS speaker, entities.latin, entities.country,
       (SELECT title FROM roles JOIN offices ON offices.id = roles.office
         WHERE roles.entity = entities.id AND position = 0) AS office,
       (SELECT group_concat(act, ', ') FROM (SELECT act FROM acts WHERE acts.statement = statements.id
                                              ORDER BY position)) AS acts,
       statements.content, statements.kind, statements.confidence, articles.title, articles.url, articles.key AS article
  FROM statements
  JOIN articles ON articles.id = statements.article
  LEFT JOIN entities ON entities.id = statements.speaker
 WHERE statements.same_as IS NULL AND statements.told_before IS NULL;

CREATE VIEW contacts AS
SELECT meetings.id, articles.published, articles.outlet, meetings.type, meetings.standing, meetings.date, meetings.place,
       (SELECT group_concat(name, ' – ') FROM (
           SELECT name FROM participants JOIN entities ON entities.id = participants.entity
            WHERE participants.meeting = meetings.id ORDER BY position)) AS participants,
       articles.title, articles.url, articles.key AS article
  FROM meetings
  JOIN articles ON articles.id = meetings.article;

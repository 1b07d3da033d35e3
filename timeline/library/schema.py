"""
The file a library is: one SQLite database, whose schema stands here and nowhere else.

`PRAGMA application_id` says that a file is a library, `PRAGMA user_version` which schema it has. A new file is made by
running all of `STEPS` in order, an old one by running those it lacks: so every schema there ever was can be made.

What a table holds is told beside it. Where a timeline has structure that no query looks into (an event's bounds with
their reasons, statements), it is packed: JSON as in the saved timeline, compressed as `timeline.workspace.slices` says.
Times are ISO 8601 in UTC, days are numbers as in `timeline.chrono.calendar`.
"""

from __future__ import annotations

import sqlite3
from functools import cache

APPLICATION_ID = 0x544C4942  # "TLIB"

_FIRST = """
-- One row a fact about the file: "tick" counts its changes.
CREATE TABLE facts (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every text that was ever added, once, whole, as given. What was taken out or undone is no longer present.
CREATE TABLE articles (
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    hash      TEXT NOT NULL UNIQUE,              -- SHA-256 of the text in UTF-8
    text      TEXT NOT NULL,
    title     TEXT,
    source    TEXT,                              -- for people: a file's name, a newspaper
    file      TEXT,                              -- where it was read
    earliest  TEXT,                              -- the publication day as it stands: given, or inferred
    latest    TEXT,
    given     TEXT,                              -- who gave it: user, text, metadata; null where it is inferred
    former    INTEGER REFERENCES articles,       -- the text that this one replaced
    reading   INTEGER REFERENCES readings,       -- the reading that stands
    present   INTEGER NOT NULL CHECK (present IN (0, 1)),
    changed   INTEGER NOT NULL,                  -- the tick of its own last edit
    written   INTEGER NOT NULL                   -- the tick when anything in it was written last
) STRICT;

-- What a reader made of an article: events, statements and their reasons, packed.
CREATE TABLE readings (
    number    INTEGER PRIMARY KEY,
    article   INTEGER NOT NULL REFERENCES articles,
    reader    TEXT NOT NULL,                     -- its version
    at        TEXT NOT NULL,
    machine   BLOB NOT NULL,                     -- as the reader made it; never changed
    now       BLOB                               -- with the edits in; null where there are none
) STRICT;
CREATE INDEX readings_article ON readings (article);

-- The events of present articles as they stand, for lists, windows and search.
CREATE TABLE events (
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    article   INTEGER NOT NULL REFERENCES articles,
    title     TEXT NOT NULL,
    note      TEXT,
    start     INTEGER NOT NULL,                  -- its clause: characters of the article's text
    stop      INTEGER NOT NULL,
    said      TEXT NOT NULL,                     -- when, in words
    first     INTEGER,                           -- the days between which it lies, null where that is open
    last      INTEGER,
    kind      TEXT NOT NULL,
    status    TEXT NOT NULL,
    weight    REAL NOT NULL,
    hidden    INTEGER NOT NULL CHECK (hidden IN (0, 1)),
    changed   INTEGER NOT NULL                   -- the tick of its last edit; 0 where there was none
) STRICT;
CREATE INDEX events_article ON events (article);

-- Everything that was ever done. A step is what one undo takes back; what was undone can be done again until
-- something else is done: then it is left.
CREATE TABLE log (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    step      INTEGER NOT NULL,
    at        TEXT NOT NULL,
    by        TEXT,
    subject   TEXT NOT NULL,                     -- an event's or an article's id
    article   INTEGER NOT NULL REFERENCES articles,
    field     TEXT NOT NULL,
    before    TEXT,                              -- JSON, as in the saved timeline
    after     TEXT,
    more      TEXT,                              -- JSON: fields of other programs
    state     TEXT NOT NULL CHECK (state IN ('done', 'undone', 'left'))
) STRICT;
CREATE INDEX log_article ON log (article);
CREATE INDEX log_state ON log (state, step);

-- Articles that an edit made hang together.
CREATE TABLE ties (
    entry     INTEGER NOT NULL REFERENCES log,
    one       INTEGER NOT NULL REFERENCES articles,
    other     INTEGER NOT NULL REFERENCES articles,
    PRIMARY KEY (entry, one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX ties_one ON ties (one);
CREATE INDEX ties_other ON ties (other);

-- Words of texts and titles. The triggers keep them as the tables are, whoever changes those.
CREATE VIRTUAL TABLE text_words USING fts5 (title, text, content='articles', content_rowid='number');
CREATE TRIGGER articles_made AFTER INSERT ON articles BEGIN
    INSERT INTO text_words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER articles_changed AFTER UPDATE OF title, text ON articles BEGIN
    INSERT INTO text_words (text_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO text_words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
    INSERT INTO text_words (text_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;

CREATE VIRTUAL TABLE event_words USING fts5 (title, note, content='events', content_rowid='number', columnsize=0);
CREATE TRIGGER events_made AFTER INSERT ON events BEGIN
    INSERT INTO event_words (rowid, title, note) VALUES (new.number, new.title, new.note);
END;
CREATE TRIGGER events_changed AFTER UPDATE OF title, note ON events BEGIN
    INSERT INTO event_words (event_words, rowid, title, note) VALUES ('delete', old.number, old.title, old.note);
    INSERT INTO event_words (rowid, title, note) VALUES (new.number, new.title, new.note);
END;
CREATE TRIGGER events_gone AFTER DELETE ON events BEGIN
    INSERT INTO event_words (event_words, rowid, title, note) VALUES ('delete', old.number, old.title, old.note);
END;

-- Windows: the visible events, the weightiest first, with the days between which they lie: all that a window asks.
CREATE INDEX events_ranked ON events (hidden, weight DESC, first, last);

INSERT INTO facts VALUES ('tick', '0');
"""

_SECOND = """
-- Ways of looking at the library that were given a name: JSON of what the page shows.
CREATE TABLE views (
    name      TEXT PRIMARY KEY,
    at        TEXT NOT NULL,
    data      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

_THIRD = """
-- What several articles tell, as it was found when all of them were looked at last. The fact "grouped" says at which
-- tick and by which rules, so that nothing here is believed once anything else has changed: it can be found again.
-- The events that are one, each with the first of them.
CREATE TABLE groups (
    event     TEXT PRIMARY KEY,
    first     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The events of different articles that only a contradiction keeps apart, and what it is about.
CREATE TABLE quarrels (
    one       TEXT NOT NULL,
    other     TEXT NOT NULL,
    about     TEXT NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

-- What an article's events are dated by what the others tell, where that is something else; packed as a reading is.
CREATE TABLE dated (
    article   INTEGER PRIMARY KEY REFERENCES articles,
    data      BLOB NOT NULL
) STRICT;
"""

STEPS = (_FIRST, _SECOND, _THIRD)
"""From nothing to version 1, from there to version 2, and so on; a step that was published is never changed."""
VERSION = len(STEPS)


def bring_up(connection: sqlite3.Connection, until: int = VERSION) -> None:
    """Run the steps that the file lacks, up to version *until*; within a transaction, so all of them or none."""
    [at] = connection.execute("PRAGMA user_version").fetchone()
    for step in STEPS[at:until]:
        for statement in _statements(step):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {until}")


@cache
def made_of(version: int) -> frozenset[tuple[str, str, str]]:
    """The tables, indexes and triggers of a version: type, name and the words that make it."""
    with_all = sqlite3.connect(":memory:")
    try:
        bring_up(with_all, version)
        return frozenset(with_all.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    finally:
        with_all.close()


def _statements(script: str) -> list[str]:
    """The statements of a script one by one: `executescript` would commit what came before it."""
    found, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    return found

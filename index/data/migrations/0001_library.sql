CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- `data` is the contract's object for the document without the lists that have tables of their own.
CREATE TABLE documents (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    year INTEGER,
    notes INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    file TEXT NOT NULL,
    added TEXT NOT NULL,
    sha256 TEXT UNIQUE,
    kept INTEGER NOT NULL,
    state TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
-- Of all of a document's rows, as they were written (see `index.sqlite.sums`).
CREATE TABLE sums (
    document INTEGER PRIMARY KEY REFERENCES documents (row) ON DELETE CASCADE,
    sha256 TEXT NOT NULL
) STRICT;
CREATE TABLE paths (
    path TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    PRIMARY KEY (path, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE authors (
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    folded TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (document, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX authors_by_name ON authors (folded);
CREATE TABLE identities (
    identity TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    PRIMARY KEY (identity, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks (
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE notes (
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE citations (
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    source TEXT,
    data TEXT NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE sources (
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sources_by_key ON sources (key);

-- Vectors, words and FAISS name a passage by `row`. AUTOINCREMENT never gives a number twice, so that a vector left
-- over in a derived file can name no passage, never another one.
CREATE TABLE passages (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_document ON passages (document);
-- Which passages cite which work (`sources.key`): in a note that they name, through "Ibid." too, or in their own text.
CREATE TABLE cites (
    key TEXT NOT NULL COLLATE NOCASE,
    passage INTEGER NOT NULL REFERENCES passages (row) ON DELETE CASCADE,
    PRIMARY KEY (key, passage)
) STRICT, WITHOUT ROWID;
CREATE INDEX cites_by_passage ON cites (passage);
CREATE TABLE vectors (
    row INTEGER PRIMARY KEY REFERENCES passages (row) ON DELETE CASCADE,
    vector BLOB NOT NULL -- float16, little-endian
) STRICT;

-- The derived FAISS file: at most one row; `high` is the last passage row that it holds.
CREATE TABLE bases (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, high INTEGER NOT NULL, count INTEGER NOT NULL) STRICT;

-- Words whole (S/RES/2100, and/or), and the same words split at every sign and stemmed.
CREATE VIRTUAL TABLE words_whole USING fts5 (
    heading, text, content='passages', content_rowid='row', tokenize="unicode61 remove_diacritics 2 tokenchars '/'"
);
CREATE VIRTUAL TABLE words_split USING fts5 (
    heading, text, content='passages', content_rowid='row', tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE words_split_counts USING fts5vocab (words_split, row);
CREATE TRIGGER passages_in AFTER INSERT ON passages BEGIN
    INSERT INTO words_whole (rowid, heading, text) VALUES (new.row, new.heading, new.text);
    INSERT INTO words_split (rowid, heading, text) VALUES (new.row, new.heading, new.text);
END;
CREATE TRIGGER passages_out AFTER DELETE ON passages BEGIN
    INSERT INTO words_whole (words_whole, rowid, heading, text) VALUES ('delete', old.row, old.heading, old.text);
    INSERT INTO words_split (words_split, rowid, heading, text) VALUES ('delete', old.row, old.heading, old.text);
END;

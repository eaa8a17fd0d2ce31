-- Made from what is stored of a document (see `index.sqlite.derived`), so not counted in its checksum.
-- One work across documents: all the names that it goes by, keys of sources and descriptions. `work` is only a number.
CREATE TABLE work_names (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    work INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX work_names_by_work ON work_names (work);
-- Which work each source of a document is, and in how many of its notes and paragraphs it is cited.
CREATE TABLE cited (
    row INTEGER PRIMARY KEY,
    work INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    source TEXT NOT NULL,
    certain INTEGER NOT NULL,
    possible INTEGER NOT NULL,
    authors TEXT NOT NULL,
    title TEXT NOT NULL,
    year TEXT NOT NULL,
    number TEXT NOT NULL,
    UNIQUE (document, source)
) STRICT;
CREATE INDEX cited_by_work ON cited (work, document, certain, possible);
CREATE VIRTUAL TABLE cited_words USING fts5 (
    authors, title, year, number, content='cited', content_rowid='row', prefix='2 3',
    tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER cited_in AFTER INSERT ON cited BEGIN
    INSERT INTO cited_words (rowid, authors, title, year, number)
    VALUES (new.row, new.authors, new.title, new.year, new.number);
END;
CREATE TRIGGER cited_out AFTER DELETE ON cited BEGIN
    INSERT INTO cited_words (cited_words, rowid, authors, title, year, number)
    VALUES ('delete', old.row, old.authors, old.title, old.year, old.number);
END;
-- Passages that perhaps cite a work: a citation in them was left open, and the work is one of its candidates.
CREATE TABLE may_cite (
    key TEXT NOT NULL COLLATE NOCASE,
    passage INTEGER NOT NULL REFERENCES passages (row) ON DELETE CASCADE,
    PRIMARY KEY (key, passage)
) STRICT, WITHOUT ROWID;
CREATE INDEX may_cite_by_passage ON may_cite (passage);
-- The documents' own titles, folded: whole and without subtitle.
CREATE TABLE titles (
    title TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    PRIMARY KEY (title, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX titles_by_document ON titles (document);

-- Made from what is stored of a document (see `index.sqlite.derived`), so not counted in its checksum.
-- Which passages name which mission, or stand in a document whose title names it.
CREATE TABLE missions (
    mission TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    passage INTEGER NOT NULL REFERENCES passages (row) ON DELETE CASCADE,
    PRIMARY KEY (mission, document, passage)
) STRICT, WITHOUT ROWID;
CREATE INDEX missions_by_passage ON missions (passage);
CREATE INDEX missions_by_document ON missions (document);
-- What a document says that its abbreviations stand for, both ways: a short or a long form folded, and the other one
-- as the document writes it.
CREATE TABLE abbreviations (
    folded TEXT NOT NULL,
    written TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    PRIMARY KEY (folded, written, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX abbreviations_by_document ON abbreviations (document);

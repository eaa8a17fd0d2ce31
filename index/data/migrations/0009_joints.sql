-- Made from what is stored of a document (see `index.sqlite.derived`), so not counted in its checksum.
-- Where one passage goes on in the next of the same section: the last word of the one and the first of the other, folded,
-- by the next one's row. So a phrase that runs over the cut is found without reading all passages that begin with "the".
CREATE TABLE joints (
    words TEXT NOT NULL,
    passage INTEGER NOT NULL REFERENCES passages (row) ON DELETE CASCADE,
    PRIMARY KEY (words, passage)
) STRICT, WITHOUT ROWID;
CREATE INDEX joints_by_passage ON joints (passage);

-- Made from what is stored of a document (see `index.sqlite.derived`), so not counted in its checksum.
-- What a search shows of each passage beside its text, as JSON, to be read in one piece (see `index.sqlite.cards`).
CREATE TABLE cards (
    passage INTEGER PRIMARY KEY REFERENCES passages (row) ON DELETE CASCADE,
    data TEXT NOT NULL
) STRICT;

-- By which reader and which cutting a document came in (see `index.versions`); none for those of the first Bluenotes.
CREATE TABLE versions (
    document INTEGER PRIMARY KEY REFERENCES documents (row) ON DELETE CASCADE,
    reading INTEGER NOT NULL,
    cutting INTEGER NOT NULL
) STRICT;

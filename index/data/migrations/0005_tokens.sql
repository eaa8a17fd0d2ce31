-- The vectors of a passage's tokens, headings first, two bits a dimension (see `index.encoding.tokens`): a row of bytes for each.
CREATE TABLE tokens (
    row INTEGER PRIMARY KEY REFERENCES passages (row) ON DELETE CASCADE,
    codes BLOB NOT NULL,
    count INTEGER NOT NULL
) STRICT;

-- What names a passage, apart from its text: two hundred rows' ids are read from a few pages instead of two hundred.
CREATE INDEX passages_named ON passages (row, id, document, kind);

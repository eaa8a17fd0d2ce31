-- The parts of the contract's object ("document", "citations", ...) as they were read, where a bibliography or a reader
-- says otherwise: undoing brings back exactly what was there.
CREATE TABLE readings (
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    part TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (document, part)
) STRICT, WITHOUT ROWID;

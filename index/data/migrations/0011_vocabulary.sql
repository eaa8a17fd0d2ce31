-- Made from what is stored of a document (see `index.sqlite.derived`), so not counted in its checksum.
-- The words of the passages by how many letters they have: among them is looked for what a mistyped word may have meant.
-- `written` has the accents that `word` lost. A word stays when its documents go: before it is offered it is looked up.
CREATE TABLE vocabulary (
    letters INTEGER NOT NULL,
    word TEXT NOT NULL,
    written TEXT NOT NULL,
    PRIMARY KEY (letters, word)
) STRICT, WITHOUT ROWID;

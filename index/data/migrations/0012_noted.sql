-- Made from what is stored of a document (see `index.sqlite.derived`), so not counted in its checksum.
-- The words of the notes that only cite and so are no passages of their own, by the passage that bears their markers.
CREATE TABLE noted (
    passage INTEGER PRIMARY KEY REFERENCES passages (row) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE noted_words USING fts5 (
    text, content='noted', content_rowid='passage', tokenize="porter unicode61 remove_diacritics 2"
);
CREATE TRIGGER noted_in AFTER INSERT ON noted BEGIN
    INSERT INTO noted_words (rowid, text) VALUES (new.passage, new.text);
END;
CREATE TRIGGER noted_out AFTER DELETE ON noted BEGIN
    INSERT INTO noted_words (noted_words, rowid, text) VALUES ('delete', old.passage, old.text);
END;

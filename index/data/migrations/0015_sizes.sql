-- How many passages there are in each language, kept by triggers: to count them anew went through all documents, and
-- is asked after each addition and by each search.
CREATE TABLE sizes (language TEXT PRIMARY KEY, passages INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO sizes SELECT language, count(*) FROM passages JOIN documents ON documents.row = document GROUP BY language;
CREATE TRIGGER sizes_up AFTER INSERT ON passages BEGIN
    INSERT INTO sizes SELECT language, 1 FROM documents WHERE row = new.document
    ON CONFLICT (language) DO UPDATE SET passages = passages + 1;
END;
-- A document's passages go before it does.
CREATE TRIGGER sizes_down AFTER DELETE ON passages BEGIN
    UPDATE sizes SET passages = passages - 1 WHERE language = (SELECT language FROM documents WHERE row = old.document);
END;
CREATE TRIGGER sizes_over AFTER UPDATE OF language ON documents WHEN new.language != old.language BEGIN
    INSERT INTO sizes SELECT new.language, count(*) FROM passages WHERE document = new.row
    ON CONFLICT (language) DO UPDATE SET passages = passages + excluded.passages;
    UPDATE sizes SET passages = passages - (SELECT count(*) FROM passages WHERE document = new.row)
    WHERE language = old.language;
END;

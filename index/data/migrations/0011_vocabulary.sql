-- The words of the passages, by how many letters they have: among them is looked for what a mistyped word may have meant.
-- Only words that may be mistyped and known again (`index.sqlite.vocabulary`); `written` has the accents that `word` lost.
-- A word stays when its documents go: before it is offered it is looked up.
CREATE TABLE vocabulary (
    letters INTEGER NOT NULL,
    word TEXT NOT NULL,
    written TEXT NOT NULL,
    PRIMARY KEY (letters, word)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words_whole_counts USING fts5vocab (words_whole, row);
INSERT INTO vocabulary
SELECT length(term), term, term FROM words_whole_counts WHERE length(term) >= 4 AND term NOT GLOB '*[^a-z]*';
DROP TABLE words_whole_counts;

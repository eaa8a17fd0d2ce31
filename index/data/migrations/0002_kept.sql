-- What a reader keeps beside the documents (see `index.sqlite.drawers`): no document's row owns it, so that it survives the
-- removal of a document and its reading anew. `document` is the id of the one that it is about, if of any.
CREATE TABLE kept (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    drawer TEXT NOT NULL,
    id TEXT NOT NULL,
    document TEXT,
    made TEXT NOT NULL,
    changed TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (drawer, id)
) STRICT;
CREATE INDEX kept_by_document ON kept (document);

-- What goes with a document that is taken out is found by its row, and not by looking through all that there is.
CREATE INDEX paths_by_document ON paths (document);
CREATE INDEX identities_by_document ON identities (document);

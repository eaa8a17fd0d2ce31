-- Size and time of change of the derived file when it was found sound: while they are the same it is not read through.
ALTER TABLE bases ADD COLUMN stamp TEXT NOT NULL DEFAULT '';

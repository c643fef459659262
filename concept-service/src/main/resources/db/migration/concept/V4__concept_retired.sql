-- A concept that is retired stays in the list.
ALTER TABLE concept_catalogue ADD COLUMN retired boolean NOT NULL DEFAULT false;

-- An import that fails every time is given up: how often it was postponed since it last went on, and since when

ALTER TABLE import_job ADD COLUMN postponed int NOT NULL DEFAULT 0;
ALTER TABLE import_job ADD COLUMN postponed_since timestamptz;

-- An export that fails every time is given up: how often it was postponed since it last went on, and since when

ALTER TABLE export_work ADD COLUMN postponed int NOT NULL DEFAULT 0;
ALTER TABLE export_work ADD COLUMN postponed_since timestamptz;

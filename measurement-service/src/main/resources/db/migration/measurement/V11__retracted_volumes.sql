-- Volumes that were retracted count nowhere; their row keeps the version, so that nothing older brings them back

ALTER TABLE survey_volume ADD COLUMN retracted boolean NOT NULL DEFAULT false;

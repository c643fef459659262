-- Why a file was uploaded: the reason of all that its lines change.
ALTER TABLE import_job ADD COLUMN reason text;

-- What the parts of an upload are sealed with, wrapped by a key outside the database; forgotten once it was taken in.
ALTER TABLE import_job ADD COLUMN key text;

-- The trace of the request that uploaded it.
ALTER TABLE import_job ADD COLUMN traceparent text;

-- What is corrected or retracted is found by its stream.
CREATE INDEX counted_by_stream ON counted (organisation, stream);
CREATE INDEX reported_by_stream ON reported (organisation, stream);

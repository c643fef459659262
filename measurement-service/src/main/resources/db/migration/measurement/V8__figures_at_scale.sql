-- The months as they were when they were last released: longer periods are added up from these

CREATE TABLE month_count (
    organisation text NOT NULL,
    indicator text NOT NULL,
    month date NOT NULL,
    dimension text NOT NULL,
    key text NOT NULL,
    -- the values that were given, and how often each was
    marks numeric[] NOT NULL,
    counts bigint[] NOT NULL,
    PRIMARY KEY (organisation, indicator, month, dimension, key)
);
INSERT INTO month_count
SELECT organisation, indicator, month, dimension, key, array_agg(value ORDER BY value), array_agg(n ORDER BY value)
FROM (SELECT organisation, indicator, date_trunc('month', day)::date AS month, dimension, key, value, sum(n)::bigint AS n
      FROM result_cell GROUP BY organisation, indicator, month, dimension, key, value) AS counted
GROUP BY organisation, indicator, month, dimension, key;

CREATE INDEX result_change_by_indicator ON result_change (organisation, indicator, id);

-- What was known at a moment is one probe of an index for each place. What is older is thinned, minute by minute.

DELETE FROM released_result_log WHERE ctid IN (
    SELECT ctid FROM (SELECT ctid, row_number() OVER (
        PARTITION BY organisation, indicator, period_kind, dimension, period_from, key, released_at
        ORDER BY revision DESC) AS place FROM released_result_log) AS known WHERE place > 1);
ALTER TABLE released_result_log DROP CONSTRAINT released_result_log_pkey;
ALTER TABLE released_result_log
    ADD PRIMARY KEY (organisation, indicator, period_kind, dimension, period_from, key, released_at);
CREATE INDEX released_result_log_by_time ON released_result_log (released_at);

DELETE FROM released_verdict_log WHERE ctid IN (
    SELECT ctid FROM (SELECT ctid, row_number() OVER (
        PARTITION BY organisation, indicator, period_kind, period_from, concept, edition, objective, judged_at
        ORDER BY revision DESC) AS place FROM released_verdict_log) AS known WHERE place > 1);
ALTER TABLE released_verdict_log DROP CONSTRAINT released_verdict_log_pkey;
ALTER TABLE released_verdict_log
    ADD PRIMARY KEY (organisation, indicator, period_kind, period_from, concept, edition, objective, judged_at);
CREATE INDEX released_verdict_log_by_time ON released_verdict_log (judged_at);

CREATE TABLE release_log_thinned (
    log text PRIMARY KEY,
    until timestamptz NOT NULL
);
INSERT INTO release_log_thinned (log, until)
VALUES ('released_result_log', '-infinity'), ('released_verdict_log', '-infinity');

-- Responses and observations are counted anew when an edition or a journey becomes known after them. Who counts holds the turn
-- together with others, who counts anew holds it alone.

ALTER TABLE counted_response ADD COLUMN told_journey text;
UPDATE counted_response SET told_journey = journey WHERE journey IS NOT NULL;

CREATE TABLE recount_turn (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one)
);
INSERT INTO recount_turn (only_one) VALUES (true);

CREATE TABLE recount (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation text NOT NULL,
    what text NOT NULL,
    -- those of the day and later, or those that the journey bears on
    from_day date NOT NULL,
    journey text,
    -- the last that was looked at
    reached text[]
);
INSERT INTO recount (organisation, what, from_day)
SELECT organisation, 'RESPONSES', '-infinity' FROM counted_response GROUP BY organisation;
INSERT INTO recount (organisation, what, from_day)
SELECT organisation, 'OBSERVATIONS', '-infinity' FROM counted GROUP BY organisation;

-- Under which editions a period ended, and what a figure of a closed period was before it was corrected

ALTER TABLE released_result
    ADD COLUMN editions text[] NOT NULL DEFAULT '{}',
    ADD COLUMN corrected_n bigint,
    ADD COLUMN corrected_figure numeric,
    ADD COLUMN corrected_since timestamptz,
    ADD COLUMN corrected_at timestamptz,
    ADD COLUMN corrected_revision bigint NOT NULL DEFAULT 0,
    ADD COLUMN sent_correction bigint NOT NULL DEFAULT 0;
ALTER TABLE released_result_log
    ADD COLUMN editions text[] NOT NULL DEFAULT '{}',
    ADD COLUMN corrected_n bigint,
    ADD COLUMN corrected_figure numeric,
    ADD COLUMN corrected_since timestamptz,
    ADD COLUMN corrected_at timestamptz,
    ADD COLUMN corrected_revision bigint NOT NULL DEFAULT 0,
    ADD COLUMN sent_correction bigint NOT NULL DEFAULT 0;
CREATE INDEX released_result_correction_to_send ON released_result (organisation, indicator)
    WHERE sent_correction < corrected_revision;

-- Responses are counted by two side by side, each in cells of its own. Whoever counted alone has no position any more, and so
-- cannot commit: the two go on where it was.

ALTER TABLE result_cell ADD COLUMN shard int NOT NULL DEFAULT 0;
ALTER TABLE result_cell DROP CONSTRAINT result_cell_pkey;
ALTER TABLE result_cell ADD PRIMARY KEY (organisation, indicator, day, dimension, key, value, shard);
WITH alone AS (
    DELETE FROM reader WHERE name = 'projection-response-cells' RETURNING generation, tx, ordinal)
INSERT INTO reader (name, shard, shards, generation, tx, ordinal)
SELECT 'projection-response-counts', shard, 2, generation, tx, ordinal FROM alone, generate_series(0, 1) AS shard;

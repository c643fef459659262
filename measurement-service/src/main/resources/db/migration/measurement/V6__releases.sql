-- What is known of each place that could be released, whether it may be seen or not: never shown itself.

CREATE TABLE release_cell (
    organisation text NOT NULL,
    indicator text NOT NULL,
    definition_version int NOT NULL,
    period_kind text NOT NULL,
    period_from date NOT NULL,
    dimension text NOT NULL,
    key text NOT NULL,
    -- responses when it was last looked at
    n bigint NOT NULL,
    -- the figure when it was last looked at, only where changes are held back
    figure text,
    -- changes since it was last shown
    changes bigint NOT NULL,
    -- responses behind what was last shown
    shown_n bigint NOT NULL,
    withheld boolean NOT NULL,
    PRIMARY KEY (organisation, indicator, definition_version, period_kind, period_from, dimension, key)
);

-- Everything that was ever released, for who asks what was known at a moment. Rows are only added.

CREATE TABLE released_result_log (
    LIKE released_result,
    PRIMARY KEY (organisation, indicator, period_kind, dimension, period_from, key, definition_version, revision)
);
CREATE TABLE released_verdict_log (
    LIKE released_verdict,
    PRIMARY KEY (organisation, indicator, period_kind, period_from, concept, edition, objective, revision)
);
INSERT INTO released_result_log SELECT * FROM released_result;
INSERT INTO released_verdict_log SELECT * FROM released_verdict;

-- What was released before is looked at again
INSERT INTO result_change (organisation, indicator, day)
SELECT DISTINCT organisation, indicator, day FROM result_cell ORDER BY organisation, indicator, day;

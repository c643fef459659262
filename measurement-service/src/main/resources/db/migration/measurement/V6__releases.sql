-- What is known of each place that could be released, whether it may be seen or not: never shown itself.

CREATE TABLE release_cell (
    organisation text NOT NULL,
    indicator text NOT NULL,
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
    PRIMARY KEY (organisation, indicator, period_kind, period_from, dimension, key)
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

-- What each edition expects to be measured

CREATE TABLE measurement_plan (
    organisation text NOT NULL,
    plan text NOT NULL,
    concept text NOT NULL,
    edition int NOT NULL,
    in_force_from date NOT NULL,
    target text NOT NULL,
    name text,
    indicator text NOT NULL,
    period_kind text NOT NULL,
    dimension text NOT NULL,
    key text NOT NULL,
    owner text,
    -- nothing is late before it was planned
    derived_on date NOT NULL,
    PRIMARY KEY (organisation, plan, edition)
);
CREATE INDEX measurement_plan_by_concept ON measurement_plan (organisation, concept, edition);
INSERT INTO measurement_plan (organisation, plan, concept, edition, in_force_from, target, indicator, period_kind, dimension,
    key, derived_on)
SELECT organisation, md5(organisation || '/' || concept || '/' || objective)::uuid::text, concept, edition, in_force_from,
       objective, indicator, period_kind, dimension, key, current_date
FROM objective JOIN edition USING (organisation, concept, edition);

CREATE TABLE plan_completion (
    organisation text NOT NULL,
    plan text NOT NULL,
    version bigint NOT NULL,
    source text NOT NULL,
    survey text,
    question text,
    feed text,
    frequency text NOT NULL,
    owner text,
    due_days int NOT NULL,
    PRIMARY KEY (organisation, plan)
);

CREATE TABLE plan_overdue (
    organisation text NOT NULL,
    indicator text NOT NULL,
    plan text NOT NULL,
    concept text NOT NULL,
    edition int NOT NULL,
    target text NOT NULL,
    frequency text NOT NULL,
    period_from date NOT NULL,
    -- whether the verdict says so
    judged boolean NOT NULL DEFAULT false,
    PRIMARY KEY (organisation, indicator, plan, edition, frequency, period_from)
);
CREATE INDEX plan_overdue_to_judge ON plan_overdue (organisation, indicator) WHERE NOT judged;

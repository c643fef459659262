-- Lists, written within the append

CREATE TABLE indicator (
    id text PRIMARY KEY,
    organisation text NOT NULL,
    name text NOT NULL,
    version bigint NOT NULL,
    definition text NOT NULL
);
CREATE INDEX indicator_by_organisation ON indicator (organisation, id);

CREATE TABLE survey (
    id text PRIMARY KEY,
    organisation text NOT NULL,
    name text NOT NULL,
    version bigint NOT NULL,
    content text NOT NULL
);
CREATE INDEX survey_by_organisation ON survey (organisation, id);

-- The key of the HMACs that name streams after senders' ids. It must never change: with another one an answer that is
-- pushed again would count again. Two random UUIDs hold 244 random bits.

CREATE TABLE sender_key (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    key bytea NOT NULL
);
INSERT INTO sender_key (key)
VALUES (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- Local copies of what other services own

CREATE TABLE edition (
    organisation text NOT NULL,
    concept text NOT NULL,
    edition int NOT NULL,
    in_force_from date NOT NULL,
    -- whether everything known so far was judged by it
    judged boolean NOT NULL DEFAULT false,
    PRIMARY KEY (organisation, concept, edition)
);
CREATE INDEX edition_to_judge ON edition (in_force_from) WHERE NOT judged;

CREATE TABLE objective (
    organisation text NOT NULL,
    concept text NOT NULL,
    edition int NOT NULL,
    objective text NOT NULL,
    indicator text NOT NULL,
    comparison text NOT NULL,
    value numeric NOT NULL,
    measure text NOT NULL,
    baseline_year int,
    period_kind text NOT NULL,
    dimension text NOT NULL,
    key text NOT NULL,
    PRIMARY KEY (organisation, concept, edition, objective)
);
CREATE INDEX objective_by_indicator ON objective (organisation, indicator);

CREATE TABLE touchpoint (
    organisation text NOT NULL,
    touchpoint text NOT NULL,
    journey text NOT NULL,
    -- only where exactly one need is at stake
    need text,
    PRIMARY KEY (organisation, touchpoint)
);
CREATE INDEX touchpoint_by_journey ON touchpoint (organisation, journey);

-- What results are computed from

CREATE TABLE result_cell (
    organisation text NOT NULL,
    indicator text NOT NULL,
    definition_version int NOT NULL,
    day date NOT NULL,
    dimension text NOT NULL,
    key text NOT NULL,
    n bigint NOT NULL,
    total numeric NOT NULL,
    squares numeric NOT NULL,
    PRIMARY KEY (organisation, indicator, definition_version, day, dimension, key)
);

CREATE TABLE counted (
    organisation text NOT NULL,
    indicator text NOT NULL,
    stream text NOT NULL,
    days daterange NOT NULL,
    value numeric NOT NULL,
    channel text,
    customer_group text,
    location text,
    PRIMARY KEY (organisation, indicator, stream)
);
CREATE INDEX counted_by_day ON counted (organisation, indicator, lower(days));

CREATE TABLE reported (
    organisation text NOT NULL,
    indicator text NOT NULL,
    stream text NOT NULL,
    days daterange NOT NULL,
    dimension text NOT NULL,
    key text NOT NULL,
    value numeric NOT NULL,
    n bigint,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (organisation, indicator, stream)
);
CREATE INDEX reported_by_day ON reported (organisation, indicator, lower(days));

-- Days of which something changed since results were last released. Rows are only ever added and taken, never updated:
-- a row that can be seen was committed together with what it is about.

CREATE TABLE result_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation text NOT NULL,
    indicator text NOT NULL,
    day date NOT NULL
);

-- What was released. Revisions live here, outside everything that can be rebuilt.

CREATE TABLE released_result (
    organisation text NOT NULL,
    indicator text NOT NULL,
    period_kind text NOT NULL,
    period_from date NOT NULL,
    dimension text NOT NULL,
    key text NOT NULL,
    definition_version int NOT NULL,
    basis text NOT NULL,
    state text NOT NULL,
    n bigint,
    figure numeric,
    low numeric,
    high numeric,
    open boolean NOT NULL,
    revision bigint NOT NULL,
    released_at timestamptz NOT NULL,
    sent_revision bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (organisation, indicator, period_kind, dimension, period_from, key)
);
CREATE INDEX released_result_to_send ON released_result (organisation, indicator) WHERE sent_revision < revision;
CREATE INDEX released_result_open ON released_result (organisation, indicator) WHERE open;

CREATE TABLE released_verdict (
    organisation text NOT NULL,
    indicator text NOT NULL,
    period_kind text NOT NULL,
    period_from date NOT NULL,
    concept text NOT NULL,
    edition int NOT NULL,
    objective text NOT NULL,
    dimension text NOT NULL,
    key text NOT NULL,
    n bigint,
    figure numeric,
    low numeric,
    high numeric,
    change numeric,
    baseline_label text,
    baseline_figure numeric,
    through date,
    verdict text NOT NULL,
    provisional boolean NOT NULL,
    revision bigint NOT NULL,
    judged_at timestamptz NOT NULL,
    sent_revision bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (organisation, indicator, period_kind, period_from, concept, edition, objective)
);
CREATE INDEX released_verdict_to_send ON released_verdict (organisation, indicator) WHERE sent_revision < revision;

-- Whoever releases holds this row, so that a release that was overtaken never writes after its successor.

CREATE TABLE release_turn (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    -- the local day on which open periods were last looked at
    day date NOT NULL
);
INSERT INTO release_turn (day) VALUES ('1970-01-01');

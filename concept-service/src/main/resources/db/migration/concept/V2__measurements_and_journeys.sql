-- The local copy of what measurement-service says.
CREATE TABLE known_indicator (
    organisation    text    NOT NULL,
    indicator       text    NOT NULL,
    version         integer NOT NULL,
    name            text    NOT NULL,
    unit            text    NOT NULL,
    satisfaction_of text,
    anchor_lowest   numeric,
    anchor_norm     numeric,
    anchor_highest  numeric,
    PRIMARY KEY (organisation, indicator)
);

CREATE INDEX known_indicator_satisfaction ON known_indicator (organisation, satisfaction_of);

-- Results are states: per indicator, slice and period the highest revision stays. slice_key is '' for the slice ALL.
CREATE TABLE measured_result (
    organisation text   NOT NULL,
    indicator    text   NOT NULL,
    dimension    text   NOT NULL,
    slice_key    text   NOT NULL,
    period_kind  text   NOT NULL,
    period_label text   NOT NULL,
    period_from  date   NOT NULL,
    period_to    date   NOT NULL,
    state        text   NOT NULL,
    n            bigint,
    figure       numeric,
    low          numeric,
    high         numeric,
    revision     bigint NOT NULL,
    PRIMARY KEY (organisation, indicator, dimension, slice_key, period_kind, period_label)
);

-- So are verdicts, per objective of an edition and period.
CREATE TABLE target_verdict (
    organisation    text        NOT NULL,
    concept         text        NOT NULL,
    edition         integer     NOT NULL,
    objective       text        NOT NULL,
    period_kind     text        NOT NULL,
    period_label    text        NOT NULL,
    period_from     date        NOT NULL,
    period_to       date        NOT NULL,
    n               bigint,
    figure          numeric,
    low             numeric,
    high            numeric,
    change          numeric,
    baseline_label  text,
    baseline_figure numeric,
    through         date,
    verdict         text        NOT NULL,
    provisional     boolean     NOT NULL,
    revision        bigint      NOT NULL,
    judged_at       timestamptz NOT NULL,
    PRIMARY KEY (organisation, concept, edition, objective, period_kind, period_label)
);

-- The local copy of what journey-service says: the touchpoints of published journeys.
CREATE TABLE journey_touchpoint (
    organisation text NOT NULL,
    journey      text NOT NULL,
    touchpoint   text NOT NULL,
    concept      text NOT NULL,
    channel      text NOT NULL,
    name         text NOT NULL,
    PRIMARY KEY (organisation, journey, touchpoint)
);

CREATE INDEX journey_touchpoint_concept ON journey_touchpoint (organisation, concept);

-- Each version of each idea, for who asks what was known at a moment; written by the projection idea-versions within the
-- append, which starts from the first event.
CREATE TABLE concept_idea_version (
    organisation      text        NOT NULL,
    concept           text        NOT NULL,
    idea              text        NOT NULL,
    title             text        NOT NULL,
    title_key         text        COLLATE "C" NOT NULL,
    state             text        NOT NULL,
    origin            text        NOT NULL,
    owner             text        NOT NULL,
    needs             text[]      NOT NULL,
    channels          text[]      NOT NULL,
    customer_value    integer,
    business_value    integer,
    effort            integer,
    cost              numeric,
    expected_effects  jsonb       NOT NULL,
    version           bigint      NOT NULL,
    recorded_at       timestamptz NOT NULL,
    PRIMARY KEY (organisation, idea, version)
);

CREATE INDEX concept_idea_version_of_concept ON concept_idea_version (organisation, concept);

-- What was heard of indicators, each version, and when.
CREATE TABLE known_indicator_version (
    organisation    text        NOT NULL,
    indicator       text        NOT NULL,
    version         integer     NOT NULL,
    satisfaction_of text,
    anchor_lowest   numeric,
    anchor_norm     numeric,
    anchor_highest  numeric,
    recorded_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation, indicator, version)
);

CREATE INDEX known_indicator_version_satisfaction ON known_indicator_version (organisation, satisfaction_of);

-- What was heard of needs per channel and per group and month, each revision, and when: that is what the gap analysis reads
-- as it was. Of all other results the last state is enough, so no others are kept here.
CREATE TABLE measured_pair_version (
    organisation text        NOT NULL,
    indicator    text        NOT NULL,
    dimension    text        NOT NULL,
    slice_key    text        NOT NULL,
    period_label text        NOT NULL,
    period_from  date        NOT NULL,
    n            bigint,
    figure       numeric,
    low          numeric,
    high         numeric,
    revision     bigint      NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organisation, indicator, dimension, slice_key, period_label, revision)
);

-- Of what was heard before this only the last is known, and not since when: it counts from now on.
INSERT INTO known_indicator_version (organisation, indicator, version, satisfaction_of, anchor_lowest, anchor_norm,
    anchor_highest)
SELECT organisation, indicator, version, satisfaction_of, anchor_lowest, anchor_norm, anchor_highest FROM known_indicator;

INSERT INTO measured_pair_version (organisation, indicator, dimension, slice_key, period_label, period_from, n, figure, low,
    high, revision)
SELECT organisation, indicator, dimension, slice_key, period_label, period_from, n, figure, low, high, revision
FROM measured_result WHERE dimension IN ('NEED_CHANNEL', 'NEED_GROUP') AND period_kind = 'MONTH';

-- A change of another indicator is computed again when that one changes.

ALTER TABLE indicator ADD COLUMN change_of text;
CREATE INDEX indicator_by_change ON indicator (organisation, change_of) WHERE change_of IS NOT NULL;

-- How often each value was given, by day and slice: what figures of every kind, in every version of a definition, are
-- computed from. Sums of before did not keep the values, so all responses are counted again: the reader begins anew.

DROP TABLE result_cell;
CREATE TABLE result_cell (
    organisation text NOT NULL,
    indicator text NOT NULL,
    day date NOT NULL,
    dimension text NOT NULL,
    key text NOT NULL,
    value numeric NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (organisation, indicator, day, dimension, key, value)
);

DELETE FROM reader WHERE name = 'projection-response-cells';

-- What was counted of each response, so that a correction takes away exactly that.

CREATE TABLE counted_response (
    organisation text NOT NULL,
    stream text NOT NULL,
    survey text NOT NULL,
    survey_version int NOT NULL,
    day date NOT NULL,
    channel text,
    layer text,
    customer_group text,
    touchpoint text,
    journey text,
    service text,
    location text,
    department text,
    edition text,
    pilot text,
    -- what was fed to which indicator, about which need; JSON
    fed text NOT NULL,
    PRIMARY KEY (organisation, stream)
);

-- The layers of channels, edition by edition, and the services of journeys

CREATE TABLE edition_channel (
    organisation text NOT NULL,
    concept text NOT NULL,
    edition int NOT NULL,
    channel text NOT NULL,
    layer text NOT NULL,
    PRIMARY KEY (organisation, concept, edition, channel)
);
CREATE INDEX edition_channel_by_channel ON edition_channel (organisation, channel);

ALTER TABLE touchpoint ADD COLUMN service text;

-- Of how many: the denominator of a share, the number of what took a time in all. A single time has its bucket.

ALTER TABLE counted ADD COLUMN denominator numeric;
ALTER TABLE counted ADD COLUMN bucket int;
ALTER TABLE counted ADD COLUMN layer text;
ALTER TABLE counted ADD COLUMN edition text;

-- What stands beside a figure: share, median, p90 and p95, each with the ends of its interval.

ALTER TABLE released_result ADD COLUMN beside numeric[];

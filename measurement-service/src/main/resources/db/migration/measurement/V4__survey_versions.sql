-- Surveys have versions: the list holds the newest, and says as which event it was written.

ALTER TABLE survey ADD COLUMN content_type text NOT NULL DEFAULT 'measurement.survey-drawn-up.v1';

-- Which indicators the versions of surveys feed, and where a version asks something else than the one before.

CREATE TABLE survey_feed (
    organisation text NOT NULL,
    indicator text NOT NULL,
    survey text NOT NULL,
    version int NOT NULL,
    in_use_from timestamptz NOT NULL,
    release_step int NOT NULL,
    breaks boolean NOT NULL,
    PRIMARY KEY (organisation, indicator, survey, version)
);
INSERT INTO survey_feed (organisation, indicator, survey, version, in_use_from, release_step, breaks)
SELECT DISTINCT organisation, indicator, id, 1, (content::jsonb ->> 'inUseFrom')::timestamptz, 1, false
FROM survey, jsonb_array_elements(content::jsonb -> 'questions') AS question,
     jsonb_array_elements_text(question -> 'indicators') AS indicator;

-- How many customers there were and were offered a survey, and how many answered it.

CREATE TABLE survey_volume (
    organisation text NOT NULL,
    survey text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    -- empty for all channels together
    channel text NOT NULL,
    volume text NOT NULL,
    version bigint NOT NULL,
    customers bigint,
    offered bigint,
    -- only where it is not counted here
    answered bigint,
    PRIMARY KEY (organisation, survey, first_day, last_day, channel)
);

CREATE TABLE survey_answered (
    organisation text NOT NULL,
    survey text NOT NULL,
    day date NOT NULL,
    channel text NOT NULL,
    n bigint NOT NULL,
    PRIMARY KEY (organisation, survey, day, channel)
);

-- Uploads, and how far each was taken in. They are what was sent, not rows of a projection.

CREATE TABLE import_job (
    id text PRIMARY KEY,
    number bigint GENERATED ALWAYS AS IDENTITY,
    organisation text NOT NULL,
    kind text NOT NULL,
    survey text,
    format text NOT NULL,
    -- which column of the file stands for which field, as JSON
    columns text NOT NULL,
    actor text NOT NULL,
    idempotency_key text,
    fingerprint text,
    state text NOT NULL,
    created_at timestamptz NOT NULL,
    finished_at timestamptz,
    bytes bigint NOT NULL DEFAULT 0,
    -- where the next line begins
    reached bigint NOT NULL DEFAULT 0,
    line bigint NOT NULL DEFAULT 1,
    skipping boolean NOT NULL DEFAULT false,
    header text,
    stored bigint NOT NULL DEFAULT 0,
    unchanged bigint NOT NULL DEFAULT 0,
    conflicting bigint NOT NULL DEFAULT 0,
    invalid bigint NOT NULL DEFAULT 0,
    errors bigint NOT NULL DEFAULT 0,
    listed bigint NOT NULL DEFAULT 0,
    version bigint NOT NULL DEFAULT 1,
    worked_at timestamptz NOT NULL,
    UNIQUE (organisation, idempotency_key)
);
CREATE UNIQUE INDEX import_job_by_organisation ON import_job (organisation, number);
CREATE INDEX import_job_to_do ON import_job (worked_at) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX import_job_to_tidy ON import_job (created_at) WHERE state = 'UPLOADING';

-- The file itself in parts of equal length, each compressed; gone when it was taken in.
CREATE TABLE import_part (
    import text NOT NULL,
    number int NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (import, number)
);
ALTER TABLE import_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE import_error (
    import text NOT NULL,
    number bigint NOT NULL,
    line bigint NOT NULL,
    "column" int,
    pointer text,
    message text NOT NULL,
    PRIMARY KEY (import, number)
);

-- Survey tools that send responses. The rows are written within the append.

CREATE TABLE webhook_subscription (
    id text PRIMARY KEY,
    organisation text NOT NULL,
    version bigint NOT NULL,
    active boolean NOT NULL
);
CREATE INDEX webhook_subscription_by_organisation ON webhook_subscription (organisation, id) WHERE active;

-- What was taken in already, so that nobody can send it again.
CREATE TABLE webhook_delivery (
    subscription text NOT NULL,
    delivery text NOT NULL,
    signed_at text NOT NULL,
    taken_at timestamptz NOT NULL,
    PRIMARY KEY (subscription, delivery)
);
CREATE INDEX webhook_delivery_by_age ON webhook_delivery (taken_at);

-- What was the matter with deliveries; never what was answered.
CREATE TABLE webhook_problem (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscription text NOT NULL,
    delivery text NOT NULL,
    about text NOT NULL,
    message text NOT NULL,
    seen_at timestamptz NOT NULL
);
CREATE INDEX webhook_problem_by_subscription ON webhook_problem (subscription, id);

-- Exports that were asked for, written within the append, and how far each is. A file is kept for a while.

CREATE TABLE export_list (
    id text PRIMARY KEY,
    organisation text NOT NULL,
    actor text NOT NULL,
    requested_at timestamptz NOT NULL,
    version bigint NOT NULL
);
CREATE INDEX export_list_by_time ON export_list (organisation, requested_at, id);

CREATE TABLE export_work (
    id text PRIMARY KEY,
    state text NOT NULL,
    finished_at timestamptz,
    reached text,
    parts int NOT NULL,
    rows bigint NOT NULL,
    version bigint NOT NULL,
    worked_at timestamptz NOT NULL
);

CREATE TABLE export_part (
    export text NOT NULL,
    number int NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (export, number)
);
ALTER TABLE export_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What measurement-service told us: the satisfaction indicators and their released results per touchpoint.

create table satisfaction_indicator (
    organisation text not null,
    indicator uuid not null,
    concept uuid not null,
    name text not null,
    unit text not null,
    defined_at timestamptz not null,
    primary key (organisation, indicator)
);

create index satisfaction_indicator_by_concept on satisfaction_indicator (organisation, concept);

create table touchpoint_result (
    organisation text not null,
    indicator uuid not null,
    touchpoint text not null,
    period_kind text not null,
    period_from date not null,
    period_to date not null,
    period_label text not null,
    state text not null,
    n bigint,
    figure numeric,
    low numeric,
    high numeric,
    open boolean not null,
    revision bigint not null,
    released_at timestamptz not null,
    primary key (organisation, indicator, touchpoint, period_kind, period_from)
);

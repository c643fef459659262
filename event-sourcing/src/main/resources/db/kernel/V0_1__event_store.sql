-- The log of all events. Its order is (generation, tx, ordinal), read below the oldest open transaction.
create table event (
    organisation    text        not null,
    stream          text        not null,
    version         bigint      not null,
    generation      int         not null,
    tx              xid8        not null,
    ordinal         int         not null,
    slot            smallint    not null,
    public_sequence bigint,
    type            text        not null,
    data            jsonb       not null,
    metadata        jsonb       not null,
    event_id        uuid        not null,
    recorded_at     timestamptz not null,
    primary key (organisation, stream, version)
);
create index event_log on event (generation, tx, ordinal);

-- The generation of what is written now; adopting a restored database counts it up.
create table event_generation (
    generation int not null,
    only_one   boolean primary key default true check (only_one)
);
insert into event_generation (generation) values (1);

-- What a request with an Idempotency-Key answered: its status and location, no body.
create table idempotency (
    organisation text        not null,
    key          text        not null,
    fingerprint  text        not null,
    status       int         not null,
    location     text        not null,
    recorded_at  timestamptz not null,
    primary key (organisation, key)
);
create index idempotency_age on idempotency (recorded_at);

-- Everything that moves along the log, or that only one instance may do: a lease with an epoch, and how far it is.
create table reader (
    name       text   not null,
    shard      int    not null,
    shards     int    not null,
    epoch      bigint not null default 0,
    holder     uuid,
    expires_at timestamptz,
    generation int    not null default 0,
    tx         xid8   not null default '0',
    ordinal    int    not null default 0,
    primary key (name, shard)
);

-- What was received from other services, so that nothing has effect twice.
create table inbox (
    source       text   not null,
    organisation text   not null,
    stream       text   not null,
    sequence     bigint not null,
    event_id     uuid   not null,
    primary key (source, organisation, stream, sequence)
);

-- What waits: for a gap to be filled, or (halts) for an operator.
create table inbox_parked (
    source       text        not null,
    organisation text        not null,
    stream       text        not null,
    sequence     bigint      not null,
    event_id     uuid        not null,
    type         text        not null,
    time         timestamptz not null,
    data         bytea       not null,
    traceparent  text,
    halts        boolean     not null,
    reason       text        not null,
    parked_at    timestamptz not null default clock_timestamp(),
    primary key (source, organisation, stream, sequence, event_id)
);

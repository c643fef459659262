-- The last rebuild of each projection (of several that share a table: of the first by name). The new rows are filled in a
-- schema beside the one that is read, by readers named rebuild-…, and swapped in when they have caught up.
create table rebuild (
    name          text        primary key,
    state         text        not null,
    requested_by  text        not null,
    requested_at  timestamptz not null default clock_timestamp(),
    started_at    timestamptz,
    -- when the new rows had caught up for the first time
    filled_at     timestamptz,
    finished_at   timestamptz,
    -- events in the log when it began, and how long the tables were locked for the swap
    events_total  bigint      not null default 0,
    locked_millis int,
    note          text,
    check (state in ('REQUESTED', 'RUNNING', 'SWAPPING', 'SWAPPED', 'DONE', 'CANCELLING', 'CANCELLED', 'FAILED'))
);

-- Which part of the log each of its readers takes, how much of it is done, and why one stands still.
create table rebuild_shard (
    rebuild     text   not null references rebuild,
    projection  text   not null,
    shard       int    not null,
    shards      int    not null,
    events_done bigint not null default 0,
    note        text,
    primary key (rebuild, projection, shard)
);

-- Operators point at parked records, which keep what their consequences are to carry.
alter table inbox_parked
    add column id             uuid not null default gen_random_uuid(),
    add column correlation_id uuid;
create unique index inbox_parked_id on inbox_parked (id);
-- the order of the list
create index inbox_parked_age on inbox_parked (parked_at, id);
-- asked for each record that comes while anything of its stream is parked
create index inbox_parked_halting on inbox_parked (source, organisation, stream) where halts;

-- What operators did: who, when, what with, why. The event ids say which record was meant, also when it is gone.
create table operator_action (
    id           bigint generated always as identity primary key,
    at           timestamptz not null default clock_timestamp(),
    operator     text        not null,
    action       text        not null check (action in ('REPLAY', 'DISCARD', 'REWIND')),
    source       text,
    organisation text,
    stream       text,
    sequence     bigint,
    event_id     uuid,
    reason       text        not null
);
-- a discarded record that Kafka brings again is dropped
create index operator_action_discarded on operator_action (event_id) where action = 'DISCARD';

-- The needs that are there instead of one that was merged or split, each with its place among them.
create table need_instead (
    organisation text not null,
    concept uuid not null,
    need uuid not null,
    place integer not null,
    instead uuid not null,
    primary key (organisation, concept, need, place)
);

-- A concept that is over.
alter table known_concept add column retired boolean not null default false;

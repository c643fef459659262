-- What concept-service told us. The draft of a concept is edition 0.

create table known_concept (
    organisation text not null,
    concept uuid not null,
    name text not null,
    primary key (organisation, concept)
);

create table concept_edition (
    organisation text not null,
    concept uuid not null,
    edition integer not null,
    in_force_from date not null,
    primary key (organisation, concept, edition)
);

create table concept_part (
    organisation text not null,
    concept uuid not null,
    edition integer not null,
    kind text not null,
    part uuid not null,
    name text not null,
    primary key (organisation, concept, edition, kind, part)
);

-- Whether a channel is used is operational: it changes outside the editions.
create table channel_status (
    organisation text not null,
    concept uuid not null,
    channel uuid not null,
    status text not null,
    primary key (organisation, concept, channel)
);

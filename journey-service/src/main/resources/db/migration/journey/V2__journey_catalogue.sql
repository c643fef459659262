-- The list of journeys; version is the version of the journey's stream that the row has seen.

create table journey_catalogue (
    organisation text not null,
    journey uuid not null,
    concept uuid not null,
    name text not null,
    kind text not null,
    service text,
    published boolean not null,
    version bigint not null,
    primary key (organisation, journey)
);

create index journey_catalogue_by_name on journey_catalogue (organisation, name, journey);
create index journey_catalogue_by_concept on journey_catalogue (organisation, concept, name, journey);

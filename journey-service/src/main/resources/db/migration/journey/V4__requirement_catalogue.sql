-- The list of requirements; version is the version of the requirement's stream that the row has seen.

create table requirement_catalogue (
    organisation text not null,
    requirement uuid not null,
    concept uuid not null,
    name text not null,
    kind text not null,
    channel uuid,
    journey uuid,
    touchpoint uuid,
    department text not null,
    owner text,
    due_date date,
    blocking boolean not null,
    state text not null,
    version bigint not null,
    primary key (organisation, requirement)
);

create index requirement_catalogue_by_name on requirement_catalogue (organisation, name, requirement);
create index requirement_catalogue_by_concept on requirement_catalogue (organisation, concept, name, requirement);

create table meter (
    organisation text   not null,
    stream       text   not null,
    version      bigint not null,
    readings     bigint not null,
    primary key (organisation, stream)
);

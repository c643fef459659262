create table item_out (
    organisation text not null,
    item         text not null,
    primary key (organisation, item)
);

-- What follows from new rows is done piece by piece after the swap: how far that is. A projection that is named without a
-- place is done; those before it by name are too.
alter table rebuild
    add column following     text,
    add column reached       text,
    add column followed_rows bigint not null default 0;

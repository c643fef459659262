-- The key that seals a subject's personal values, wrapped by an outer key that is never in a database. A row without a key
-- is that of an erased subject.
create table subject_key (
    organisation text        not null,
    subject      text        not null,
    key_id       uuid,
    outer_key    text,
    wrapped      bytea,
    since        timestamptz not null,
    primary key (organisation, subject),
    check (num_nulls(key_id, outer_key, wrapped) in (0, 3))
);

-- Who was erased and when: what a restored database has to be told again. No personal data.
create table subject_erasure (
    organisation text        not null,
    subject      text        not null,
    erased_at    timestamptz not null,
    primary key (erased_at, organisation, subject)
);

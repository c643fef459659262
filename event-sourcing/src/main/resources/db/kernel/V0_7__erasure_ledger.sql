-- When the broker acknowledged the erasure: null until it is known outside this database too. A position in the ledger
-- would not do: erasures may commit in another order than their times say.
alter table subject_erasure add column published_at timestamptz;
create index subject_erasure_unpublished on subject_erasure (erased_at, organisation, subject) where published_at is null;

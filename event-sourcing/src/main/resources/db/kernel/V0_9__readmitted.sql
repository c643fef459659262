-- Whether the key was made because its subject came back. Any other key is forgotten whenever an erasure is heard of, also one
-- that was made after it: somebody answered while the word of the erasure was under way.
alter table subject_key add column readmitted boolean not null default false;

-- Until now such keys were kept. Nobody could come back over an address yet, so every key of an erased subject is one of them.
update subject_key k set key_id = null, outer_key = null, wrapped = null
where k.wrapped is not null
  and exists (select from subject_erasure e where (e.organisation, e.subject) = (k.organisation, k.subject));

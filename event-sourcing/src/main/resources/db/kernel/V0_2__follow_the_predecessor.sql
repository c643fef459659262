-- It rewrites the log as a whole: every instance must be stopped, and it may take longer than a transaction otherwise may.
set local transaction_timeout = 0;

-- An event is written from the row it follows on, so every row says how many public events its stream has up to it:
-- counting them back from the last one would cost more the longer a stream stays silent.
alter table event add column is_public boolean not null default false;
update event set is_public = true where public_sequence is not null;
update event set public_sequence = counted.public_sequence
from (select organisation, stream, version,
             count(*) filter (where is_public) over (partition by organisation, stream order by version) as public_sequence
      from event) counted
where (event.organisation, event.stream, event.version) = (counted.organisation, counted.stream, counted.version)
  and event.public_sequence is null;
alter table event alter column public_sequence set not null;
alter table event alter column is_public drop default;

-- What is written now is of the current generation. As a default it costs an append nothing.
alter table event alter column generation set default 1;

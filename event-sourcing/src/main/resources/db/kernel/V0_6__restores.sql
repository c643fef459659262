-- Which cluster wrote last: when another one, or an earlier state of it, is started, an operator has to adopt it first.
alter table event_generation add column system_identifier bigint;
alter table event_generation add column timeline int;
-- What the topics hold from before this moment and the log does not, was lost and is known to be.
alter table event_generation add column adopted_at timestamptz;

-- What members were told. cause is what it follows from, a change or a task's time, so that nothing is told twice; title is
-- what the record was called then, for when it is gone. count is how many records were assigned at once.
create table {{schema}}._notification (
  id uuid primary key,
  user_id uuid not null,
  kind text not null check (kind in ('mention', 'assignment', 'reminder')),
  cause text not null,
  at timestamptz not null,
  read_at timestamptz,
  object_key text not null,
  record_id uuid,
  title text not null,
  text text not null,
  actor uuid,
  count integer not null default 1 check (count > 0),
  unique (user_id, kind, cause)
);
create index on {{schema}}._notification (user_id, at desc, id desc);
create index on {{schema}}._notification (user_id, at desc, id desc) where read_at is null;

-- How far the change log has been read for it: a cursor, and the last seq, from which reading goes on in a new era.
create table {{schema}}._notification_cursor (
  only_row boolean primary key default true check (only_row),
  cursor text,
  seq bigint not null default 0
);
insert into {{schema}}._notification_cursor default values;

-- Moments to come at which somebody is to be reminded of a record, kept from the change log.
create table {{schema}}._reminder (
  record_id uuid primary key,
  object_key text not null,
  due timestamptz not null
);
create index on {{schema}}._reminder (due);

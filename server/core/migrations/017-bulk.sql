-- How far a bulk request with an idempotency key has come, written with each of its transactions: a retry goes on from there
-- and gives back the whole. after is the last id that was dealt with.
create table {{schema}}._bulk (
  actor uuid not null,
  object text not null,
  key text not null,
  body_hash bytea not null,
  after uuid not null,
  count integer not null default 0,
  transactions text[] not null default '{}',
  done boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (actor, object, key)
);
create index on {{schema}}._bulk (created_at);

-- Which tab of which member shows what. Written every few seconds by each open tab and worth nothing after a crash; pages
-- have room left, so that a sign of life changes the row in place.
create unlogged table {{schema}}._presence (
  user_id uuid not null,
  tab text not null,
  object_key text not null,
  record_id uuid,
  seen_at timestamptz not null,
  primary key (user_id, tab)
) with (fillfactor = 50);
create index on {{schema}}._presence (object_key, record_id);

-- Records without an owner, opened to some people as far as its fields go. condition says which of them, by field keys; null of all.
create table {{schema}}._pool (
  id uuid primary key,
  object_key text not null,
  name text not null,
  condition jsonb,
  fields text[] not null,
  grantees text[] not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- How often somebody was told, by the hour, of records that they may not see.
create table {{schema}}._ownership_check (
  user_id uuid not null,
  hour timestamptz not null,
  count integer not null,
  primary key (user_id, hour)
);

-- Views: how records of an object are looked at. definition names fields by key; owner_id is the member who made it, empty of
-- those that come with Kith. position orders the tabs by code point.
create table {{schema}}._view (
  id uuid primary key,
  object_key text not null,
  name text not null,
  kind text not null,
  shared boolean not null,
  owner_id uuid,
  position text collate "C" not null,
  definition jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on {{schema}}._view (object_key, position);

-- Views that came with Kith: once each, so that one that was taken away stays away.
create table {{schema}}._view_shipped (
  name text primary key,
  at timestamptz not null default now()
);

-- Who of a directory outside is which member, and which of its departments is which team. source is the id of an identity
-- provider, or 'scim'; subject is the id there. details is what the source tells beside what the record holds.
create table {{schema}}._directory_link (
  source text not null,
  kind text not null check (kind in ('person', 'department')),
  subject text not null,
  record_id uuid not null,
  details json not null default '{}',
  -- When the directory ended the membership: it alone takes up again what it ended.
  left_at timestamptz,
  primary key (source, kind, subject),
  unique (source, kind, record_id)
);

-- How a source is brought in line by itself; a source without a row is brought in by hand alone.
create table {{schema}}._directory_schedule (
  source text primary key,
  every_hours integer check (every_hours between 1 and 168),
  -- Percent of its people who may leave at once before somebody has to confirm it.
  most_leaving integer not null default 20 check (most_leaving between 0 and 100),
  next_at timestamptz not null default now()
);

create table {{schema}}._directory_run (
  id uuid primary key,
  source text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  trial boolean not null,
  -- How many who leave were confirmed.
  confirmed integer,
  actor uuid,
  user_id uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  report json,
  failure text
);
create index on {{schema}}._directory_run (source, id desc);
create index on {{schema}}._directory_run (id) where state in ('waiting', 'running');

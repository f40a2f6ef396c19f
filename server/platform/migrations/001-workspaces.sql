create table {{schema}}.installation (
  only_row boolean primary key default true check (only_row),
  id uuid not null default gen_random_uuid(),
  created_at timestamptz not null default now()
);
insert into {{schema}}.installation default values;

create table {{schema}}.workspace (
  id uuid primary key,
  slug text unique not null,
  name text not null,
  schema_name text unique not null,
  created_at timestamptz not null default now()
);

-- Which database serves a workspace; none here means this one.
create table {{schema}}.placement (
  workspace_id uuid primary key references {{schema}}.workspace on delete cascade,
  database_url text
);

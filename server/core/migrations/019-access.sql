-- Who may see and do what. permissions names objects and fields by their keys. A role that came with Kith has its key, so
-- that a later version knows it.
create table {{schema}}._role (
  id uuid primary key,
  key text not null unique,
  label jsonb not null,
  description jsonb not null,
  permissions jsonb not null,
  shipped boolean not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table {{schema}}._role_assignment (
  user_id uuid not null,
  role_id uuid not null references {{schema}}._role,
  assigned_by uuid,
  assigned_at timestamptz not null default now(),
  primary key (user_id, role_id)
);
create index on {{schema}}._role_assignment (role_id);

-- grantee: user:ID, team:ID (its members), teamAndBelow:ID, role:ID or everybody. condition is an expression by field keys.
create table {{schema}}._sharing_rule (
  id uuid primary key,
  object_key text not null,
  name text not null,
  condition jsonb not null,
  grantee text not null,
  level text not null check (level in ('read', 'edit')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table {{schema}}._record_share (
  object_key text not null,
  record uuid not null,
  grantee text not null,
  level text not null check (level in ('read', 'edit')),
  shared_by uuid,
  shared_at timestamptz not null default now(),
  primary key (object_key, record, grantee)
);
create index on {{schema}}._record_share (grantee, object_key, record);

-- By what another system keeps the members and teams of one workspace through SCIM. The token itself is kept nowhere. actor_id is
-- the record that its changes are attributed to.
create table {{schema}}.scim_token (
  id uuid primary key,
  workspace_id uuid not null references {{schema}}.workspace on delete cascade,
  actor_id uuid not null,
  name text not null,
  prefix text not null,
  secret_sha256 bytea unique not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index on {{schema}}.scim_token (workspace_id);

-- Who was asked to join a workspace. The token of the link is kept nowhere: only its HMAC. invited_by and team_id are records of
-- the workspace, role_ids roles of it.
create table {{schema}}.invitation (
  id uuid primary key,
  workspace_id uuid not null references {{schema}}.workspace on delete cascade,
  invited_by uuid not null,
  email text,
  mobile text,
  name text,
  role_ids uuid[] not null,
  team_id uuid,
  language text not null,
  digest bytea unique not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- When a mail took the link to the person.
  sent_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz
);
create index on {{schema}}.invitation (workspace_id, created_at desc);

-- Members are found by their record of the object user.
create index on {{schema}}.membership (workspace_id, user_id);

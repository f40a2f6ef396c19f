-- How people come into a workspace; without a row, as everywhere.
create table {{schema}}.sign_in_policy (
  workspace_id uuid primary key references {{schema}}.workspace on delete cascade,
  policy jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);

-- Whether a second factor was shown in this session since it was opened: a code, or a passkey.
alter table {{schema}}.session add column second_factor boolean not null default false;

-- What a key is narrowed to within what its member may: one role, reading alone, objects by their keys. It ends by itself.
alter table {{schema}}.api_key
  add column role_id uuid,
  add column read_only boolean not null default false,
  add column objects text[],
  add column expires_at timestamptz,
  add column last_address text;

-- Who signs in. E-mail (lower case) and mobile number (E.164) are ways in, each optional.
-- better-auth wants an e-mail address of every person: it gets internal_address, which is made from the id.
create table {{schema}}.account (
  id uuid primary key,
  name text not null,
  email text unique,
  mobile text unique,
  internal_address text unique not null,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint account_has_a_way_in check (email is not null or mobile is not null),
  constraint account_address_is_internal check (internal_address = id::text || '@account.invalid')
);

-- How an account proves itself: a password here, an outside identity by provider and its own id there.
create table {{schema}}.credential (
  id uuid primary key,
  account_id uuid not null references {{schema}}.account on delete cascade,
  provider text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, provider_account_id)
);
create index on {{schema}}.credential (account_id);

create table {{schema}}.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on {{schema}}.verification (identifier);

-- user_id and actor_id are records of the workspace's objects user and actor, in a schema of their own.
create table {{schema}}.membership (
  account_id uuid not null references {{schema}}.account on delete cascade,
  workspace_id uuid not null references {{schema}}.workspace on delete cascade,
  user_id uuid not null,
  actor_id uuid not null,
  role text not null check (role in ('admin', 'member')),
  created_at timestamptz not null default now(),
  deactivated_at timestamptz,
  -- When a session last turned to this workspace: the next sign-in opens the one used last.
  opened_at timestamptz,
  primary key (account_id, workspace_id)
);
create index on {{schema}}.membership (workspace_id);

create table {{schema}}.session (
  id uuid primary key,
  account_id uuid not null references {{schema}}.account on delete cascade,
  token text unique not null,
  workspace_id uuid references {{schema}}.workspace on delete cascade,
  expires_at timestamptz not null,
  address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on {{schema}}.session (account_id, created_at desc);
create index on {{schema}}.session (workspace_id);

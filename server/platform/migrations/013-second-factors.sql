-- How a session was opened, when its person last proved who they are, and when it was last used.
alter table {{schema}}.session
  add column method text,
  add column proved_at timestamptz,
  add column seen_at timestamptz;
-- Set now, so that sessions from before are no fresh proof.
alter table {{schema}}.session alter column proved_at set default now(), alter column seen_at set default now();

create table {{schema}}.passkey (
  id uuid primary key,
  account_id uuid not null references {{schema}}.account on delete cascade,
  -- base64url, as the browser gives it.
  credential_id text unique not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  -- The host name for which the browser made it: it works there alone.
  host text not null,
  name text not null,
  -- Kept by a password manager that carries it to other devices.
  synchronised boolean not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index on {{schema}}.passkey (account_id);

-- The secret is encrypted under a key made from KITH_SECRET. A code counts once: no step up to last_step is taken again.
create table {{schema}}.authenticator_app (
  account_id uuid primary key references {{schema}}.account on delete cascade,
  secret bytea not null,
  last_step bigint not null default 0,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz
);

-- Keyed digests; the codes themselves are kept nowhere.
create table {{schema}}.recovery_code (
  account_id uuid not null references {{schema}}.authenticator_app on delete cascade,
  digest bytea not null,
  used_at timestamptz,
  primary key (account_id, digest)
);

-- Tickets that were redeemed (a passkey's challenge, the second step of a sign-in), until they expire by themselves.
create table {{schema}}.used_ticket (
  digest bytea primary key,
  expires_at timestamptz not null
);
create index on {{schema}}.used_ticket (expires_at);

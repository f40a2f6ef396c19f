-- Keys of what is kept encrypted in this workspace, each wrapped under a key made from KITH_SECRET. Of those for values the newest
-- seals, the others open what was sealed before; the one for digests stays, so that equal values stay equal.
create table {{schema}}._data_key (
  id integer primary key generated always as identity,
  purpose text not null check (purpose in ('values', 'digests')),
  wrapped bytea not null,
  created_at timestamptz not null default now()
);
create unique index on {{schema}}._data_key (purpose) where purpose = 'digests';
revoke insert, update, delete, truncate on {{schema}}._data_key from {{schema}};

-- A workspace as the first version left it, with one object renamed, one field added and two records. It never changes:
-- it is what customers have. Executed by the owner of the schema.
create table {{schema}}._migration (
  name text primary key, sha256 text not null, ran_at timestamptz not null default now());
insert into {{schema}}._migration (name, sha256) values
  ('001-metadata.sql', '1b630038bd0cc9e2f5f252248cefa550ce8a08d76f8b48e32b032719372ca1b1');
create table {{schema}}._object (
  key text primary key,
  name text not null,
  position integer not null,
  definition jsonb not null,
  shipped jsonb,
  removed_at timestamptz
);
create unique index on {{schema}}._object (lower(name)) where removed_at is null;

create table {{schema}}._field (
  object_key text not null references {{schema}}._object,
  key text not null,
  name text not null,
  position integer not null,
  definition jsonb not null,
  shipped jsonb,
  origin text not null check (origin in ('shipped', 'custom')),
  removed_at timestamptz,
  primary key (object_key, key)
);
create unique index on {{schema}}._field (object_key, lower(name)) where removed_at is null;

-- shipped_digest tells which declaration of the standard objects was merged last.
create table {{schema}}._metadata (
  only_row boolean primary key default true check (only_row),
  version bigint not null,
  shipped_digest text not null default ''
);
insert into {{schema}}._metadata (version) values (1);

create table {{schema}}._settings (
  only_row boolean primary key default true check (only_row),
  value jsonb not null,
  collation_version text
);

-- rate: how much of the workspace's currency one unit is worth from that day on.
create table {{schema}}._exchange_rate (
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  date date not null,
  rate numeric not null check (rate > 0),
  primary key (currency, date)
);

-- Indexes beyond the rules, wanted because people filter or sort by the field.
create table {{schema}}._index (
  object_key text not null,
  field_key text not null,
  kind text not null check (kind in ('filter', 'sort', 'contains')),
  state text not null default 'wanted' check (state in ('wanted', 'ready', 'failed')),
  error text,
  wanted_at timestamptz not null default now(),
  primary key (object_key, field_key, kind)
);

revoke insert, update, delete on
  {{schema}}._object, {{schema}}._field, {{schema}}._metadata, {{schema}}._settings from {{schema}};

create function {{schema}}._rate(currency text, date date) returns numeric
language sql stable parallel safe as $$
  select case
    when $1 is null then null
    when $1 = (select value ->> 'currency' from {{schema}}._settings) then 1
    else coalesce(
      (select e.rate from {{schema}}._exchange_rate e
        where e.currency = $1 and e.date <= coalesce($2, current_date) order by e.date desc limit 1),
      (select e.rate from {{schema}}._exchange_rate e where e.currency = $1 order by e.date limit 1))
  end
$$;

-- Called first by each write: holds the metadata still until the transaction ends, and refuses a writer whose
-- statements were compiled for another version. The version is read after the lock was got, with a snapshot of its own.
create function {{schema}}._guard(expected bigint) returns void
language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('kith metadata {{schema}}', 0));
  if (select version from {{schema}}._metadata) is distinct from expected then
    raise exception 'the metadata is no longer at version %', expected using errcode = 'KT001';
  end if;
end
$$;

create function {{schema}}._auto_number(sequence regclass, prefix text, digits integer) returns text
language plpgsql volatile as $$
declare
  number text := nextval(sequence)::text;
begin
  return prefix || lpad(number, greatest(digits, length(number)), '0');
end
$$;

create table {{schema}}."user" ("id" uuid not null, "created_at" timestamptz not null, "created_by" uuid, "updated_at" timestamptz not null, "updated_by" uuid, "owner_id" uuid, "team_id" uuid, "version" integer not null default 1, "deleted_at" timestamptz, "_search" text, "name" text, "team" uuid, primary key (id));
create table {{schema}}."team" ("id" uuid not null, "created_at" timestamptz not null, "created_by" uuid, "updated_at" timestamptz not null, "updated_by" uuid, "owner_id" uuid, "team_id" uuid, "version" integer not null default 1, "deleted_at" timestamptz, "_search" text, "name" text, "leader" uuid, primary key (id));
create table {{schema}}."company" ("id" uuid not null, "created_at" timestamptz not null, "created_by" uuid, "updated_at" timestamptz not null, "updated_by" uuid, "owner_id" uuid, "team_id" uuid, "version" integer not null default 1, "deleted_at" timestamptz, "_search" text, "name" text, "level" text, "parent" uuid, "nickname" text, primary key (id));
create table {{schema}}."actor" ("id" uuid not null, "created_at" timestamptz not null, "created_by" uuid, "updated_at" timestamptz not null, "updated_by" uuid, "owner_id" uuid, "team_id" uuid, "version" integer not null default 1, "deleted_at" timestamptz, "_search" text, "name" text, "user" uuid, primary key (id));
alter table {{schema}}."user" add constraint "_f_user_team" foreign key ("team") references {{schema}}."team";
alter table {{schema}}."team" add constraint "_f_team_leader" foreign key ("leader") references {{schema}}."user";
alter table {{schema}}."company" add constraint "_f_company_parent" foreign key ("parent") references {{schema}}."company";
alter table {{schema}}."actor" add constraint "_f_actor_user" foreign key ("user") references {{schema}}."user";
create index  if not exists "_i_user_created_65409cf6" on {{schema}}."user" (created_at desc, id desc) where deleted_at is null;
create index  if not exists "_i_user_updated_90964bd1" on {{schema}}."user" (updated_at, id) where deleted_at is null;
create index  if not exists "_i_user_owner_cf60d085" on {{schema}}."user" (owner_id) where deleted_at is null;
create index  if not exists "_i_user_name_sort_06a3b54d" on {{schema}}."user" ("name" collate "zh-x-icu", id) where deleted_at is null;
create index  if not exists "_i_user_team_5022bfc6" on {{schema}}."user" ("team") where deleted_at is null;
create index  if not exists "_i_team_created_b86118f5" on {{schema}}."team" (created_at desc, id desc) where deleted_at is null;
create index  if not exists "_i_team_updated_09e87cc1" on {{schema}}."team" (updated_at, id) where deleted_at is null;
create index  if not exists "_i_team_owner_8dbe6db5" on {{schema}}."team" (owner_id) where deleted_at is null;
create index  if not exists "_i_team_name_sort_9f2280a6" on {{schema}}."team" ("name" collate "zh-x-icu", id) where deleted_at is null;
create index  if not exists "_i_team_leader_84a93c9e" on {{schema}}."team" ("leader") where deleted_at is null;
create index  if not exists "_i_company_created_3c9c5851" on {{schema}}."company" (created_at desc, id desc) where deleted_at is null;
create index  if not exists "_i_company_updated_6c6e3a15" on {{schema}}."company" (updated_at, id) where deleted_at is null;
create index  if not exists "_i_company_owner_2cecd76d" on {{schema}}."company" (owner_id) where deleted_at is null;
create index  if not exists "_i_company_name_sort_006c2dbd" on {{schema}}."company" ("name" collate "zh-x-icu", id) where deleted_at is null;
create index  if not exists "_i_company_parent_7f6437b7" on {{schema}}."company" ("parent") where deleted_at is null;
create index  if not exists "_i_actor_created_ca18ea8d" on {{schema}}."actor" (created_at desc, id desc) where deleted_at is null;
create index  if not exists "_i_actor_updated_f4ebe9d4" on {{schema}}."actor" (updated_at, id) where deleted_at is null;
create index  if not exists "_i_actor_owner_62ed314a" on {{schema}}."actor" (owner_id) where deleted_at is null;
create index  if not exists "_i_actor_name_sort_785bdf49" on {{schema}}."actor" ("name" collate "zh-x-icu", id) where deleted_at is null;
create index  if not exists "_i_actor_user_44751c63" on {{schema}}."actor" ("user") where deleted_at is null;

insert into {{schema}}._object (key, name, position, definition, shipped) values
  ('user', 'user', 0, '{"label":{"zh-CN":"user","zh-TW":"user","en":"user"}}',
   '{"label":{"zh-CN":"user","zh-TW":"user","en":"user"},"name":"user"}');
insert into {{schema}}._field (object_key, key, name, position, definition, shipped, origin) values
  ('user', 'name', 'name', 0, '{"type":"text","label":{"zh-CN":"name","zh-TW":"name","en":"name"},"required":true}',
   '{"type":"text","label":{"zh-CN":"name","zh-TW":"name","en":"name"},"required":true,"name":"name"}', 'shipped');
insert into {{schema}}._field (object_key, key, name, position, definition, shipped, origin) values
  ('user', 'team', 'team', 1, '{"type":"relation","label":{"zh-CN":"team","zh-TW":"team","en":"team"},"to":"team"}',
   '{"type":"relation","label":{"zh-CN":"team","zh-TW":"team","en":"team"},"to":"team","name":"team"}', 'shipped');
insert into {{schema}}._object (key, name, position, definition, shipped) values
  ('team', 'team', 1, '{"label":{"zh-CN":"team","zh-TW":"team","en":"team"}}',
   '{"label":{"zh-CN":"team","zh-TW":"team","en":"team"},"name":"team"}');
insert into {{schema}}._field (object_key, key, name, position, definition, shipped, origin) values
  ('team', 'name', 'name', 0, '{"type":"text","label":{"zh-CN":"name","zh-TW":"name","en":"name"},"required":true}',
   '{"type":"text","label":{"zh-CN":"name","zh-TW":"name","en":"name"},"required":true,"name":"name"}', 'shipped');
insert into {{schema}}._field (object_key, key, name, position, definition, shipped, origin) values
  ('team', 'leader', 'leader', 1, '{"type":"user","label":{"zh-CN":"leader","zh-TW":"leader","en":"leader"}}',
   '{"type":"user","label":{"zh-CN":"leader","zh-TW":"leader","en":"leader"},"name":"leader"}', 'shipped');
insert into {{schema}}._object (key, name, position, definition, shipped) values
  ('company', 'account', 2, '{"label":{"zh-CN":"company","zh-TW":"company","en":"company"}}',
   '{"label":{"zh-CN":"company","zh-TW":"company","en":"company"},"name":"company"}');
insert into {{schema}}._field (object_key, key, name, position, definition, shipped, origin) values
  ('company', 'name', 'name', 0, '{"type":"text","label":{"zh-CN":"name","zh-TW":"name","en":"name"},"required":true}',
   '{"type":"text","label":{"zh-CN":"name","zh-TW":"name","en":"name"},"required":true,"name":"name"}', 'shipped');
insert into {{schema}}._field (object_key, key, name, position, definition, shipped, origin) values
  ('company', 'level', 'level', 1, '{"type":"select","label":{"zh-CN":"level","zh-TW":"level","en":"level"},"options":[{"value":"a","label":{"zh-CN":"a","zh-TW":"a","en":"a"}},{"value":"b","label":{"zh-CN":"b","zh-TW":"b","en":"b"}}]}',
   '{"type":"select","label":{"zh-CN":"level","zh-TW":"level","en":"level"},"options":[{"value":"a","label":{"zh-CN":"a","zh-TW":"a","en":"a"}},{"value":"b","label":{"zh-CN":"b","zh-TW":"b","en":"b"}}],"name":"level"}', 'shipped');
insert into {{schema}}._field (object_key, key, name, position, definition, shipped, origin) values
  ('company', 'parent', 'parent', 2, '{"type":"relation","label":{"zh-CN":"parent","zh-TW":"parent","en":"parent"},"to":"company"}',
   '{"type":"relation","label":{"zh-CN":"parent","zh-TW":"parent","en":"parent"},"to":"company","name":"parent"}', 'shipped');
insert into {{schema}}._field (object_key, key, name, position, definition, shipped, origin) values
  ('company', 'nickname', 'nickname', 3, '{"type":"text","label":{"zh-CN":"简称","zh-TW":"簡稱","en":"Nickname"}}',
   null, 'custom');
insert into {{schema}}._object (key, name, position, definition, shipped) values
  ('actor', 'actor', 3, '{"label":{"zh-CN":"actor","zh-TW":"actor","en":"actor"}}',
   '{"label":{"zh-CN":"actor","zh-TW":"actor","en":"actor"},"name":"actor"}');
insert into {{schema}}._field (object_key, key, name, position, definition, shipped, origin) values
  ('actor', 'name', 'name', 0, '{"type":"text","label":{"zh-CN":"name","zh-TW":"name","en":"name"}}',
   '{"type":"text","label":{"zh-CN":"name","zh-TW":"name","en":"name"},"name":"name"}', 'shipped');
insert into {{schema}}._field (object_key, key, name, position, definition, shipped, origin) values
  ('actor', 'user', 'user', 1, '{"type":"user","label":{"zh-CN":"user","zh-TW":"user","en":"user"}}',
   '{"type":"user","label":{"zh-CN":"user","zh-TW":"user","en":"user"},"name":"user"}', 'shipped');
update {{schema}}._metadata set version = 3, shipped_digest = '17e81520e44194084b4247439f3aa8279bda37e915092230655c8d2a4c9cfd26';
insert into {{schema}}._settings (value) values
  ('{"language": "zh-CN", "timeZone": "Asia/Shanghai", "currency": "CNY", "country": "CN", "fiscalYearStart": 1,
    "calendar": {"workdays": [1, 2, 3, 4, 5], "opens": "09:00", "closes": "18:00", "exceptions": []}}');

insert into {{schema}}.company (id, created_at, updated_at, name, level, parent, nickname) values
  ('00000000-0000-7000-8000-0000000000c1', '2025-01-02T03:04:05Z', '2025-01-02T03:04:05Z', '华为', 'a', null, 'HW'),
  ('00000000-0000-7000-8000-0000000000c2', '2025-01-02T03:04:06Z', '2025-01-02T03:04:06Z', '海思', null, '00000000-0000-7000-8000-0000000000c1', null);

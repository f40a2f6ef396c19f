-- The role of a workspace has the name of its schema. It reads what stands here; metadata is written by the owner.
revoke insert, update, delete on {{schema}}._migration from {{schema}};

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

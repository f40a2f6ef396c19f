-- Who did what, when and from where, beside the change log: sign-ins, exports, changes of metadata and of rights, mass reads
-- and deletes. name is what the person was called then; details is canonical JSON, kept as text so that a seal covers each byte.
create table {{schema}}._audit (
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  kind text not null,
  outcome text not null,
  actor uuid,
  user_id uuid,
  name text not null,
  source text not null,
  address text,
  user_agent text,
  object text,
  record uuid,
  count integer,
  details json not null,
  primary key (id, at)
) partition by range (at);
create index _audit_time on {{schema}}._audit (at desc, id desc);
create index _audit_person on {{schema}}._audit (user_id, at desc, id desc);
create index _audit_kind on {{schema}}._audit (kind, at desc, id desc);
create index _audit_address on {{schema}}._audit (address, at desc) where address is not null;

create table {{schema}}._audit_default partition of {{schema}}._audit default;

create function {{schema}}._make_audit_partitions(months integer) returns void
language plpgsql as $$
declare
  month date := date_trunc('month', now());
  name text;
begin
  for i in 0..months loop
    name := format('_audit_%s', to_char(month, 'YYYY_MM'));
    if to_regclass('{{schema}}.' || quote_ident(name)) is null then
      begin
        execute format(
          'create table {{schema}}.%I partition of {{schema}}._audit for values from (%L) to (%L)',
          name, month, month + interval '1 month');
        execute format('revoke insert, update, delete, truncate on {{schema}}.%I from {{schema}}', name);
      exception when check_violation then
        null; -- the default partition holds rows of that month already; they stay there
      end;
    end if;
    month := month + interval '1 month';
  end loop;
end
$$;
select {{schema}}._make_audit_partitions(3);

-- Entries that wait for their seal: written with each of them, so that whoever seals need not look through the log, and
-- writers wait for nobody.
create table {{schema}}._audit_unsealed (id uuid not null);

-- The chain: hash is the SHA-256 over the hash before and the canonical form of the entry (server/core/audit/chain.ts).
create table {{schema}}._audit_seal (
  number bigint primary key,
  id uuid not null unique,
  hash bytea not null
);

-- How far the chain has been read for alerts.
create table {{schema}}._audit_alerted (
  only_row boolean primary key default true check (only_row),
  number bigint not null
);
insert into {{schema}}._audit_alerted (number) values (0);

-- The workspace's role writes entries and reads them. It gives no entry another time than now, and seals nothing.
revoke insert, update, delete, truncate on {{schema}}._audit, {{schema}}._audit_default, {{schema}}._audit_seal from {{schema}};
grant insert (id, kind, outcome, actor, user_id, name, source, address, user_agent, object, record, count, details)
  on {{schema}}._audit to {{schema}};
revoke update, delete, truncate on {{schema}}._audit_unsealed from {{schema}};
revoke insert, delete, truncate on {{schema}}._audit_alerted from {{schema}};
revoke execute on function {{schema}}._make_audit_partitions(integer) from public, {{schema}};

-- Alerts to administrators are notifications too.
alter table {{schema}}._notification drop constraint _notification_kind_check;
alter table {{schema}}._notification add constraint _notification_kind_check
  check (kind in ('mention', 'assignment', 'reminder', 'alert'));

-- The change log: who changed what, when, from where, before and after, one row for each record and transaction step.
-- object and the members of before and after are keys, so that a rename breaks nothing. xid lets a follower take what
-- became visible since its snapshot; seq orders what one record went through, as it is taken after the row was locked.
create table {{schema}}._change (
  seq bigint not null,
  at timestamptz not null default clock_timestamp(),
  xid xid8 not null default pg_current_xact_id(),
  object text not null,
  record uuid not null,
  version integer not null,
  action text not null check (action in ('create', 'update', 'delete', 'restore', 'link')),
  actor uuid,
  source text not null,
  before jsonb,
  after jsonb
) partition by range (at);

create sequence {{schema}}._change_seq as bigint cache 1;
alter table {{schema}}._change alter column seq set default nextval('{{schema}}._change_seq');

create index _change_record on {{schema}}._change (record, seq);
create index _change_seq_order on {{schema}}._change (seq);
create index _change_xid on {{schema}}._change (xid);

-- Writers never fail for want of a month: what no partition takes goes here.
create table {{schema}}._change_default partition of {{schema}}._change default;

-- Makes the partitions of this month and the next ones; called at start and daily by the owner.
create function {{schema}}._make_change_partitions(months integer) returns void
language plpgsql as $$
declare
  month date := date_trunc('month', now());
  name text;
begin
  for i in 0..months loop
    name := format('_change_%s', to_char(month, 'YYYY_MM'));
    if to_regclass('{{schema}}.' || quote_ident(name)) is null then
      begin
        execute format(
          'create table {{schema}}.%I partition of {{schema}}._change for values from (%L) to (%L)',
          name, month, month + interval '1 month');
        execute format('revoke update, delete, truncate on {{schema}}.%I from {{schema}}', name);
      exception when check_violation then
        null; -- the default partition holds rows of that month already; they stay there
      end;
    end if;
    month := month + interval '1 month';
  end loop;
end
$$;
select {{schema}}._make_change_partitions(3);

revoke update, delete, truncate on {{schema}}._change, {{schema}}._change_default from {{schema}};
revoke execute on function {{schema}}._make_change_partitions(integer) from public, {{schema}};

-- A cursor belongs to one era; restoring or moving a workspace begins the next.
create table {{schema}}._era (
  only_row boolean primary key default true check (only_row),
  era integer not null
);
insert into {{schema}}._era (era) values (1);
revoke insert, update, delete on {{schema}}._era from {{schema}};

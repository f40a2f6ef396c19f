-- Which records carry, or carried, which file, and in which of their fields: who may read one of these may have the file.
-- Written by the write door. Whether the record can be read is asked when the file is.
create table {{schema}}._file_use (
  file uuid not null,
  object_key text not null,
  record uuid not null,
  field_key text not null,
  primary key (file, object_key, record, field_key)
);

-- What was written before is in the change log. A workspace that is being made has neither files nor a log of them.
do $$
begin
  if to_regclass('{{schema}}.file') is null then return; end if;
  insert into {{schema}}._file_use (file, object_key, record, field_key)
  select distinct f.id, c.object, c.record, e.key
  from {{schema}}._change c, jsonb_each(c.after) e,
    regexp_matches(e.value::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'gi') named,
    {{schema}}.file f
  where exists (select from {{schema}}.file) and c.action in ('create', 'update') and c.object <> 'file'
    and jsonb_typeof(c.after) = 'object' and f.id = named[1]::uuid;
end
$$;

-- Who mentioned somebody that may not see the record is told of it.
alter table {{schema}}._notification drop constraint _notification_kind_check;
alter table {{schema}}._notification add constraint _notification_kind_check
  check (kind in ('mention', 'assignment', 'reminder', 'alert', 'unreached'));

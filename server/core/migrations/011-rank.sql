-- The order that people give records by hand, on boards: empty until a record is moved.
do $$
declare
  object text;
begin
  for object in select key from {{schema}}._object loop
    execute format('alter table {{schema}}.%I add column if not exists rank text', object);
  end loop;
end
$$;

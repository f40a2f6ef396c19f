-- Columns of the file that go into encrypted fields: nothing of them is kept in the clear once the import has ended.
alter table {{schema}}._import add column secret_columns jsonb not null default '[]';

update {{schema}}._import i set secret_columns = secret.columns
from (
  select each.id, jsonb_agg(distinct c->'column') as columns
  from {{schema}}._import each
  cross join lateral jsonb_array_elements(each.mapping->'columns') c
  join {{schema}}._object o on o.name = each.object and o.removed_at is null
  join {{schema}}._field f on f.object_key = o.key and f.name = c->>'field' and f.removed_at is null
  where f.definition->'encrypted' = 'true'
  group by each.id
) secret
where i.id = secret.id;

update {{schema}}._import i set mapping = jsonb_set(mapping, '{columns}', (
  select coalesce(jsonb_agg(case when secret_columns ? (each->>'column') then each - 'values' else each end order by place), '[]')
  from jsonb_array_elements(mapping->'columns') with ordinality as listed (each, place)))
where secret_columns <> '[]' and state in ('done', 'failed');

update {{schema}}._import_row r set issues = (
  select jsonb_agg(case when each->'column' = 'null' then jsonb_set(each, '{parameters,value}', '"…"', false) else each end order by place)
  from jsonb_array_elements(r.issues) with ordinality as listed (each, place))
from {{schema}}._import i
where i.id = r.import_id and i.secret_columns <> '[]';

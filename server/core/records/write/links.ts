import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'
import { linkTableName } from '#server/core/metadata/columns.ts'
import type { Catalogue, Field } from '#shared/metadata/catalogue.ts'
import { type Runner, run } from '../database.ts'
import type { WritePlan } from './plan.ts'
import type { WriteRow } from './step.ts'

/**
 * Makes the links of each row what the write says: a change of the record, and logged as `link` on the records that it
 * links to. Rows of the main table are locked already. Of `fresh` records the creation has told their links.
 */
export async function writeLinks(
  cx: Context,
  client: Runner,
  catalogue: Catalogue,
  plan: WritePlan,
  rows: readonly WriteRow[],
  fresh: boolean,
): Promise<void> {
  for (const field of plan.links) {
    const lists = rows.flatMap(({ id, links }) => {
      const targets = links.get(field.key)
      return targets === undefined ? [] : [{ source: id, targets }]
    })
    if (lists.length > 0) await writeField(cx, client, catalogue, plan, field, lists, fresh)
  }
}

async function writeField(
  cx: Context,
  client: Runner,
  catalogue: Catalogue,
  plan: WritePlan,
  field: Field,
  lists: readonly { source: string; targets: readonly string[] }[],
  fresh: boolean,
): Promise<void> {
  const { schema } = cx.workspace
  const { object } = plan
  const table = `${schema}.${quoted(linkTableName(object.key, field.key))}`
  const target = catalogue.object(field.to ?? '')
  const text = `with wanted as (
      select w.source, t.target, t.position::integer
      from json_to_recordset($1::json) as w(source uuid, targets json),
        rows from (json_array_elements_text(w.targets)) with ordinality as e(value, position),
        lateral (select e.value::uuid as target, e.position) t
    ),
    sources as (select w.source from json_to_recordset($1::json) as w(source uuid)),
    old as (
      select s.source, coalesce(jsonb_agg(l.target order by l.position) filter (where l.target is not null), '[]') as list
      from sources s left join ${table} l on l.source = s.source group by s.source
    ),
    new as (
      select s.source, coalesce(jsonb_agg(w.target order by w.position) filter (where w.target is not null), '[]') as list
      from sources s left join wanted w on w.source = s.source group by s.source
    ),
    gone as (
      delete from ${table} l using sources s
      where l.source = s.source and not exists (select from wanted w where w.source = l.source and w.target = l.target)
      returning l.source, l.target
    ),
    made as (
      insert into ${table} (source, target, position) select source, target, position from wanted
      on conflict (source, target) do update set position = excluded.position
      returning source, target, (xmax = 0) as is_new
    ),
    changed as (
      update ${schema}.${quoted(object.table)} m set version = m.version + 1, updated_at = now(), updated_by = $3::uuid
      from old join new on new.source = old.source and new.list <> old.list
      where m.id = old.source and not $7::boolean
      returning m.id, m.version
    ),
    logged as (
      insert into ${schema}._change (object, record, version, action, actor, source, before, after)
      select $2::text, m.id, m.version, 'update', $3::uuid, $4::text,
        jsonb_build_object($5::text, old.list, 'version', m.version - 1), jsonb_build_object($5::text, new.list)
      from changed m join old on old.source = m.id join new on new.source = m.id
    )
    insert into ${schema}._change (object, record, version, action, actor, source, before, after)
    select $6::text, r.id, r.version, 'link', $3::uuid, $4::text, x.before, x.after
    from (
      select target, jsonb_build_object('object', $2::text, 'field', $5::text, 'id', source) as before, null::jsonb as after from gone
      union all
      select target, null, jsonb_build_object('object', $2::text, 'field', $5::text, 'id', source) from made where is_new
    ) x join ${schema}.${quoted(target.table)} r on r.id = x.target`
  const values = [JSON.stringify(lists), object.key, cx.actor.id, cx.source, field.key, target.key, fresh]
  await run(client, { text, values })
}

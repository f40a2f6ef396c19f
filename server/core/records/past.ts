import { type Parameters, quoted } from '#server/core/expression/scope.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

interface Past {
  readonly schema: string
  readonly parameters: Parameters
  /** ISO 8601 UTC. */
  readonly at: string
}

/**
 * The rows of an object as they were at a moment: those that existed, each overlaid with the earliest `before` of every
 * field that changed since. A FROM item without alias.
 */
export function rowSourceAt({ schema, parameters, at }: Past, object: CatalogueObject): string {
  const moment = parameters.add(at, 'timestamptz')
  const key = parameters.add(object.key, 'text')
  return `(select past.* from ${schema}.${quoted(object.table)} live
    left join (
      select record, jsonb_object_agg(key, value order by seq desc) as before
      from ${schema}._change c, jsonb_each(c.before)
      where c.object = ${key} and c.at > ${moment}
      group by record
    ) overlay on overlay.record = live.id
    cross join lateral jsonb_populate_record(live, coalesce(overlay.before, '{}')) past
    where live.created_at <= ${moment})`
}

/** Likewise for a link table: the list that a record had where it changed since, the live one otherwise. */
export function linkSourceAt(
  { schema, parameters, at }: Past,
  table: string,
  object: CatalogueObject,
  field: Field,
): string {
  const moment = parameters.add(at, 'timestamptz')
  const changed = `select distinct on (c.record) c.record, c.before -> ${parameters.add(field.key, 'text')} as list
    from ${schema}._change c
    where c.object = ${parameters.add(object.key, 'text')} and c.at > ${moment} and c.before ? ${parameters.add(field.key, 'text')}
    order by c.record, c.seq`
  return `(
    select live.source, live.target, live.position from ${schema}.${quoted(table)} live
    where not exists (select 1 from (${changed}) changed where changed.record = live.source)
    union all
    select changed.record, item.value::uuid, item.ordinality::integer
    from (${changed}) changed, jsonb_array_elements_text(coalesce(changed.list, '[]')) with ordinality item)`
}

import { quoted } from '#server/core/expression/scope.ts'
import type { WritePlan } from './plan.ts'

/** Columns that a change entry of its own says already, or that follow from others. */
const untold = ['id', 'created_at', 'created_by', 'updated_at', 'updated_by', 'version', 'deleted_at']

/** SQL: a new row as the change log keeps it: what is not empty, by column, amounts as texts. */
export function createdValuesSql(alias: string, plan: WritePlan): string {
  const derived = [...plan.columns.keys()].filter((column) => column.startsWith('_'))
  const homes = plan.moneyFields.map(({ key }) => `_${key}_home`)
  const skipped = [...untold, ...derived, ...homes].map((name) => `'${name}'`).join(', ')
  const amounts = plan.moneyFields.map(({ column }) => `'${column}', ${alias}.${quoted(column)}::text`)
  const whole = amounts.length === 0 ? '' : ` || jsonb_build_object(${amounts.join(', ')})`
  return `jsonb_strip_nulls(to_jsonb(${alias}) - array[${skipped}]${whole})`
}

/**
 * SQL of a lateral item `d(before, after)`: what differs between the rows `o` and `u`, by column. `before` also has what
 * the past needs to be whole: version, time and actor of the row as it was, and derived columns.
 */
export function differencesSql(columns: Iterable<string>, plan: WritePlan): string {
  const amounts = new Set(plan.moneyFields.map(({ column }) => column))
  const pairs = [...columns].map((column) => {
    const cast = amounts.has(column) ? '::text' : ''
    const [before, after] = ['o', 'u'].map((row) => `to_jsonb(${row}.${quoted(column)}${cast})`)
    return `('${column}', ${before}, ${after})`
  })
  return `(
    select jsonb_object_agg(k, coalesce(b, 'null')) || jsonb_build_object('version', o.version, 'updated_at', o.updated_at, 'updated_by', o.updated_by) as before,
      jsonb_object_agg(k, coalesce(a, 'null')) filter (where k not like '\\_%') as after
    from (values ${pairs.join(', ')}) v(k, b, a) where b is distinct from a
  ) d`
}

import { seenOf, visibleRows } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { type Parameters, quoted } from '#server/core/expression/scope.ts'
import { digestColumn } from '#shared/fields/storage.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Statement } from '../database.ts'
import { projectionOf, recordJson } from '../projection.ts'
import { scopeFor } from '../scope.ts'
import { differencesSql } from './log.ts'
import { homeAmountSql, homeColumnOf, type WritePlan } from './plan.ts'
import type { WriteRow } from './step.ts'

/**
 * One statement that locks the rows in the order of their ids, writes what differs, logs it with before and after, and
 * gives `id, version before, json` of every row that is there. Rows that would stay as they are keep their version.
 * `expected` is the version that the first row must have; where it has another, nothing is written.
 */
export function updateStatement(
  cx: Context,
  catalogue: Catalogue,
  plan: WritePlan,
  rows: readonly WriteRow[],
  options: { readonly expected?: number | undefined; readonly withJson: boolean },
): Statement {
  const { object } = plan
  const seen = seenOf(cx, catalogue)
  const shown = seen.byKey(object.key)!
  const scope = scopeFor(cx, { catalogue: seen, object: shown })
  const { parameters } = scope
  const { schema } = cx.workspace
  const table = `${schema}.${quoted(object.table)}`
  const version = parameters.add(catalogue.version, 'bigint')
  const input = inputOf(plan, rows, parameters)
  const assignments = assignmentsOf(cx, plan, input, parameters)
  const columns = [...assignments.keys()]
  const differs = input.given
    .filter((column) => !plan.encrypted.has(column))
    .map((column) => `(${input.newValue(column)}) is distinct from o.${quoted(column)}`)
    .join(' or ')
  const reach = reachOf(cx, object, input.given, parameters)
  const json = options.withJson
    ? `, ${recordJson(projectionOf(scope, shown, undefined, []), shown, 'p', scope)}::text`
    : ''
  const locked = `with guard as materialized (select ${schema}._guard(${version})),
    input as (select i.* from guard, ${input.source}),
    old as materialized (
      select t.* from ${table} t join input i on i.id = t.id
      where t.deleted_at is null${reach} order by t.id for update of t
    )`
  // A change of links alone, or of nothing, leaves the rows themselves as they are.
  if (columns.length === 0) {
    return { text: `${locked} select p.id, p.version${json} from old p`, values: parameters.values }
  }
  const unstale =
    options.expected === undefined ? '' : ` and o.version = ${parameters.add(options.expected, 'integer')}`
  const actor = parameters.add(cx.actor.id, 'uuid')
  const text = `${locked},
    updated as (
      update ${table} t set ${columns.map((column) => `${quoted(column)} = ${assignments.get(column)}`).join(', ')},
        updated_at = now(), updated_by = ${actor}, version = o.version + 1
      from old o join input i on i.id = o.id
      where t.id = o.id and (${differs})${unstale}
      returning t.*
    ),
    logged as (
      insert into ${schema}._change (object, record, version, action, actor, source, before, after)
      select ${parameters.add(object.key, 'text')}, u.id, u.version, 'update', ${actor}, ${parameters.add(cx.source, 'text')}, d.before, d.after
      from updated u join old o on o.id = u.id cross join lateral ${differencesSql(columns, plan)}
    )
    select p.id, p.was${json} from (
      select u.*, o.version as was from updated u join old o on o.id = u.id
      union all
      select o.*, o.version from old o where o.id not in (select id from updated)
    ) p`
  return { text, values: parameters.values }
}

/** SQL, to be and-ed: rows that may be changed, and given away where the owner is among what is given. */
function reachOf(
  cx: Context,
  object: CatalogueObject,
  given: readonly string[],
  parameters: Parameters,
): string {
  const rows = visibleRows(cx, object, 't', parameters, 'update')
  const own = given.includes('owner_id') ? visibleRows(cx, object, 't', parameters, 'transfer') : undefined
  const parts = [
    ...(rows === undefined ? [] : [rows]),
    ...(own === undefined ? [] : [`(i.owner_id is not distinct from t.owner_id or ${own})`]),
  ]
  return parts.map((part) => ` and ${part}`).join('')
}

/** What was given for the rows, as the rows `i` of one JSON document, beside the stored ones `o`. */
interface Input {
  /** Columns that at least one row names. */
  readonly given: readonly string[]
  /** FROM item of the given rows. */
  readonly source: string
  /** What a column holds afterwards. */
  newValue(column: string): string
}

function inputOf(plan: WritePlan, rows: readonly WriteRow[], parameters: Parameters): Input {
  const given = [...plan.columns.keys()].filter((column) =>
    rows.some(({ columns }) => columns[column] !== undefined),
  )
  const uniform = rows.every(({ columns }) => given.every((column) => columns[column] !== undefined))
  const document = parameters.add(
    JSON.stringify(
      rows.map(({ id, columns }) =>
        uniform ? { id, ...columns } : { id, _given: Object.keys(columns), ...columns },
      ),
    ),
    'json',
  )
  const declared = [
    'id uuid',
    ...(uniform ? [] : ['_given text[]']),
    ...given.map((column) => `${quoted(column)} ${plan.columns.get(column)}`),
  ].join(', ')
  return {
    given,
    source: `json_to_recordset(${document}) as i(${declared})`,
    // Where rows name different fields, each keeps those it does not name.
    newValue: (column) => {
      const name = quoted(column)
      if (!given.includes(column)) return `o.${name}`
      const encrypted = plan.encrypted.get(column)
      // Sealed anew an equal value looks different: it stays as it is.
      if (encrypted !== undefined) {
        const digest = quoted(digestColumn(encrypted.key))
        return `case when i.${digest} is not distinct from o.${digest}${uniform ? '' : ` or '${column}' <> all(i._given)`} then o.${name} else i.${name} end`
      }
      return uniform ? `i.${name}` : `case when '${column}' = any(i._given) then i.${name} else o.${name} end`
    },
  }
}

/** SQL of every column that is written: the given ones, and what follows from them in the same row. */
function assignmentsOf(
  cx: Context,
  plan: WritePlan,
  { given, newValue }: Input,
  parameters: Parameters,
): ReadonlyMap<string, string> {
  const { schema } = cx.workspace
  const assignments = new Map(given.map((column) => [column, newValue(column)]))
  if (given.includes('owner_id') && plan.teamColumn !== undefined) {
    const owner = newValue('owner_id')
    const team = `(select m.${quoted(plan.teamColumn)} from ${schema}."user" m where m.id = ${owner})`
    assignments.set(
      'team_id',
      `case when ${owner} is distinct from o.owner_id then ${team} else o.team_id end`,
    )
  }
  for (const field of plan.moneyFields) {
    const parts = [field.column, 'currency', ...(plan.rateColumn === undefined ? [] : [plan.rateColumn])]
    if (!parts.some((part) => given.includes(part))) continue
    const home = parameters.add(cx.workspace.settings().currency, 'text')
    const date =
      plan.rateColumn === undefined
        ? 'o.created_at::date'
        : `coalesce((${newValue(plan.rateColumn)})::date, o.created_at::date)`
    assignments.set(
      homeColumnOf(field),
      homeAmountSql(schema, newValue(field.column), newValue('currency'), date, home),
    )
  }
  return assignments
}

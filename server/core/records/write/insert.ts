import { seenOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { type Parameters, quoted } from '#server/core/expression/scope.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { Statement } from '../database.ts'
import { projectionOf, recordJson } from '../projection.ts'
import { scopeFor } from '../scope.ts'
import { createdValuesSql } from './log.ts'
import { homeAmountSql, homeColumnOf, type WritePlan } from './plan.ts'
import type { WriteRow } from './step.ts'

/**
 * One statement that checks the version of the metadata, inserts the rows, stamps who and when, logs each, and gives
 * `id, json` of each back: a transaction of its own where it runs alone.
 */
export function insertStatement(
  cx: Context,
  catalogue: Catalogue,
  plan: WritePlan,
  rows: readonly WriteRow[],
  withJson: boolean,
): Statement {
  const { object } = plan
  const seen = seenOf(cx, catalogue)
  const shown = seen.byKey(object.key)!
  const scope = scopeFor(cx, { catalogue: seen, object: shown })
  const { parameters } = scope
  const { schema } = cx.workspace
  const given = [...plan.columns.keys()].filter((column) =>
    rows.some(({ columns }) => columns[column] !== undefined),
  )
  const linked = rows.some(({ links }) => links.size > 0)
  const version = parameters.add(catalogue.version, 'bigint')
  const document = parameters.add(
    JSON.stringify(
      rows.map(({ id, columns, links }) => ({
        id,
        ...columns,
        ...(linked && { _links: Object.fromEntries(links) }),
      })),
    ),
    'json',
  )
  const declared = [
    'id uuid',
    ...(linked ? ['_links jsonb'] : []),
    ...given.map((column) => `${quoted(column)} ${plan.columns.get(column)}`),
  ].join(', ')
  // What is told of the past was there in the past: for who asks what was, and for what tells it by its time.
  const backdated = given.includes('created_at')
  const values = new Map<string, string>(given.map((column) => [column, `i.${quoted(column)}`]))
  stamp(values, cx, plan, parameters)
  const names = ['id', ...values.keys()].map(quoted).join(', ')
  const actor = parameters.add(cx.actor.id, 'uuid')
  const json = withJson
    ? `, ${recordJson(projectionOf(scope, shown, undefined, []), shown, 'p', scope)}::text`
    : ''
  const text = `with guard as materialized (select ${schema}._guard(${version})),
    input as (select i.* from guard, json_to_recordset(${document}) as i(${declared})),
    inserted as (
      insert into ${schema}.${quoted(object.table)} (${names})
      select i.id, ${[...values.values()].join(', ')} from input i returning *
    ),
    logged as (
      insert into ${schema}._change (object, record, version, action, actor, source, after${backdated ? ', at' : ''})
      select ${parameters.add(object.key, 'text')}, p.id, 1, 'create', ${actor}, ${parameters.add(cx.source, 'text')}, ${createdValuesSql('p', plan)}${linked ? ' || i._links' : ''}${backdated ? ', p.created_at' : ''}
      from inserted p${linked ? ' join input i on i.id = p.id' : ''}
    )
    select p.id${json} from inserted p`
  return { text, values: parameters.values }
}

/** What the door itself writes: times, actor, team, amounts in the workspace's currency. */
function stamp(values: Map<string, string>, cx: Context, plan: WritePlan, parameters: Parameters): void {
  const actor = parameters.add(cx.actor.id, 'uuid')
  const { schema } = cx.workspace
  const created = values.has('created_at') ? 'coalesce(i.created_at, now())' : 'now()'
  values.set('created_at', created)
  values.set('created_by', actor)
  values.set('updated_at', created)
  values.set('updated_by', actor)
  if (values.has('owner_id') && plan.teamColumn !== undefined) {
    values.set(
      'team_id',
      `(select m.${quoted(plan.teamColumn)} from ${schema}."user" m where m.id = i.owner_id)`,
    )
  }
  for (const field of plan.moneyFields) {
    if (!values.has(field.column)) continue
    const home = parameters.add(cx.workspace.settings().currency, 'text')
    const dated = plan.rateColumn !== undefined && values.has(plan.rateColumn)
    const date = dated
      ? `coalesce(i.${quoted(plan.rateColumn!)}::date, (${created})::date)`
      : `(${created})::date`
    values.set(
      homeColumnOf(field),
      homeAmountSql(schema, `i.${quoted(field.column)}`, 'i.currency', date, home),
    )
  }
}

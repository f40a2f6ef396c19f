import type { Context } from '#server/core/context.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { linkTableName } from '#server/core/metadata/columns.ts'
import type { Filter } from './filter.ts'
import { type FilterAttributes, filterSql } from './filter-sql.ts'
import type { Page } from './user-rows.ts'

/** A team as SCIM tells of it. Times are ISO 8601 UTC. */
export interface GroupRow {
  readonly id: string
  readonly name: string
  readonly externalId: string | null
  /** Null where nobody asked for them. */
  readonly members: readonly { readonly id: string; readonly name: string }[] | null
  readonly createdAt: string
  readonly updatedAt: string
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Teams, the oldest first, and how many there are in all. */
export async function listGroups(
  cx: Context,
  filter: Filter | undefined,
  { startIndex, count }: Page,
  withMembers: boolean,
): Promise<{ rows: GroupRow[]; total: number }> {
  const { pool, schema } = cx.workspace
  const catalogue = cx.workspace.catalogue()
  const user = catalogue.object('user')
  const users = `${schema}.${quoted(user.table)}`
  const main = `u.${quoted(user.fieldByKey.get('team')!.column)}`
  const name = `u.${quoted(user.fieldByKey.get('name')!.column)}`
  const further = `${schema}.${quoted(linkTableName(user.key, 'teams'))}`
  const belongs = `u.deleted_at is null and (${main} = t.id or exists (select from ${further} f where f.source = u.id and f.target = t.id))`
  const ids = {
    sql: `coalesce((select array_agg(u.id::text) from ${users} u where ${belongs}), '{}')`,
    as: 'set',
  } as const
  const attributes: FilterAttributes = {
    id: { sql: 't.id::text', as: 'exact' },
    displayname: { sql: 't.name', as: 'name' },
    externalid: { sql: `(l.details->>'externalId')`, as: 'exact' },
    members: ids,
    'members.value': ids,
    'meta.created': { sql: 't.created_at', as: 'time' },
    'meta.lastmodified': { sql: 't.updated_at', as: 'time' },
  }
  const parameters = new Parameters()
  const wanted = filter === undefined ? 'true' : filterSql(filter, attributes, parameters)
  const from = `from ${schema}.${quoted(catalogue.object('team').table)} t
    left join ${schema}._directory_link l on l.source = 'scim' and l.kind = 'department' and l.record_id = t.id
    where t.deleted_at is null and (${wanted})`
  const { values } = parameters
  const counted = await pool.query<{ total: number }>({ text: `select count(*)::int total ${from}`, values })
  const members = `coalesce((select json_agg(json_build_object('id', u.id, 'name', ${name}) order by u.id) from ${users} u where ${belongs}), '[]')`
  const { rows } = await pool.query<GroupRow>({
    text: `select t.id, t.name, l.details->>'externalId' "externalId", ${withMembers ? members : 'null'} members,
        ${utc('t.created_at')} "createdAt", ${utc('t.updated_at')} "updatedAt"
      ${from} order by t.id limit ${parameters.add(count, 'integer')} offset ${parameters.add(startIndex - 1, 'integer')}`,
    values,
  })
  return { rows, total: counted.rows[0]!.total }
}

export async function findGroup(cx: Context, id: string, withMembers = true): Promise<GroupRow | undefined> {
  const byId = { op: 'eq', attrPath: 'id', compValue: id.toLowerCase() } as const
  const { rows } = await listGroups(cx, byId, { startIndex: 1, count: 1 }, withMembers)
  return rows[0]
}

import type { Context } from '#server/core/context.ts'
import { Parameters, quoted } from '#server/core/expression/scope.ts'
import { linkTableName } from '#server/core/metadata/columns.ts'
import type { Filter } from './filter.ts'
import { type FilterAttributes, filterSql } from './filter-sql.ts'

/** A member as SCIM tells of them. Times are ISO 8601 UTC. */
export interface UserRow {
  readonly id: string
  readonly userName: string
  readonly details: UserDetails
  readonly name: string
  readonly email: string | null
  readonly mobile: string | null
  readonly jobTitle: string | null
  readonly language: string | null
  readonly timeZone: string | null
  readonly active: boolean
  readonly team: Named | null
  readonly manager: Named | null
  readonly groups: readonly Named[]
  readonly createdAt: string
  readonly updatedAt: string
}

interface Named {
  readonly id: string
  readonly name: string
}

/** What a record has no place for. */
export interface UserDetails {
  readonly userName?: string
  readonly externalId?: string
  readonly familyName?: string
  readonly givenName?: string
}

export interface Page {
  /** Counted from 1. */
  readonly startIndex: number
  readonly count: number
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** SQL of the columns of `user` and `team` that are looked at, as they are called today. */
function columnsOf({ workspace }: Context) {
  const catalogue = workspace.catalogue()
  const user = catalogue.object('user')
  const column = (key: string) => `u.${quoted(user.fieldByKey.get(key)!.column)}`
  const table = (name: string) => `${workspace.schema}.${quoted(catalogue.object(name).table)}`
  return {
    name: column('name'),
    email: column('email'),
    mobile: column('mobile'),
    jobTitle: column('job_title'),
    language: column('language'),
    timeZone: column('time_zone'),
    active: `coalesce(${column('is_active')}, true)`,
    team: column('team'),
    manager: column('manager'),
    users: table('user'),
    teams: table('team'),
    further: `${workspace.schema}.${quoted(linkTableName(user.key, 'teams'))}`,
    links: `${workspace.schema}._directory_link`,
  }
}

type Columns = ReturnType<typeof columnsOf>

/** What somebody is called in SCIM: by its own word, else by what they sign in with here. */
const userName = (c: Columns): string =>
  `coalesce(l.details->>'userName', lower(${c.email}), ${c.mobile}, u.id::text)`

const groupIds = (c: Columns): string =>
  `(select array_agg(g.id::text) from (select ${c.team} as id union select f.target from ${c.further} f where f.source = u.id) g where g.id is not null)`

function attributesOf(c: Columns): FilterAttributes {
  const emails = { sql: c.email, as: 'name' } as const
  const numbers = { sql: c.mobile, as: 'exact' } as const
  return {
    id: { sql: 'u.id::text', as: 'exact' },
    username: { sql: userName(c), as: 'name' },
    externalid: { sql: `(l.details->>'externalId')`, as: 'exact' },
    displayname: { sql: c.name, as: 'name' },
    'name.formatted': { sql: c.name, as: 'name' },
    'name.familyname': { sql: `(l.details->>'familyName')`, as: 'name' },
    'name.givenname': { sql: `(l.details->>'givenName')`, as: 'name' },
    emails,
    'emails.value': emails,
    'emails.type': { sql: `case when ${c.email} is not null then 'work' end`, as: 'name' },
    'emails.primary': { sql: `(${c.email} is not null)`, as: 'boolean' },
    phonenumbers: numbers,
    'phonenumbers.value': numbers,
    'phonenumbers.type': { sql: `case when ${c.mobile} is not null then 'mobile' end`, as: 'name' },
    title: { sql: c.jobTitle, as: 'name' },
    active: { sql: c.active, as: 'boolean' },
    department: { sql: 't.name', as: 'name' },
    'manager.value': { sql: `${c.manager}::text`, as: 'exact' },
    groups: { sql: groupIds(c), as: 'set' },
    'groups.value': { sql: groupIds(c), as: 'set' },
    'meta.created': { sql: 'u.created_at', as: 'time' },
    'meta.lastmodified': { sql: 'u.updated_at', as: 'time' },
  }
}

const from = (c: Columns): string => `from ${c.users} u
  left join ${c.links} l on l.source = 'scim' and l.kind = 'person' and l.record_id = u.id
  left join ${c.teams} t on t.id = ${c.team}
  left join ${c.users} m on m.id = ${c.manager}`

/** Members, the oldest first, and how many there are in all. */
export async function listUsers(
  cx: Context,
  filter: Filter | undefined,
  { startIndex, count }: Page,
): Promise<{ rows: UserRow[]; total: number }> {
  const c = columnsOf(cx)
  const parameters = new Parameters()
  const wanted = filter === undefined ? 'true' : filterSql(filter, attributesOf(c), parameters)
  const where = `where u.deleted_at is null and (${wanted})`
  const values = parameters.values
  const { pool } = cx.workspace
  const counted = await pool.query<{ total: number }>({
    text: `select count(*)::int total ${from(c)} ${where}`,
    values,
  })
  const groups = `(select json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name, g.id) from ${c.teams} g
    where g.deleted_at is null and (g.id = ${c.team} or exists (select from ${c.further} f where f.source = u.id and f.target = g.id)))`
  const { rows } = await pool.query<UserRow>({
    text: `select u.id, ${userName(c)} "userName", coalesce(l.details, '{}') details, ${c.name} as name, ${c.email} as email,
        ${c.mobile} as mobile, ${c.jobTitle} "jobTitle", ${c.language} as language, ${c.timeZone} "timeZone", ${c.active} active,
        case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end team,
        case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end manager,
        coalesce(${groups}, '[]') groups, ${utc('u.created_at')} "createdAt", ${utc('u.updated_at')} "updatedAt"
      ${from(c)} ${where} order by u.id
      limit ${parameters.add(count, 'integer')} offset ${parameters.add(startIndex - 1, 'integer')}`,
    values,
  })
  return { rows, total: counted.rows[0]!.total }
}

export async function findUser(cx: Context, id: string): Promise<UserRow | undefined> {
  const { rows } = await listUsers(
    cx,
    { op: 'eq', attrPath: 'id', compValue: id.toLowerCase() },
    { startIndex: 1, count: 1 },
  )
  return rows[0]
}

import type { Context } from '#server/core/context.ts'
import { type Parameters, quoted } from '#server/core/expression/scope.ts'
import type { Verb } from '#shared/access/permissions.ts'
import { scopeOf } from '#shared/access/scope-of.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { fileObject } from './file-carriers.ts'
import { waysToFile } from './file-ways.ts'
import { innerAlias } from './inner-alias.ts'
import { ruleSql } from './rule-sql.ts'
import { throughSql } from './seen-through.ts'

export type RowVerb = Extract<Verb, 'read' | 'update' | 'delete' | 'transfer' | 'export'>

/** Verbs that sharing reaches, by the level that it takes. */
const sharedAt: Partial<Record<RowVerb, readonly string[]>> = {
  read: ['read', 'edit'],
  export: ['read', 'edit'],
  update: ['edit'],
}

/** One reason for which a row is within reach. */
export interface Way {
  readonly kind: 'owner' | 'team' | 'rule' | 'share' | 'about'
  /** Of a team or a rule: which one. */
  readonly id?: string
  /** A condition on the row. */
  readonly sql: string
  /** Whether it reads other tables for each row that it is asked of: no index serves that. */
  readonly correlated?: boolean
}

/** Whether every row is within this person's reach. Files are seen by what carries them, whatever a role says. */
export const seesAll = ({ access, source }: Context, verb: RowVerb, { key }: CatalogueObject): boolean =>
  source === 'system' || (key !== fileObject && scopeOf(access.permissions, key, verb) === 'all')

/**
 * The ways in which a row, `alias`, is within this person's reach; undefined where every row is, none where no row is.
 */
export function waysTo(
  cx: Context,
  verb: RowVerb,
  object: CatalogueObject,
  alias: string,
  parameters: Parameters,
): Way[] | undefined {
  if (seesAll(cx, verb, object)) return undefined
  const { access } = cx
  const scope = scopeOf(access.permissions, object.key, verb)
  if (scope === 'none') return []
  if (object.key === fileObject)
    return waysToFile(cx, alias, parameters, (other, otherAlias) =>
      visibleRows(cx, other, otherAlias, parameters),
    )
  const ways: Way[] = []
  if (access.userId !== null)
    ways.push({ kind: 'owner', sql: `${alias}.owner_id = ${parameters.add(access.userId, 'uuid')}` })
  const teams = scope === 'team' ? access.teams : scope === 'teamAndBelow' ? access.teamsAndBelow : []
  ways.push(...teamsSql(teams, alias, parameters))
  const levels = sharedAt[verb] ?? []
  for (const rule of access.rules) {
    if (rule.objectKey !== object.key || !levels.includes(rule.level)) continue
    const condition = ruleSql(cx, rule, object, alias, parameters)
    if (condition !== undefined) ways.push({ kind: 'rule', id: rule.id, ...condition })
  }
  if (levels.length > 0 && access.sharedObjects.has(object.key)) {
    const grantees = parameters.add(access.grantees, 'text[]')
    ways.push({
      kind: 'share',
      sql: `${alias}.id in (select s.record from ${cx.workspace.schema}._record_share s
      where s.object_key = ${parameters.add(object.key, 'text')} and s.grantee = any(${grantees}) and s.level = any(${parameters.add(levels, 'text[]')}))`,
    })
  }
  const through = throughSql(cx, verb, object, alias, (other, otherAlias) =>
    visibleRows(cx, other, otherAlias, parameters, verb === 'export' ? 'read' : verb),
  )
  if (through !== undefined) ways.push({ kind: 'about', sql: through, correlated: true })
  return ways
}

/** Up to so many teams are looked up one by one, each by the index that has its rows in order. */
const fewTeams = 8

function teamsSql(teams: readonly string[], alias: string, parameters: Parameters): Way[] {
  if (teams.length === 0) return []
  if (teams.length > fewTeams)
    return [{ kind: 'team', sql: `${alias}.team_id = any(${parameters.add(teams, 'uuid[]')})` }]
  return teams.map((id) => ({ kind: 'team', id, sql: `${alias}.team_id = ${parameters.add(id, 'uuid')}` }))
}

/**
 * SQL that a row must meet to be within this person's reach, `alias` being the row's; undefined where every row is. A part
 * of every statement that reads or changes rows.
 */
export function visibleRows(
  cx: Context,
  object: CatalogueObject,
  alias: string,
  parameters: Parameters,
  verb: RowVerb = 'read',
): string | undefined {
  const ways = waysTo(cx, verb, object, alias, parameters)
  if (ways === undefined) return undefined
  return ways.length === 0 ? 'false' : `(${ways.map(({ sql }) => sql).join(' or ')})`
}

/** Likewise of a row of the past, which is seen as the row is now: who lost sight of a record lost its past, too. */
export function visibleRowsOfPast(
  cx: Context,
  object: CatalogueObject,
  alias: string,
  parameters: Parameters,
): string | undefined {
  const live = innerAlias(alias, 'live')
  const rows = visibleRows(cx, object, live, parameters)
  if (rows === undefined || rows === 'false') return rows
  return `exists (select from ${cx.workspace.schema}.${quoted(object.table)} ${live} where ${live}.id = ${alias}.id and ${rows})`
}

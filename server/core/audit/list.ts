import type { Context } from '#server/core/context.ts'
import { AppError, type Issue, invalidInput } from '#shared/errors.ts'
import { nearest } from '#shared/nearest.ts'
import type { AuditEntry } from '#shared/operations/audit.ts'
import { auditKindNames } from '#shared/operations/audit-kinds.ts'
import { chainedEntry, type EntryRow, entryColumns } from './entry-row.ts'

export interface AuditQuery {
  readonly kinds?: string
  readonly actor?: string
  readonly from?: string
  readonly to?: string
  readonly search?: string
  readonly cursor?: string
  readonly limit?: number
}

interface Row extends EntryRow {
  readonly by: AuditEntry['actor']
  readonly number: string | null
  readonly hash: string | null
}

const columns = `${entryColumns}, s.number::text, encode(s.hash, 'hex') as hash,
  case when b.id is null then null else json_build_object('id', b.id, 'kind', b.kind, 'name', b.name) end as by`

const from = (schema: string): string =>
  `from ${schema}._audit a left join ${schema}._audit_seal s on s.id = a.id left join ${schema}."actor" b on b.id = a.actor`

/** Entries, the newest first, in pages. @throws AppError `invalid_cursor`, `unknown_option` */
export async function listAudit(
  { workspace }: Context,
  query: AuditQuery,
): Promise<{ data: AuditEntry[]; nextCursor: string | null }> {
  const { limit = 50 } = query
  const values: unknown[] = []
  const value = (given: unknown): string => `$${values.push(given)}`
  const { rows } = await workspace.pool.query<Row>({
    text: `select ${columns} ${from(workspace.schema)}
      where ${conditionsOf(query, value).join(' and ')} order by a.at desc, a.id desc limit ${limit + 1}`,
    values,
  })
  const shown = rows.slice(0, limit).map(entryOf)
  const last = shown.at(-1)
  return {
    data: shown,
    nextCursor:
      rows.length > limit && last ? Buffer.from(`${last.at}|${last.id}`).toString('base64url') : null,
  }
}

/** @throws AppError `audit_entry_missing` */
export async function getAudit({ workspace }: Context, id: string): Promise<AuditEntry> {
  const { rows } = await workspace.pool.query<Row>({
    text: `select ${columns} ${from(workspace.schema)} where a.id = $1`,
    values: [id],
  })
  const [row] = rows
  if (row === undefined) throw new AppError('audit_entry_missing')
  return entryOf(row)
}

function conditionsOf(query: AuditQuery, value: (given: unknown) => string): string[] {
  const { kinds, actor, from: since, to, search, cursor } = query
  const conditions = ['true']
  if (kinds !== undefined) conditions.push(`a.kind = any(${value(kindsIn(kinds))})`)
  if (actor !== undefined) {
    const who = value(actor)
    conditions.push(`(a.user_id = ${who} or a.actor = ${who})`)
  }
  if (since !== undefined) conditions.push(`a.at >= ${value(since)}::timestamptz`)
  if (to !== undefined) conditions.push(`a.at < ${value(to)}::timestamptz`)
  if (search !== undefined && search.trim() !== '') {
    const part = value(`%${search.trim().replace(/[\\%_]/g, '\\$&')}%`)
    conditions.push(
      `(${['a.name', 'a.address', 'a.object', 'a.details::text', 'b.name'].map((text) => `${text} ilike ${part}`).join(' or ')})`,
    )
  }
  if (cursor !== undefined) {
    const [at, id] = placeIn(cursor)
    conditions.push(`(a.at, a.id) < (${value(at)}::timestamptz, ${value(id)}::uuid)`)
  }
  return conditions
}

function kindsIn(text: string): string[] {
  const kinds = text
    .split(',')
    .map((kind) => kind.trim())
    .filter(Boolean)
  const issues: Issue[] = kinds
    .filter((kind) => !auditKindNames.some((known) => known === kind))
    .map((kind) => ({
      path: 'kinds',
      code: 'unknown_option',
      parameters: { value: kind, suggestion: nearest(kind, auditKindNames) },
    }))
  if (issues.length > 0) throw invalidInput(issues)
  return kinds
}

const place = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)\|([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/

function placeIn(cursor: string): [at: string, id: string] {
  const [, at, id] = place.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  const sound = at !== undefined && id !== undefined && !Number.isNaN(Date.parse(at))
  if (!sound) throw invalidInput([{ path: 'cursor', code: 'invalid_cursor' }])
  return [at, id]
}

function entryOf(row: Row): AuditEntry {
  const entry = chainedEntry(0, row)
  return {
    ...(entry as Omit<AuditEntry, 'actor' | 'number' | 'hash'>),
    actor: row.by,
    number: row.number === null ? null : Number(row.number),
    hash: row.hash,
  }
}

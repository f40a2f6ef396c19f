import type { Context } from '#server/core/context.ts'
import { listRecords } from '#server/core/records/index.ts'

/** A member as the workspace knows them. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly mobile: string | null
  readonly jobTitle: string | null
  readonly teamId: string | null
  readonly teamIds: readonly string[]
  readonly managerId: string | null
  readonly isActive: boolean | null
}

export interface KnownTeam {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
}

const personFields = ['name', 'email', 'mobile', 'jobTitle', 'teamId', 'teamIds', 'managerId', 'isActive']

export const knownPeople = (cx: Context): Promise<KnownPerson[]> => all<KnownPerson>(cx, 'user', personFields)
export const knownTeams = (cx: Context): Promise<KnownTeam[]> =>
  all<KnownTeam>(cx, 'team', ['name', 'parentId'])

async function all<Row>(cx: Context, object: string, fields: readonly string[]): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const text = await listRecords(cx, object, { fields, limit: 1000, sort: ['createdAt'], cursor })
    const page = JSON.parse(text) as { data: Row[]; nextCursor: string | null }
    rows.push(...page.data)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return rows
}

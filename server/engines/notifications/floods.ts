import type { Context } from '#server/core/context.ts'
import type { Runner } from '#server/core/records/database.ts'
import type { Candidate } from './candidates.ts'
import { flood } from './rules.ts'
import type { Told } from './told.ts'

interface Recent {
  readonly id: string
  readonly user_id: string
  readonly actor: string | null
  readonly object_key: string
  readonly record_id: string | null
  readonly count: number
}

const groupOf = (userId: string, actor: string | null, objectKey: string): string =>
  [userId, actor, objectKey].join(' ')

/**
 * Takes assignments that are too many to be told one by one and makes one notification of them, with those of a moment ago
 * that are not read yet: an import comes in many transactions and pages.
 * @returns what is left to be told alone, and what was told of many
 */
export async function gatherFloods(
  cx: Context,
  client: Runner,
  candidates: readonly Candidate[],
): Promise<{ readonly alone: readonly Candidate[]; readonly gathered: readonly Told[] }> {
  const assignments = candidates.filter(({ kind }) => kind === 'assignment')
  if (assignments.length === 0) return { alone: candidates, gathered: [] }
  const recent = await recentOf(cx, client, assignments)
  const gathered: Told[] = []
  const flooded = new Set<string>()
  const replaced: string[] = []
  const keyOf = ({ userId, actor, object }: Candidate) => groupOf(userId, actor, object.key)
  for (const [key, group] of Map.groupBy(assignments, keyOf)) {
    const [first] = group
    const before = recent.get(key) ?? []
    const count = group.length + before.reduce((sum, row) => sum + row.count, 0)
    if (first === undefined || count <= flood.most) continue
    flooded.add(key)
    replaced.push(...before.map(({ id }) => id))
    const { userId, kind, cause, object, actor } = first
    const at = group.at(-1)!.at
    gathered.push({
      ...{ userId, kind, cause, at, objectKey: object.key, recordId: null, title: '', text: '' },
      ...{ actor, count },
    })
  }
  if (replaced.length > 0)
    await client.query({
      text: `delete from ${cx.workspace.schema}._notification where id = any($1::uuid[])`,
      values: [replaced],
    })
  const alone = candidates.filter((one) => one.kind !== 'assignment' || !flooded.has(keyOf(one)))
  return { alone, gathered }
}

/** Unread assignments of a moment before these, by person, actor and object. */
async function recentOf(
  cx: Context,
  client: Runner,
  assignments: readonly Candidate[],
): Promise<ReadonlyMap<string, readonly Recent[]>> {
  const earliest = assignments.reduce((least, { at }) => (at < least ? at : least), assignments[0]!.at)
  const { rows } = await client.query<Recent>({
    text: `select id, user_id, actor, object_key, record_id, count from ${cx.workspace.schema}._notification
      where user_id = any($1::uuid[]) and read_at is null and kind = 'assignment'
        and at > $2::timestamptz - $3 * interval '1 ms'`,
    values: [[...new Set(assignments.map(({ userId }) => userId))], earliest, flood.within],
  })
  return Map.groupBy(rows, (row) => groupOf(row.user_id, row.actor, row.object_key))
}

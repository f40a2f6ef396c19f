import type { WriteBatch, WriteStep } from '#server/core/records/index.ts'

/** Objects whose records tell when they were last dealt with and when they are due next. */
const parties = ['company', 'contact', 'lead', 'deal'] as const

/**
 * `lastActivityAt`: the latest activity about a record that lies behind us. `nextActivityAt`: the earliest open task about it
 * (an overdue one included) or meeting ahead. Both are kept without touching the record's version.
 */
const times = {
  last_activity_at: (schema: string) => `(
    select max(a.occurred_at) from ${schema}.activity a
    where a.regarding @> jsonb_build_array(jsonb_build_object('id', t.id)) and a.deleted_at is null and a.occurred_at <= now())`,
  next_activity_at: (schema: string) => `least((
      select min(k.due_at) from ${schema}.task k
      where k.regarding @> jsonb_build_object('id', t.id) and k.deleted_at is null and k.status not in ('done', 'cancelled')), (
      select min(a.occurred_at) from ${schema}.activity a
      where a.regarding @> jsonb_build_array(jsonb_build_object('id', t.id)) and a.deleted_at is null and a.occurred_at > now()))`,
} as const

type Time = keyof typeof times

const step = (object: 'activity' | 'task', watches: readonly string[], kept: readonly Time[]): WriteStep => ({
  name: `${object}.times`,
  object,
  watches: new Set(watches),
  async follow(batch) {
    const ids = await regarded(batch, object)
    if (ids.length === 0) return
    const { schema } = batch.cx.workspace
    for (const party of parties) {
      const values = kept.map((column) => `${times[column](schema)} as ${column}`).join(', ')
      await batch.client.query({
        text: `update ${schema}.${party} p set ${kept.map((column) => `${column} = n.${column}`).join(', ')}
          from (select t.id, ${values} from ${schema}.${party} t where t.id = any($1::uuid[]) order by t.id for update) n
          where n.id = p.id and (${kept.map((column) => `p.${column} is distinct from n.${column}`).join(' or ')})`,
        values: [ids],
      })
    }
  },
})

/** Ids of the records that the written ones are about, and were about before. */
async function regarded({ cx, client, rows }: WriteBatch, object: string): Promise<string[]> {
  const { rows: found } = await client.query<{ regarding: string | null }>({
    text: `select regarding::text as regarding from ${cx.workspace.schema}.${object} where id = any($1::uuid[]) and regarding is not null`,
    values: [rows.map(({ id }) => id)],
  })
  const now = found.map(({ regarding }) => JSON.parse(regarding ?? 'null') as unknown)
  const before = rows.map((row) => row.before?.regarding)
  const references = [...now, ...before].flat() as ({ id?: unknown } | null | undefined)[]
  const ids = references.map((reference) => reference?.id)
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))]
}

export const activityStep = step(
  'activity',
  ['regarding', 'occurred_at'],
  ['last_activity_at', 'next_activity_at'],
)
export const taskStep = step('task', ['regarding', 'due_at', 'status'], ['next_activity_at'])

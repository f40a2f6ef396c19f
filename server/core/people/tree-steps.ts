import { quoted } from '#server/core/expression/scope.ts'
import type { WriteStep } from '#server/core/records/index.ts'
import { AppError, type ErrorCode } from '#shared/errors.ts'

/** Keys of an object whose records stand below one another, and of the field that says below which. */
interface Tree {
  readonly object: 'user' | 'team'
  readonly above: 'manager' | 'parent'
  readonly code: ErrorCode & ('manager_circle' | 'team_circle')
}

/** Nobody is above themselves. */
const circleStep = ({ object, above, code }: Tree): WriteStep => ({
  name: `circle of ${above}`,
  object,
  watches: new Set([above]),
  async stamp({ cx, client }) {
    // One after the other: two halves of a circle, each in its own transaction, would not see each other.
    await client.query({
      text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
      values: [`${cx.workspace.schema} ${object} ${above}`],
    })
  },
  async follow({ cx, client, rows }) {
    const table = `${cx.workspace.schema}.${quoted(object)}`
    const { rows: found } = await client.query<{ name: string }>({
      text: `with recursive upwards as (
          select t.id as start, t.${above} as above from ${table} t where t.id = any($1::uuid[])
          union
          select w.start, t.${above} from upwards w join ${table} t on t.id = w.above where w.above <> w.start
        )
        select t.name from upwards w join ${table} t on t.id = w.start where w.above = w.start limit 1`,
      values: [rows.map(({ id }) => id)],
    })
    if (found[0] !== undefined) throw new AppError(code, { name: found[0].name })
  },
})

/** A team that somebody is in, or that others lie below, stays. */
const emptyTeamStep: WriteStep = {
  name: 'teams in use',
  object: 'team',
  watches: new Set(),
  async follow({ cx, client, rows, action }) {
    if (action !== 'delete') return
    const { schema } = cx.workspace
    const further = cx.workspace.catalogue().byKey('user')?.fieldByKey.has('teams')
      ? `or exists (select from ${schema}._link_user_teams l join ${schema}."user" u on u.id = l.source
           where l.target = t.id and u.deleted_at is null)`
      : ''
    const { rows: found } = await client.query<{ name: string }>({
      text: `select t.name from ${schema}.team t where t.id = any($1::uuid[]) and (
          exists (select from ${schema}.team b where b.parent = t.id and b.deleted_at is null)
          or exists (select from ${schema}."user" u where u.team = t.id and u.deleted_at is null) ${further}) limit 1`,
      values: [rows.map(({ id }) => id)],
    })
    if (found[0] !== undefined) throw new AppError('team_in_use', { name: found[0].name })
  },
}

export const treeSteps: readonly WriteStep[] = [
  circleStep({ object: 'user', above: 'manager', code: 'manager_circle' }),
  circleStep({ object: 'team', above: 'parent', code: 'team_circle' }),
  emptyTeamStep,
]

import type { Context } from '#server/core/context.ts'
import { quoted } from '#server/core/expression/scope.ts'
import { invalidInput } from '#shared/errors.ts'
import type { Grantee } from '#shared/operations/sharing.ts'

/** `{kind: 'team', id}` ↔ `team:ID`, as it is stored. */
export const granteeText = ({ kind, id }: Grantee): string => (kind === 'everybody' ? kind : `${kind}:${id}`)

export function granteeOf(text: string): Grantee {
  const [kind, id] = text.split(':') as [Grantee['kind'], string | undefined]
  return id === undefined ? { kind } : { kind, id }
}

const tables: Readonly<Record<Exclude<Grantee['kind'], 'everybody'>, string>> = {
  user: 'user',
  team: 'team',
  teamAndBelow: 'team',
  role: '_role',
}

/** @throws AppError `grantee_missing` where there is no such person, team or role */
export async function checkGrantee(cx: Context, { kind, id }: Grantee): Promise<void> {
  if (kind === 'everybody') return
  const { pool, schema } = cx.workspace
  const table = tables[kind]
  const live = table === '_role' ? '' : ' and deleted_at is null'
  const { rows } = await pool.query({
    text: `select from ${schema}.${quoted(table)} where id = $1::uuid${live}`,
    values: [id ?? null],
  })
  if (rows.length === 0) throw invalidInput([{ path: '/grantee', code: 'grantee_missing' }])
}

import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { canonicalJson, genesis, sealOf } from './chain.ts'
import { chainedEntry, type EntryRow, entryColumns } from './entry-row.ts'

export interface ChainReport {
  /** Entries that hold. */
  readonly entries: number
  /** Hash of the last of them, by which the state of the log can be told from a later one. */
  readonly last: string
  /** What does not hold, the first of it, naming the entry; undefined where all does. */
  readonly problem?: string
}

const stretch = 1_000

/** Checks the log of a workspace against its seals, from the first entry to the last. Entries that still wait are not counted. */
export async function verifyLiveLog(workspace: Workspace): Promise<ChainReport> {
  const { schema } = workspace
  let number = 0
  let hash = genesis
  const report = (problem?: string): ChainReport => ({
    entries: number,
    last: hash,
    ...(problem !== undefined && { problem }),
  })
  for (;;) {
    const { rows } = await workspace.pool.query<EntryRow & { number: string; seal_id: string; hash: string }>(
      {
        text: `select s.number::text, s.id as seal_id, encode(s.hash, 'hex') as hash, ${entryColumns}
        from ${schema}._audit_seal s left join ${schema}._audit a on a.id = s.id
        where s.number > $1 and s.number <= $2 order by s.number`,
        values: [number, number + stretch],
      },
    )
    for (const row of rows) {
      const problem = liveProblem(row, number, hash)
      if (problem !== undefined) return report(problem)
      number += 1
      hash = row.hash
    }
    if (rows.length === 0) break
  }
  return report(await outsideChain(workspace, number))
}

function liveProblem(
  row: EntryRow & { readonly number: string; readonly seal_id: string; readonly hash: string },
  before: number,
  previous: string,
): string | undefined {
  const number = Number(row.number)
  const called = `entry ${number} (${row.seal_id})`
  if (number === before) return `${called} is there twice`
  if (number !== before + 1) return `entry ${before + 1} is missing`
  if (row.id === null) return `${called} was taken away`
  const entry = chainedEntry(number, row)
  if (canonicalJson(entry.details) !== row.details || sealOf(previous, entry) !== row.hash)
    return `${called} of ${entry.at} was changed`
  return undefined
}

/** What lies beyond the last place, and what was written and never handed over to be sealed. */
async function outsideChain({ pool, schema }: Workspace, last: number): Promise<string | undefined> {
  const { rows } = await pool.query<{ number: string | null; id: string | null }>({
    text: `select
        (select min(number)::text from ${schema}._audit_seal where number > $1) as number,
        (select id from ${schema}._audit a
          where not exists (select 1 from ${schema}._audit_seal s where s.id = a.id)
            and not exists (select 1 from ${schema}._audit_unsealed u where u.id = a.id)
          order by at limit 1) as id`,
    values: [last],
  })
  const found = rows[0]
  if (found?.number != null) return `entry ${last + 1} is missing`
  if (found?.id != null) return `entry ${found.id} stands outside the chain`
  return undefined
}

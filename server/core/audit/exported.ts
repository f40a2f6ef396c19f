import { createHash } from 'node:crypto'
import type { Context } from '#server/core/context.ts'
import { auditFormat, genesis, lineOf } from './chain.ts'
import { chainedEntry, type EntryRow, entryColumns } from './entry-row.ts'
import { sealAudit } from './seal.ts'

const stretch = 500

/**
 * The whole log as JSON lines: a head, each entry with its hash, and an end that tells how many there are, the last hash and the
 * SHA-256 of everything before it. What is in the log when it begins is in it.
 */
export async function* exportedLines({ workspace }: Pick<Context, 'workspace'>): AsyncGenerator<string> {
  await sealAudit(workspace)
  const { schema, id, name } = workspace
  const sum = createHash('sha256')
  const summed = (line: string): string => {
    sum.update(`${line}\n`)
    return `${line}\n`
  }
  yield summed(JSON.stringify({ format: auditFormat, workspace: { id, name }, at: new Date().toISOString() }))
  const { rows: ends } = await workspace.pool.query<{ last: string }>({
    text: `select coalesce(max(number), 0)::text as last from ${schema}._audit_seal`,
  })
  const end = Number(ends[0]?.last ?? 0)
  let last = genesis
  let entries = 0
  for (let from = 0; from < end; from += stretch) {
    const { rows } = await workspace.pool.query<EntryRow & { number: string; hash: string }>({
      text: `select s.number::text, encode(s.hash, 'hex') as hash, ${entryColumns}
        from ${schema}._audit_seal s join ${schema}._audit a on a.id = s.id
        where s.number > $1 and s.number <= $2 order by s.number`,
      values: [from, Math.min(from + stretch, end)],
    })
    let text = ''
    for (const row of rows) {
      text += summed(lineOf(chainedEntry(Number(row.number), row), row.hash))
      last = row.hash
      entries += 1
    }
    yield text
  }
  yield `${JSON.stringify({ entries, last, sha256: sum.digest('hex') })}\n`
}

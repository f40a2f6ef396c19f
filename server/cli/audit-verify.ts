import { createReadStream } from 'node:fs'
import type { ChainReport } from '#server/core/audit/index.ts'
import { type Command, type CommandContext, UsageError } from './command.ts'
import { readOptions } from './options.ts'

const usage = `kith audit verify [FILE] [--workspace W]

Checks the chain of hashes of the audit log, from the first entry to the last, and names the first that was changed, taken away or
moved. With FILE an exported copy: that needs no database, and works on any machine. Without, the log of the workspace itself.
The last hash is printed: two copies of one log agree where theirs do, and a longer one contains the line of the shorter.`

const options = { workspace: { type: 'string' } } as const

export const command: Command = {
  summary: 'check that nobody changed the audit log',
  usage,
  async run(args, context) {
    const { values, positionals } = readOptions(args, options)
    const [file, ...more] = positionals
    if (more.length > 0) throw new UsageError('One FILE at most')
    if (file !== undefined && values.workspace !== undefined)
      throw new UsageError('A copy is checked by itself: FILE or --workspace')
    const report = file === undefined ? await verifyLog(context, values.workspace) : await verifyFile(file)
    const { entries, last, problem } = report
    if (problem === undefined) context.print(`${entries} entries hold. Last hash: ${last}`)
    else
      context.print(
        `Not as it was written: ${problem}. ${entries} entries before it hold. Their last hash: ${last}`,
      )
    return problem === undefined ? 0 : 1
  },
}

async function verifyFile(file: string): Promise<ChainReport> {
  const { verifyCopy } = await import('#server/core/audit/verify-copy.ts')
  return verifyCopy(createReadStream(file))
}

async function verifyLog(context: CommandContext, slug: string | undefined): Promise<ChainReport> {
  const { withWorkspace } = await import('./with-kith.ts')
  const { sealAudit, verifyLiveLog } = await import('#server/core/audit/index.ts')
  return withWorkspace(context, slug, async ({ workspace }) => {
    await sealAudit(workspace)
    return verifyLiveLog(workspace)
  })
}

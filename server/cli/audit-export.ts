import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from './command.ts'
import { UsageError } from './command.ts'
import { readOptions } from './options.ts'

const usage = `kith audit export FILE [--workspace W]

Writes the whole audit log of a workspace into FILE as JSON lines with its chain of hashes. kith audit verify FILE checks it on
any machine. FILE appears when it is whole.`

const options = { workspace: { type: 'string' } } as const

export const command: Command = {
  summary: 'write the audit log with its chain into a file',
  usage,
  async run(args, context) {
    const { values, positionals } = readOptions(args, options)
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new UsageError('One FILE is needed')
    const { withWorkspace } = await import('./with-kith.ts')
    const { exportedLines, recordAudit } = await import('#server/core/audit/index.ts')
    const draft = `${file}.${process.pid}.part`
    try {
      await withWorkspace(context, values.workspace, async (cx) => {
        await recordAudit(cx, { kind: 'auditExported' })
        // It names people and addresses.
        const target = createWriteStream(draft, { mode: 0o600, flush: true })
        await pipeline(Readable.from(exportedLines(cx), { objectMode: false }), target)
      })
      await rename(draft, file)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
    context.print(`Exported the audit log to ${file}`)
    return 0
  },
}

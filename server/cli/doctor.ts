import { access, constants, statfs } from 'node:fs/promises'
import type { Command, CommandContext } from './command.ts'

interface Finding {
  readonly good: boolean
  readonly text: string
}

type Check = (context: CommandContext) => Promise<Finding>

const leastFree = 1024 ** 3

const checks: readonly Check[] = [
  async () => ({ good: true, text: `Node ${process.version} on ${process.platform} ${process.arch}` }),
  async ({ config }) => ({
    good: true,
    text: `Configuration: ${config.publicUrl}, listening on ${config.host}:${config.port}`,
  }),
  async ({ config: { dataDirectory } }) => {
    await access(dataDirectory, constants.R_OK | constants.W_OK)
    const { bavail, bsize } = await statfs(dataDirectory)
    const free = bavail * bsize
    const text = `Data in ${dataDirectory}, ${(free / 1024 ** 3).toFixed(1)} GB free`
    return { good: free >= leastFree, text: free >= leastFree ? text : `${text}: make room, at least 1 GB` }
  },
  async ({ config, withDatabase }) => {
    const version = await withDatabase(async (pool) => {
      const { rows } = await pool.query<{ server_version: string }>('show server_version')
      return rows[0]?.server_version
    })
    const kind = config.databaseUrl === undefined ? 'embedded' : 'of DATABASE_URL'
    return { good: true, text: `PostgreSQL ${version} (${kind}) carries Kith` }
  },
]

export const command: Command = {
  summary: 'check configuration, disk and database',
  usage: 'kith doctor\n\nPrints one line for each finding; ends with 1 if any needs a change.',
  async run(_, context) {
    let bad = 0
    for (const check of checks) {
      const { good, text } = await check(context).catch((error: unknown) => ({
        good: false,
        text: error instanceof Error ? error.message : String(error),
      }))
      context.print(`${good ? '✓' : '✗'} ${text}`)
      if (!good) bad += 1
    }
    return bad === 0 ? 0 : 1
  },
}

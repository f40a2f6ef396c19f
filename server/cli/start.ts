import { Shutdown } from '#server/platform/lifecycle/index.ts'
import type { Command } from './command.ts'

export const command: Command = {
  summary: 'start Kith and print its address',
  usage:
    'kith start\n\nReads PORT, HOST, KITH_DATA, DATABASE_URL, KITH_URL, KITH_HOSTS, KITH_TLS_CERT, KITH_TLS_KEY,\nKITH_TRUSTED_PROXIES, KITH_OUTBOUND_ALLOW, KITH_SECRET and LOG_LEVEL: docs/configuration.md',
  async run(_, { config, log, print }) {
    const shutdown = new Shutdown(log)
    shutdown.onSignals()
    const { startServer } = await import('#server/main.ts')
    try {
      const [here, ...office] = await startServer(config, log, shutdown)
      print(`\n  Kith is ready: ${here}`)
      for (const address of office) print(`  In your office: ${address}`)
      print('')
    } catch (error) {
      await shutdown.run()
      throw error
    }
    await shutdown.ended
    return 0
  },
}

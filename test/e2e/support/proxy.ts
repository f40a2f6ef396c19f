import { connect, createServer, type Socket } from 'node:net'
import type { Kith } from './kith.ts'

/** What stands between a browser and the server, and can fail. */
export interface ProxyServer extends Kith {
  /** Ends all that is open, and takes nothing more. */
  cut(): void
  /** Ends what is open; what is asked for anew is answered. */
  interrupt(): void
  mend(): void
}

/**
 * A way to the server of its own, under another port.
 * @param kith is looked at with the first request: this address can be known before the server is there
 */
export async function startProxy(kith: Pick<Kith, 'address'>): Promise<ProxyServer> {
  const open = new Set<Socket>()
  let away = false
  const server = createServer((client) => {
    if (away) return void client.destroy()
    const upstream = connect(Number(new URL(kith.address).port), '127.0.0.1')
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => {})
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('it listens nowhere')
  const interrupt = () => {
    for (const one of open) one.destroy()
  }
  return {
    address: `http://localhost:${bound.port}`,
    interrupt,
    cut() {
      away = true
      interrupt()
    },
    mend() {
      away = false
    },
    async stop() {
      interrupt()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

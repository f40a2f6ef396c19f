import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '#server/platform/log/index.ts'

interface ListenOptions {
  readonly url: string
  readonly log: Log
  readonly onMessage: (payload: string) => void
  /** The connection is back; what was sent in between is lost. */
  readonly onReconnect: () => void
}

interface Listener {
  stop(): Promise<void>
}

export const channel = 'kith'
const longestPause = 5_000

/** Hears the notifications of the channel on a connection of its own, and connects again whenever that is lost. */
export async function listen(options: ListenOptions): Promise<Listener> {
  let stopped = false
  let client = await connect()

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({
      connectionString: options.url,
      application_name: 'kith listener',
      keepAlive: true,
    })
    next.on('error', () => {})
    next.on('notification', ({ payload }) => options.onMessage(payload ?? ''))
    await next.connect()
    await next.query(`listen ${channel}`)
    next.on('end', () => void reconnect())
    return next
  }

  async function reconnect(): Promise<void> {
    for (let pause = 50; !stopped; pause = Math.min(pause * 2, longestPause)) {
      await sleep(pause, undefined, { ref: false })
      if (stopped) return
      try {
        client = await connect()
        if (stopped) await client.end()
        else options.onReconnect()
        return
      } catch (error) {
        options.log.warn({ reason: String(error) }, 'the database cannot be listened to; trying on')
      }
    }
  }

  return {
    stop: async () => {
      stopped = true
      await client.end()
    },
  }
}

import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Log } from '#server/platform/log/index.ts'
import { channel, listen } from './listen.ts'

/** Called with the topic; with the subscribed prefix itself when messages may have been missed. */
type Subscriber = (topic: string) => void

export interface Notifier {
  /**
   * Tells every process that something of this topic happened. Call it after the commit. Subscribers of this process
   * hear at once, other processes within some 10 ms; repeated calls in that time become one message.
   */
  notify(topic: string): void
  /** Hears of every topic that starts with `prefix`. Returns how to stop. */
  subscribe(prefix: string, subscriber: Subscriber): () => void
  stop(): Promise<void>
}

const interval = 10

/**
 * Messages between the processes that share a database. They carry no data and may be lost with a connection: who
 * depends on them looks by itself now and then.
 */
export async function createNotifier(options: { url: string; pool: pg.Pool; log: Log }): Promise<Notifier> {
  const { url, pool, log } = options
  const self = randomUUID()
  const subscribers = new Set<{ prefix: string; subscriber: Subscriber }>()
  const pending = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  const call = (subscriber: Subscriber, topic: string) => {
    try {
      subscriber(topic)
    } catch (error) {
      log.error({ err: error, topic }, 'a subscriber failed')
    }
  }
  const deliver = (topic: string) => {
    for (const { prefix, subscriber } of subscribers) if (topic.startsWith(prefix)) call(subscriber, topic)
  }
  const listener = await listen({
    url,
    log,
    onMessage: (payload) => {
      const space = payload.indexOf(' ')
      if (payload.slice(0, space) !== self) deliver(payload.slice(space + 1))
    },
    onReconnect: () => {
      for (const { prefix, subscriber } of subscribers) call(subscriber, prefix)
    },
  })
  const send = async () => {
    timer = undefined
    const payloads = [...pending].map((topic) => `${self} ${topic}`)
    pending.clear()
    try {
      await pool.query(`select pg_notify($1, payload) from unnest($2::text[]) payload`, [channel, payloads])
    } catch (error) {
      log.warn({ err: error }, 'other processes could not be notified')
    }
  }

  return {
    notify: (topic) => {
      deliver(topic)
      pending.add(topic)
      timer ??= setTimeout(() => void send(), interval)
    },
    subscribe: (prefix, subscriber) => {
      const subscription = { prefix, subscriber }
      subscribers.add(subscription)
      return () => void subscribers.delete(subscription)
    },
    stop: async () => {
      clearTimeout(timer)
      if (pending.size > 0) await send()
      await listener.stop()
    },
  }
}

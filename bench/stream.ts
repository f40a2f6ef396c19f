import { get, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { Random } from '#server/apps/demo/random.ts'
import { ask, type Connection, requestText } from './client.ts'
import type { Figure } from './figures.ts'
import { connectionsTo } from './load-round.ts'
import { type Latency, latencyOf } from './measure.ts'
import type { Prepared } from './prepared.ts'

export interface Seen {
  readonly title: string
  readonly writers: number
  readonly changes: number
  /** Milliseconds from the commit to the subscriber. */
  readonly latency: Latency
  readonly reach: number
  readonly reached: boolean
}

interface StreamOptions {
  readonly prepared: Prepared
  readonly key: string
  readonly port: number
  readonly pool: pg.Pool
  /** What the writers beside do. */
  readonly writing: Figure
  readonly writers: number
}

const changes = 200
const pause = 25
const reach = 50

/**
 * How long a change takes from its commit to a subscriber of /events. The moment of the commit is PostgreSQL's own
 * (`track_commit_timestamp`), taken before the commit is flushed to disk; both clocks are this machine's.
 */
export async function measureStream(options: StreamOptions): Promise<Seen> {
  const { prepared, key, port, pool, writing, writers } = options
  const stream = await subscribe(port, key)
  const seenAt = new Map<string, number>()
  let rest = ''
  stream.setEncoding('utf8').on('data', (text: string) => {
    const now = Date.now()
    const events = (rest + text).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const [, seq] = /"seq":(\d+)/.exec(event) ?? []
      if (seq !== undefined && event.includes(marker)) seenAt.set(seq, now)
    }
  })
  const [open = undefined, ...others] = connectionsTo(port, writers + 1)
  let writingOn = true
  const random = new Random(11)
  const beside = others.map((connection) =>
    write(connection, writing.kith(new Random(random.bits())), () => writingOn),
  )
  try {
    for (let change = 0; change < changes; change++) {
      const body = JSON.stringify({ department: `${marker} ${change} ${random.digits(4)}` })
      const id = random.pick(prepared.contactIds)
      await ask(
        open!,
        requestText('PATCH', `/api/v1/records/contact/${id}`, [`Authorization: Bearer ${key}`], body),
      )
      await sleep(pause)
    }
    for (let wait = 0; wait < 100 && seenAt.size < changes; wait++) await sleep(50)
  } finally {
    writingOn = false
    await Promise.all(beside)
    stream.destroy()
    open?.close()
    for (const connection of others) connection.close()
  }
  const { rows } = await pool.query<{ seq: string; at: string }>(
    `select seq, extract(epoch from pg_xact_commit_timestamp(xid::xid)) * 1000 as at
     from ${prepared.schema}._change where seq = any($1::bigint[])`,
    [[...seenAt.keys()]],
  )
  if (rows.length < changes) throw new Error(`Of ${changes} changes a subscriber saw ${rows.length}`)
  const latency = latencyOf(rows.map(({ seq, at }) => (seenAt.get(seq) ?? Number.NaN) - Number(at)))
  const title = writers === 0 ? 'commit → subscriber' : `commit → subscriber, ${writers} writers`
  return { title, writers, changes, latency, reach, reached: latency.p95 < reach }
}

const marker = 'bench stream'

async function write(connection: Connection, next: () => string, on: () => boolean): Promise<void> {
  while (on()) await ask(connection, next())
}

function subscribe(port: number, key: string): Promise<IncomingMessage> {
  return new Promise((settle, fail) => {
    const request = get(
      { port, host: '127.0.0.1', path: '/api/v1/events', headers: { authorization: `Bearer ${key}` } },
      (response) => {
        if (response.statusCode === 200) settle(response)
        else fail(new Error(`/events answered ${response.statusCode}`))
      },
    )
    request.on('error', fail)
  })
}

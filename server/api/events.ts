import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { accessTopic } from '#server/core/access/index.ts'
import { checkCursor, Follower, Heads } from '#server/core/changes/index.ts'
import { openPools, type PoolNews, poolNews } from '#server/core/pools/pool-news.ts'
import type { Signal } from '#server/core/signal.ts'
import type { Notifier } from '#server/platform/database/index.ts'
import { apiPrefix, served } from '#server/platform/http/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { contract } from '#shared/operations/contract.ts'
import type { WatchAsker } from './context.ts'
import type { ContextOf } from './route.ts'
import { followSignals } from './signals.ts'
import { changesTopic } from './topics.ts'

/** Milliseconds between comments that keep an idle stream open through proxies. */
const heartbeat = 15_000
/** Bytes that a slow reader may be behind before its stream is ended; it resumes by Last-Event-ID. */
const mostBehind = 1024 * 1024

interface EventsOptions {
  readonly contextOf: ContextOf
  readonly watch: WatchAsker
  readonly signals: readonly Signal[]
  readonly notifier: Pick<Notifier, 'subscribe'>
  readonly log: Log
}

const eventsContract = contract({
  name: 'change.stream',
  method: 'GET',
  path: '/events',
  summary: 'The change log as it grows, as server-sent events; `Last-Event-ID` goes on where one ended',
  tag: 'Changes',
  produces: ['text/event-stream'],
  errors: ['invalid_cursor', 'cursor_expired'],
})

/**
 * `GET /api/v1/events`: the change log as it grows, as server-sent events. Each is named `change`; its id is a cursor of
 * `/changes`, from which a reader that was cut off goes on (`Last-Event-ID`). `metadata` tells that objects changed, or what of them may be
 * known, `access` that other records are within reach than before, `pool` that one may hold others, and each signal of what else is
 * news to who listens; these have no id, and a reader that was cut off is told of them anew.
 */
export function addEvents(server: FastifyInstance, options: EventsOptions): void {
  const { contextOf, watch, signals, notifier, log } = options
  const heads = new Heads({ notifier, topic: changesTopic, log })
  server.get(`${apiPrefix}${eventsContract.path}`, served(eventsContract), async (request, reply) => {
    const cx = await contextOf(request)
    const given = request.headers['last-event-id']
    const since = typeof given === 'string' && given !== '' ? given : undefined
    const { raw } = reply
    const write = (text: string): void => {
      if (raw.writableLength > mostBehind) raw.destroy()
      else raw.write(text)
    }
    const follower = new Follower(
      cx,
      (entries, cursor) => {
        const last = entries.length - 1
        const events = entries.map((entry, index) => {
          const id = index === last ? `id: ${cursor}\n` : ''
          return `event: change\n${id}data: ${JSON.stringify(entry)}\n\n`
        })
        write(events.join(''))
      },
      (error) => {
        log.warn({ err: error }, 'an event stream could not read the change log')
        raw.end()
      },
    )
    if (since !== undefined) await checkCursor(cx, since)
    const unwatch = await watch(request, () => void stillAllowed())
    const { at, leave } = await heads
      .follow(cx.workspace, (stretch) => {
        follower.take(stretch)
        // Who has not begun to listen asks for what a pool holds anyway.
        if (raw.headersSent) void tellPools(poolNews(current, stretch))
      })
      .catch((error: unknown) => {
        unwatch()
        throw error
      })
    reply.hijack()
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 2000\n\n')
    let current = cx
    const tellMetadata = (): void =>
      write(`event: metadata\ndata: {"version":${cx.workspace.catalogue().version}}\n\n`)
    const topics = [
      notifier.subscribe(`metadata:${cx.workspace.id}`, tellMetadata),
      notifier.subscribe(accessTopic(cx.workspace.id), () => void stillAllowed()),
      ...followSignals({ now: () => current, signals, notifier, log, write, resumed: since !== undefined }),
    ]
    const beat = setInterval(() => void stillAllowed(), heartbeat)
    const end = (): void => void raw.end()
    server.openStreams.add(end)
    const over = (): void => {
      clearInterval(beat)
      server.openStreams.delete(end)
      unwatch()
      leave()
      for (const unsubscribe of topics) unsubscribe()
      void follower.stop()
    }
    // Who has left already is gone without a further word.
    if (raw.closed) return over()
    raw.on('close', over)
    follower.start(since, at)
    if (since !== undefined) void tellPools(openPools(current))
    // What was taken away before anybody watched.
    void stillAllowed()

    async function tellPools(told: Promise<readonly PoolNews[]>): Promise<void> {
      try {
        for (const news of await told) write(`event: pool\ndata: ${JSON.stringify(news)}\n\n`)
      } catch (error) {
        log.warn({ err: error }, 'news of pools could not be told')
      }
    }

    async function stillAllowed(): Promise<void> {
      try {
        const now = await contextOf(request)
        follower.renew(now)
        const before = current.access
        current = now
        if (!isDeepStrictEqual(before.permissions, now.access.permissions)) tellMetadata()
        else if (!isDeepStrictEqual(before, now.access)) write('event: access\ndata: {}\n\n')
        write(': \n\n')
      } catch {
        raw.end()
      }
    }
  })
}

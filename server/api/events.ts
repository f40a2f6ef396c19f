import type { FastifyInstance } from 'fastify'
import { accessTopic } from '#server/core/access/index.ts'
import { Follower } from '#server/core/changes/index.ts'
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
 * `/changes`, from which a reader that was cut off goes on (`Last-Event-ID`). `metadata` tells that objects changed, and each
 * signal of what else is news to who listens; these have no id, and a reader that was cut off is told of them anew.
 */
export function addEvents(server: FastifyInstance, options: EventsOptions): void {
  const { contextOf, watch, signals, notifier, log } = options
  server.get(`${apiPrefix}${eventsContract.path}`, served(eventsContract), async (request, reply) => {
    const cx = await contextOf(request)
    const since = request.headers['last-event-id']
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
      typeof since === 'string' && since !== '' ? since : undefined,
    )
    await follower.start()
    const unwatch = await watch(request, () => void stillAllowed())
    reply.hijack()
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 2000\n\n')
    const tellMetadata = (): void =>
      write(`event: metadata\ndata: {"version":${cx.workspace.catalogue().version}}\n\n`)
    const topics = [
      notifier.subscribe(changesTopic(cx.workspace.id), () => follower.look()),
      notifier.subscribe(`metadata:${cx.workspace.id}`, tellMetadata),
      notifier.subscribe(accessTopic(cx.workspace.id), () => void stillAllowed().then(tellMetadata)),
      ...followSignals({ cx, signals, notifier, log, write, resumed: since !== undefined }),
    ]
    const beat = setInterval(() => void stillAllowed(), heartbeat)
    const end = (): void => void raw.end()
    server.openStreams.add(end)
    raw.on('close', () => {
      clearInterval(beat)
      server.openStreams.delete(end)
      unwatch()
      for (const unsubscribe of topics) unsubscribe()
      void follower.stop()
    })
    // What was taken away before anybody watched.
    void stillAllowed()

    async function stillAllowed(): Promise<void> {
      try {
        follower.renew(await contextOf(request))
        write(': \n\n')
      } catch {
        raw.end()
      }
    }
  })
}

import { connection } from './connection.ts'
import type { StreamEvent } from './events/parse-stream.ts'
import { followStream } from './events/stream.ts'
import { currentScope } from './kept/scope.ts'
import { viewedAs } from './view-as.ts'

/** What `GET /events` tells; `gap`: the stream was cut for so long that nobody knows what was missed. */
type ServerEventName =
  | 'change'
  | 'metadata'
  | 'access'
  | 'pool'
  | 'notification'
  | 'presence'
  | 'views'
  | 'preferences'
  | 'gap'

const listeners = new Map<string, Set<(data: unknown) => void>>()

/**
 * Calls back with the parsed data of each event of that name.
 * @returns stops listening
 */
export function onServerEvent(name: ServerEventName, listener: (data: unknown) => void): () => void {
  const those = listeners.get(name) ?? new Set()
  listeners.set(name, those.add(listener))
  return () => those.delete(listener)
}

/**
 * Follows the server's events for as long as the page is open. One tab of a browser holds the stream and tells the
 * others: a browser opens six connections to a server, and seven tabs would leave none for anything else.
 * @returns stops following
 */
export function followEvents(): () => void {
  const name = `kith-events:${currentScope() ?? ''}:${viewedAs() ?? ''}`
  const channel = new BroadcastChannel(name)
  const over = Promise.withResolvers<void>()
  const stopped = new AbortController()
  let last: string | undefined
  channel.onmessage = ({ data }: MessageEvent<StreamEvent>) => {
    last = data.id ?? last
    connection.report(true)
    tell(data)
  }
  const hold = async () => {
    if (stopped.signal.aborted) return
    const pass = (event: StreamEvent) => {
      channel.postMessage(event)
      tell(event)
    }
    const stop = followStream(last, {
      onEvent: pass,
      onAlive: () => {
        connection.report(true)
        channel.postMessage(own('alive'))
      },
      onGap: () => pass(own('gap')),
    })
    await over.promise
    stop()
  }
  const locks = (navigator as Partial<Navigator>).locks
  // Over plain HTTP a page has no locks: then each tab holds a stream of its own.
  if (locks === undefined) void hold()
  else void locks.request(name, { signal: stopped.signal }, hold).catch(() => {})
  return () => {
    stopped.abort()
    over.resolve()
    channel.close()
  }
}

/** What is told of the stream itself. */
const own = (name: 'alive' | 'gap'): StreamEvent => ({ name, data: 'null', id: undefined })

function tell({ name, data }: StreamEvent): void {
  const those = listeners.get(name)
  if (those === undefined || those.size === 0) return
  const parsed = parse(data)
  for (const listener of those) listener(parsed)
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}

import { connection } from '../connection.ts'
import { address, commonHeaders, sessionLost } from '../request.ts'
import { type StreamEvent, streamParser } from './parse-stream.ts'

/** Milliseconds of silence after which the server counts as gone: it sends a comment every 15 s. */
const silence = 40_000
/** Milliseconds between tries: at first, and at the most. */
const pauses = { first: 500, most: 10_000 } as const

interface StreamListener {
  readonly onEvent: (event: StreamEvent) => void
  /** The server is there: at first, and with all that it sends, at least every 15 s. */
  readonly onAlive: () => void
  /** `since` could not be gone on from, or nothing came before: what was missed is unknown. */
  readonly onGap: () => void
}

/**
 * Follows `GET /events` for as long as it is wanted, whatever becomes of the network, the server or the session. A cut
 * is gone on from; where the server no longer knows the place, it starts anew and says that there is a gap.
 * @param since id of the last event that was heard
 * @returns stops following
 */
export function followStream(
  since: string | undefined,
  { onEvent, onAlive, onGap }: StreamListener,
): () => void {
  const stopped = new AbortController()
  let last = since
  let failures = 0
  let woken: () => void = () => {}
  const wake = () => woken()

  const pause = () =>
    new Promise<void>((resolve) => {
      const delay = Math.min(pauses.most, pauses.first * 2 ** Math.min(failures++, 6))
      const timer = setTimeout(resolve, delay * (0.8 + 0.4 * Math.random()))
      woken = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const follow = async () => {
    let wasOpen = last !== undefined
    while (!stopped.signal.aborted) {
      const silent = new AbortController()
      try {
        const response = await fetch(address('/events'), {
          credentials: 'same-origin',
          cache: 'no-store',
          headers: {
            Accept: 'text/event-stream',
            ...commonHeaders(),
            ...(last !== undefined && { 'Last-Event-ID': last }),
          },
          signal: AbortSignal.any([stopped.signal, silent.signal]),
        })
        if (isStream(response) && response.body !== null) {
          failures = 0
          onAlive()
          if (wasOpen && last === undefined) onGap()
          wasOpen = true
          await read(response.body, silent, onAlive, (event) => {
            last = event.id ?? last
            onEvent(event)
          })
        } else if (response.status === 401) await sessionLost()
        else if (response.status === 410 || response.status === 400) last = undefined
        else connection.report(false)
      } catch {
        if (stopped.signal.aborted) return
        connection.report(false)
      }
      await pause()
    }
  }
  window.addEventListener('online', wake)
  document.addEventListener('visibilitychange', wake)
  // What another request found out need not be waited for.
  const unheard = connection.subscribe(() => connection.get() && wake())
  void follow()
  return () => {
    stopped.abort()
    woken()
    unheard()
    window.removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', wake)
  }
}

/** Not the page that a hotel's network answers everything with. */
const isStream = ({ ok, headers }: Response): boolean =>
  ok && headers.get('content-type')?.startsWith('text/event-stream') === true

async function read(
  body: ReadableStream<Uint8Array>,
  silent: AbortController,
  onAlive: () => void,
  onEvent: (event: StreamEvent) => void,
): Promise<void> {
  const parse = streamParser(onEvent)
  const decoder = new TextDecoder()
  const reader = body.getReader()
  for (;;) {
    const timer = setTimeout(() => silent.abort(), silence)
    const { done, value } = await reader.read().finally(() => clearTimeout(timer))
    if (done) return
    onAlive()
    parse(decoder.decode(value, { stream: true }))
  }
}

import type { Context } from '#server/core/context.ts'
import type { Signal } from '#server/core/signal.ts'
import type { Notifier } from '#server/platform/database/index.ts'
import type { Log } from '#server/platform/log/index.ts'

interface SignalsOptions {
  readonly cx: Context
  readonly signals: readonly Signal[]
  readonly notifier: Pick<Notifier, 'subscribe'>
  readonly log: Log
  readonly write: (text: string) => void
  /** The reader was cut off before: each signal tells at once what it may have missed. */
  readonly resumed: boolean
}

/** Writes the events of each signal that concerns this listener. Returns how to stop, signal by signal. */
export function followSignals({
  cx,
  signals,
  notifier,
  log,
  write,
  resumed,
}: SignalsOptions): (() => void)[] {
  return signals.flatMap(({ event, topic, data }) => {
    const prefix = topic(cx)
    if (prefix === undefined) return []
    const tell = async (heard: string): Promise<void> => {
      try {
        for (const one of await data(cx, heard.slice(prefix.length)))
          write(`event: ${event}\ndata: ${JSON.stringify(one)}\n\n`)
      } catch (error) {
        log.warn({ err: error, event }, 'an event could not be told')
      }
    }
    if (resumed) void tell(prefix)
    return [notifier.subscribe(prefix, (heard) => void tell(heard))]
  })
}

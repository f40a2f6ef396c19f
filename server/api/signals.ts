import type { Context } from '#server/core/context.ts'
import type { Signal } from '#server/core/signal.ts'
import type { Notifier } from '#server/platform/database/index.ts'
import type { Log } from '#server/platform/log/index.ts'

interface SignalsOptions {
  /** Who listens, with what they may as of now. */
  readonly now: () => Context
  readonly signals: readonly Signal[]
  readonly notifier: Pick<Notifier, 'subscribe'>
  readonly log: Log
  readonly write: (text: string) => void
  /** The reader was cut off before: each signal tells at once what it may have missed. */
  readonly resumed: boolean
}

/** Writes the events of each signal that concerns this listener. Returns how to stop, signal by signal. */
export function followSignals({
  now,
  signals,
  notifier,
  log,
  write,
  resumed,
}: SignalsOptions): (() => void)[] {
  return signals.flatMap(({ event, topic, data }) => {
    const prefix = topic(now())
    if (prefix === undefined) return []
    const tell = async (heard: string): Promise<void> => {
      try {
        for (const one of await data(now(), heard.slice(prefix.length)))
          write(`event: ${event}\ndata: ${JSON.stringify(one)}\n\n`)
      } catch (error) {
        log.warn({ err: error, event }, 'an event could not be told')
      }
    }
    // One after the other: what takes a look is not overtaken by what does not.
    let last = resumed ? tell(prefix) : Promise.resolve()
    const follow = (heard: string): void => {
      last = last.then(() => tell(heard))
    }
    return [notifier.subscribe(prefix, follow)]
  })
}

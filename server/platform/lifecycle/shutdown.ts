import type { Log } from '#server/platform/log/index.ts'

type Stop = () => Promise<void> | void

/**
 * Stops what was started, last first, when a signal comes or the launcher goes away.
 * A second signal after a second stops waiting. (One Ctrl-C can arrive twice: from the terminal and from the launcher.)
 */
export class Shutdown {
  readonly #stops: Stop[] = []
  readonly #log: Log
  #running: Promise<void> | undefined
  #startedAt = 0
  readonly #ended = Promise.withResolvers<void>()

  constructor(log: Log) {
    this.#log = log
  }

  /** Settles when everything was stopped. */
  get ended(): Promise<void> {
    return this.#ended.promise
  }

  /** Registers how to stop a thing that has just been started. */
  add(stop: Stop): void {
    this.#stops.push(stop)
  }

  /** Stops everything once; a later call waits for the first. */
  run(): Promise<void> {
    this.#running ??= this.#stopAll().then(this.#ended.resolve)
    return this.#running
  }

  /** Listens to SIGINT, SIGTERM, SIGHUP and to the end of the launcher, and ends the process. */
  onSignals(): void {
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ] as const)
      process.on(signal, () => this.#end(signal, code))
    if (process.channel) {
      process.on('disconnect', () => this.#end('the launcher ended', 143))
      process.channel.unref()
    }
  }

  #end(reason: string, code: number): void {
    if (this.#running) {
      if (Date.now() - this.#startedAt > 1_000) process.exit(code)
      return
    }
    this.#startedAt = Date.now()
    this.#log.info({ reason }, 'stopping')
    void this.run().then(() => {
      this.#log.info('stopped')
      process.exit(0)
    })
  }

  async #stopAll(): Promise<void> {
    for (const stop of this.#stops.reverse()) {
      try {
        await stop()
      } catch (error) {
        this.#log.error({ err: error }, 'could not stop cleanly')
      }
    }
  }
}

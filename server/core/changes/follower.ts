import type { Context } from '#server/core/context.ts'
import type { ChangeEntry } from './entry.ts'
import { checkCursor, presentCursor, readChanges } from './feed.ts'

/** Changes that became visible, and the cursor after them. */
type Follow = (entries: readonly ChangeEntry[], cursor: string) => void

/** How long a follower waits for an announcement before it looks by itself, in milliseconds: one may have been lost. */
const patience = 1_000

/**
 * Reads the change log as it grows and passes on what it sees, in order, each entry once. One follower serves any number of
 * listeners with the same rights.
 */
export class Follower {
  #cx: Context
  readonly #follow: Follow
  readonly #failed: (error: unknown) => void
  #cursor: string | undefined
  #looking: Promise<void> | undefined
  #again = false
  #timer: NodeJS.Timeout | undefined
  #stopped = false

  constructor(cx: Context, follow: Follow, failed: (error: unknown) => void, since?: string) {
    this.#cx = cx
    this.#follow = follow
    this.#failed = failed
    this.#cursor = since
  }

  /**
   * Resolves once it stands at its cursor: what is committed from then on will be seen.
   * @throws AppError `invalid_cursor`, `cursor_expired`
   */
  async start(): Promise<void> {
    if (this.#cursor === undefined) this.#cursor = await presentCursor(this.#cx)
    else await checkCursor(this.#cx, this.#cursor)
    this.look()
  }

  /** What the listener may see has changed. */
  renew(cx: Context): void {
    this.#cx = cx
  }

  /** Looks now; called when somebody announced a change. */
  look(): void {
    if (this.#stopped) return
    if (this.#looking !== undefined) {
      this.#again = true
      return
    }
    clearTimeout(this.#timer)
    this.#looking = this.#read()
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        this.#looking = undefined
        const soon = this.#again
        this.#again = false
        if (soon) this.look()
        else if (!this.#stopped) this.#timer = setTimeout(() => this.look(), patience)
      })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#looking
  }

  async #read(): Promise<void> {
    for (let more = true; more && !this.#stopped; ) {
      const page = await readChanges(this.#cx, this.#cursor!)
      this.#cursor = page.nextCursor
      more = page.hasMore
      if (page.data.length > 0) this.#follow(page.data, page.nextCursor)
    }
  }
}

import { catalogueOf } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { decodeChangeCursor, encodeChangeCursor } from './cursor.ts'
import type { ChangeEntry } from './entry.ts'
import { readChanges, readEntries } from './feed.ts'
import { type Moment, mostEntries, type Stretch } from './head.ts'
import { OneAtATime } from './one-at-a-time.ts'

/** Changes that became visible, and the cursor after them. */
type Follow = (entries: readonly ChangeEntry[], cursor: string) => void

/** Reads the stretches of the change log that it is given, and passes on what its listener may see, in order, each entry once. */
export class Follower {
  #cx: Context
  readonly #follow: Follow
  readonly #looks: OneAtATime
  /** What the listener has missed is read first. */
  #missed: { readonly since: string; readonly at: Moment } | undefined
  #stretch: Stretch | undefined
  #started = false

  constructor(cx: Context, follow: Follow, failed: (error: unknown) => void) {
    this.#cx = cx
    this.#follow = follow
    this.#looks = new OneAtATime(() => this.#read().catch(failed))
  }

  /**
   * Begins to pass on. What was given before has been kept.
   * @param since where the listener stands, which is no later than `at`; there, where it is undefined
   * @param at where the stretches begin
   */
  start(since: string | undefined, at: Moment): void {
    if (since !== undefined) this.#missed = { since, at }
    this.#started = true
    this.#looks.ask()
  }

  /** What the listener may see has changed. */
  renew(cx: Context): void {
    this.#cx = cx
  }

  take(stretch: Stretch): void {
    this.#stretch = this.#stretch === undefined ? stretch : joined(this.#stretch, stretch)
    if (this.#started) this.#looks.ask()
  }

  stop(): Promise<void> {
    return this.#looks.stop()
  }

  async #read(): Promise<void> {
    if (this.#missed !== undefined) {
      const { since, at } = this.#missed
      this.#missed = undefined
      const { from, to, seq } = decodeChangeCursor(since)
      // Who was cut off within a stretch first has the rest of it.
      if (to !== undefined) await this.#pass({ era: at.era, from, to, ...(seq !== undefined && { seq }) })
      await this.#pass({ era: at.era, from: to ?? from, to: at.snapshot })
    }
    while (this.#stretch !== undefined && !this.#looks.stopped) {
      const { era, from, to, objects, entries } = this.#stretch
      this.#stretch = undefined
      const seen = catalogueOf(this.#cx)
      const among = new Set(objects.filter((key) => seen.byKey(key) !== undefined))
      if (among.size === 0) continue
      if (entries === undefined) {
        await this.#pass({ era, from, to }, among)
        continue
      }
      const data = await readEntries(this.#cx, entries, among)
      if (data.length > 0) this.#follow(data, encodeChangeCursor({ era, from: to }))
    }
  }

  async #pass(
    cursor: { readonly era: number; readonly from: string; readonly to: string; readonly seq?: string },
    among?: ReadonlySet<string>,
  ): Promise<void> {
    for (let next: string | undefined = encodeChangeCursor(cursor); next !== undefined; ) {
      if (this.#looks.stopped) return
      const { data, nextCursor } = await readChanges(this.#cx, next, undefined, among)
      if (data.length > 0) this.#follow(data, nextCursor)
      next = decodeChangeCursor(nextCursor).to === undefined ? undefined : nextCursor
    }
  }
}

/** Two stretches, of which the second begins where the first ends, as one. */
function joined(first: Stretch, second: Stretch): Stretch {
  const entries = first.entries && second.entries && [...first.entries, ...second.entries]
  return {
    ...second,
    from: first.from,
    objects: [...new Set([...first.objects, ...second.objects])],
    entries: entries && entries.length <= mostEntries ? entries : undefined,
  }
}

import { uuidv7 } from '#shared/uuid.ts'
import type { Entry, Outcome, Write } from './entry.ts'
import { nextOf } from './next.ts'
import { rebased } from './rebase.ts'
import type { EntryStore } from './store.ts'
import type { TabNews, Tabs } from './tabs.ts'
import { pauseAfter, verdictOn } from './verdict.ts'

/** How a write ended, or that it is kept and takes a while. */
export type Accepted = Outcome | { readonly state: 'waiting' }

/** A write of this page. */
export interface Pending {
  readonly id: string
  /** How it ended; it may take days. */
  readonly settled: Promise<Outcome>
  /** The same, or `waiting` as soon as it is clear that it is kept and takes a while. */
  readonly accepted: Promise<Accepted>
}

/** Shows writes in what the page has loaded. */
export interface Display {
  /** Says what waits, in order. */
  pending(writes: readonly Write[]): void
  show(entries: readonly Entry[]): void
  /** Puts back what was there before a write that did not come to be. */
  hide(entry: Entry): void
  saved(entry: Entry, result: unknown): void
}

interface OutboxParts {
  readonly store: EntryStore
  readonly tabs: Tabs
  readonly display: Display
  readonly send: (entry: Entry) => Promise<unknown>
  /** Whether the page still belongs to whom the entries belong to. */
  readonly mayAct: () => boolean
}

interface Own {
  readonly settle: (outcome: Outcome) => void
  readonly accept: (outcome: Accepted) => void
  /** Whether a screen is there that takes a refusal, with the input in its hands. */
  readonly heard: () => boolean
  /** Whether that screen says when it no longer shows the refusal: until then it is kept here too. */
  readonly holds: boolean
}

/** Entries sent at once; one record's go one after another. */
const mostAtOnce = 6
/** Milliseconds after which a person is told that a write is kept, rather than left waiting for a slow answer. */
const longEnough = 8_000
/** Milliseconds from a failure until the next try, however often the server answers others. */
const leastPause = 1_000

/**
 * All writes of a person, in line until the server has taken or refused them: kept over reloads, sent once, in order.
 * One tab sends at a time; what another one added is sent along.
 */
export class Outbox {
  readonly #parts: OutboxParts
  #entries: readonly Entry[] = []
  readonly #own = new Map<string, Own>()
  /** Entries that the store does not hold yet: not to be sent, and not to be taken for sent. */
  readonly #unkept = new Set<string>()
  readonly #sending = new Map<string, Promise<void>>()
  /** Refused entries that a screen of this page shows at their place. */
  readonly #held = new Set<string>()
  readonly #listeners = new Set<() => void>()
  #state: OutboxState = emptyState
  #running = false
  /** Whether no other tab sends until this one is done. */
  #alone = false
  #kick: () => void = () => {}
  #failures = 0
  #resumeAt = 0
  #failedAt = 0
  #signedOut = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(parts: OutboxParts) {
    this.#parts = parts
    parts.tabs.hear((news) => this.#heard(news))
  }

  /** Takes up what an earlier page left. */
  async open(): Promise<void> {
    await this.#reload()
    this.#parts.display.show(this.#waiting())
    this.wake()
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#signedOut = true
    this.#parts.tabs.close()
  }

  readonly get = (): OutboxState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Shows the writes at once and puts them in line. `heard` says whether a screen still takes their refusals; one that
   * `holds` them gives them up by `discard`, or by `letGo` where it goes before the person has decided.
   */
  add(writes: readonly Write[], heard: () => boolean, holds = false): readonly Pending[] {
    const createdAt = new Date().toISOString()
    const entries = writes.map((write): Entry => ({ id: uuidv7(), write, createdAt, attempts: 0 }))
    const pendings = entries.map(({ id }) => this.#enlist(id, heard, holds))
    for (const { id } of entries) this.#unkept.add(id)
    this.#replace([...this.#entries, ...entries])
    this.#parts.display.show(entries)
    void this.#keep(entries)
    return pendings
  }

  async #keep(entries: readonly Entry[]): Promise<void> {
    await this.#parts.store.put(entries)
    for (const { id } of entries) this.#unkept.delete(id)
    this.#parts.tabs.tell({ news: 'changed', entries })
    if (Date.now() < this.#resumeAt && !this.#signedOut) for (const { id } of entries) this.#acceptLater(id)
    void this.#run()
  }

  /** Takes an entry out of the line; false where it is written or refused already. */
  withdraw(id: string): Promise<boolean> {
    return this.#takeOut(id, ({ refusal }) => refusal === undefined)
  }

  /** Forgets a refused entry with all that was typed. */
  async discard(id: string): Promise<void> {
    await this.#takeOut(id, ({ refusal }) => refusal !== undefined)
  }

  /** Nobody shows a refusal at its place any more, or none of them: the list of what was not saved does. */
  letGo(ids: readonly string[] = [...this.#held]): void {
    const gone = ids.filter((id) => this.#held.delete(id))
    if (gone.length === 0) return
    this.#replace(this.#entries)
    const entries = this.#entries.filter(({ id }) => gone.includes(id))
    this.#parts.tabs.tell({ news: 'changed', entries })
  }

  async #takeOut(id: string, which: (entry: Entry) => boolean): Promise<boolean> {
    let taken = false
    const take = async () => {
      // What is just being sent may come back unanswered.
      await this.#sending.get(id)
      if (!this.#entries.some((entry) => entry.id === id && which(entry))) return
      taken = true
      await this.#finish(id, { state: 'withdrawn' })
    }
    if (this.#alone) await take()
    else
      await this.#parts.tabs.alone(async () => {
        await this.#reload()
        await take()
      })
    return taken
  }

  /** Sends a refused entry once more, as it is or with a change of it. */
  async retry(id: string, write?: Write): Promise<void> {
    const refused = this.#entries.find((entry) => entry.id === id)
    if (refused?.refusal === undefined) return
    const { refusal: _refusal, ...rest } = refused
    const entry: Entry = { ...rest, attempts: 0, write: write ?? refused.write }
    this.#replace(this.#entries.map((one) => (one.id === id ? entry : one)))
    this.#parts.display.show([entry])
    await this.#parts.store.put([entry])
    this.#parts.tabs.tell({ news: 'changed', entries: [entry] })
    this.wake()
  }

  /** The server answers again. What failed just now is not tried at once: it may be that alone which it does not answer. */
  answered(): void {
    this.#resumeAt = Math.min(this.#resumeAt, this.#failedAt + leastPause)
    void this.#run()
  }

  /** Tries again now: the person asks for it. */
  wake(): void {
    this.#resumeAt = 0
    void this.#run()
  }

  /** The same person has signed in again. */
  signedIn(): void {
    this.#signedOut = false
    this.wake()
  }

  #enlist(id: string, heard: () => boolean, holds: boolean): Pending {
    const settled = Promise.withResolvers<Outcome>()
    const accepted = Promise.withResolvers<Accepted>()
    this.#own.set(id, { settle: settled.resolve, accept: accepted.resolve, heard, holds })
    return { id, settled: settled.promise, accepted: accepted.promise }
  }

  #acceptLater(id: string): void {
    this.#own.get(id)?.accept({ state: 'waiting' })
  }

  #waiting(): readonly Entry[] {
    return this.#entries.filter((entry) => entry.refusal === undefined)
  }

  #replace(entries: readonly Entry[]): void {
    this.#entries = entries
    const waiting = this.#waiting()
    this.#parts.display.pending(waiting.map(({ write }) => write))
    const refused = entries.filter(({ id, refusal }) => refusal !== undefined && !this.#held.has(id))
    this.#state = { waiting, refused }
    for (const listener of this.#listeners) listener()
  }

  /** What all tabs together keep, and what this one is about to. */
  async #reload(): Promise<void> {
    const unkept = new Set(this.#unkept)
    const kept = await this.#parts.store.all()
    const known = new Set(kept.map(({ id }) => id))
    const rest = this.#entries.filter(({ id }) => !known.has(id) && (unkept.has(id) || this.#unkept.has(id)))
    this.#replace([...kept, ...rest].sort((a, b) => (a.id < b.id ? -1 : 1)))
  }

  #due(most: number, now = Date.now()): readonly Entry[] {
    if (this.#signedOut || now < this.#resumeAt || !this.#parts.mayAct()) return []
    return nextOf(this.#waiting(), most, ({ id }) => !this.#sending.has(id) && !this.#unkept.has(id))
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer)
    this.#kick()
    // One reading for both: a pause that ended between two would be waited for by nobody.
    const now = Date.now()
    if (this.#running || this.#due(1, now).length === 0) return this.#later(now)
    this.#running = true
    await this.#parts.tabs
      .alone(() => this.#sendAll())
      .finally(() => {
        this.#running = false
      })
    // What was put in line while the turn was given back woke nobody.
    return this.#run()
  }

  #later(now: number): void {
    const wait = this.#resumeAt - now
    if (wait > 0 && this.#waiting().length > 0) this.#timer = setTimeout(() => void this.#run(), wait)
  }

  async #sendAll(): Promise<void> {
    await this.#reload()
    this.#alone = true
    try {
      while (this.#sendDue()) {
        const { promise: kicked, resolve } = Promise.withResolvers<void>()
        this.#kick = resolve
        await Promise.race([kicked, ...this.#sending.values()])
      }
    } finally {
      this.#alone = false
    }
  }

  /** @returns whether anything is under way */
  #sendDue(): boolean {
    for (const entry of this.#due(mostAtOnce - this.#sending.size)) {
      this.#sending.set(
        entry.id,
        this.#send(entry).finally(() => this.#sending.delete(entry.id)),
      )
    }
    return this.#sending.size > 0
  }

  async #send(entry: Entry): Promise<void> {
    const slow = setTimeout(() => this.#acceptLater(entry.id), longEnough)
    try {
      const result = await this.#parts.send(entry)
      this.#failures = 0
      await this.#finish(entry.id, { state: 'saved', result })
    } catch (error) {
      const verdict = verdictOn(error, entry.attempts)
      if (verdict.to === 'refuse')
        await this.#finish(entry.id, { state: 'refused', problem: verdict.problem })
      else if (verdict.to === 'sign-in') this.#signedOut = true
      else await this.#postpone(entry)
    } finally {
      clearTimeout(slow)
    }
  }

  async #postpone(entry: Entry): Promise<void> {
    // What was sent at once failed at once: that is one failure.
    this.#failedAt = Date.now()
    if (this.#failedAt >= this.#resumeAt) this.#resumeAt = this.#failedAt + pauseAfter(++this.#failures)
    const tried = { ...entry, attempts: entry.attempts + 1 }
    this.#replace(
      this.#entries.map((one) => (one.id === entry.id ? { ...one, attempts: tried.attempts } : one)),
    )
    for (const { id } of this.#waiting()) this.#acceptLater(id)
    await this.#parts.store.put([tried])
  }

  /** Ends an entry in this tab, in the store and for the other tabs. */
  async #finish(id: string, outcome: Outcome): Promise<void> {
    const entry = this.#entries.find((one) => one.id === id)
    if (entry === undefined) return
    const own = this.#own.get(id)
    const heard = own?.heard() === true
    if (outcome.state === 'refused' && (!heard || own?.holds === true)) {
      const refused: Entry = { ...entry, refusal: outcome.problem }
      if (heard) this.#held.add(id)
      this.#replace(this.#entries.map((one) => (one.id === id ? refused : one)))
      if (entry.refusal === undefined) this.#parts.display.hide(entry)
      await this.#parts.store.put([refused])
      this.#parts.tabs.tell({ news: 'changed', entries: [refused] })
      this.#settle(id, outcome)
      return
    }
    this.#held.delete(id)
    const moved = outcome.state === 'saved' ? rebased(entry, outcome.result, this.#entries) : []
    this.#replace(
      this.#entries
        .filter((one) => one.id !== id)
        .map((one) => moved.find((other) => other.id === one.id) ?? one),
    )
    this.#display(entry, outcome)
    if (moved.length > 0) await this.#parts.store.put(moved)
    await this.#parts.store.remove([id])
    this.#parts.tabs.tell({ news: 'gone', id, outcome })
    this.#settle(id, outcome)
  }

  #display(entry: Entry, outcome: Outcome): void {
    if (outcome.state === 'saved') this.#parts.display.saved(entry, outcome.result)
    else if (entry.refusal === undefined) this.#parts.display.hide(entry)
  }

  #settle(id: string, outcome: Outcome): void {
    const own = this.#own.get(id)
    this.#own.delete(id)
    own?.accept(outcome)
    own?.settle(outcome)
  }

  #heard(news: TabNews): void {
    if (news.news === 'gone') {
      const entry = this.#entries.find(({ id }) => id === news.id)
      this.#replace(this.#entries.filter(({ id }) => id !== news.id))
      if (entry !== undefined) this.#display(entry, news.outcome)
      this.#settle(news.id, news.outcome)
      return
    }
    const known = new Map(this.#entries.map((entry) => [entry.id, entry]))
    const merged = new Map([...known, ...news.entries.map((entry) => [entry.id, entry] as const)])
    this.#replace([...merged.values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
    for (const entry of news.entries) this.#heardOf(entry, known.get(entry.id))
    void this.#run()
  }

  /** Another tab put an entry in line, or it sent this tab's and was refused. */
  #heardOf(entry: Entry, known: Entry | undefined): void {
    if (entry.refusal === undefined) {
      if (known === undefined) this.#parts.display.show([entry])
      return
    }
    if (known !== undefined && known.refusal === undefined) this.#parts.display.hide(entry)
    const outcome: Outcome = { state: 'refused', problem: entry.refusal }
    if (this.#own.get(entry.id)?.heard() === true) void this.#finish(entry.id, outcome)
    else this.#settle(entry.id, outcome)
  }
}

interface OutboxState {
  /** In line to be sent, the earliest first. */
  readonly waiting: readonly Entry[]
  /** Not taken by the server, and kept until the person decides. */
  readonly refused: readonly Entry[]
}

const emptyState: OutboxState = { waiting: [], refused: [] }

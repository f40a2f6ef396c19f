import type { Workspace } from '#server/core/workspaces/workspace.ts'
import { createInTurn } from '#server/platform/database/index.ts'
import type { Log } from '#server/platform/log/index.ts'
import { OneAtATime } from './one-at-a-time.ts'

/** A moment of a change log: its era, and the snapshot of PostgreSQL in which all is visible that is in the log by then. */
export interface Moment {
  readonly era: number
  readonly snapshot: string
}

/** What of the change log became visible between two looks. Each begins where the one before ended. */
export interface Stretch {
  readonly era: number
  readonly from: string
  readonly to: string
  /** Keys of the objects of which it tells. */
  readonly objects: readonly string[]
  /** The numbers of its entries, in order; undefined where they are many. */
  readonly entries: readonly string[] | undefined
}

type Listener = (stretch: Stretch) => void

/** Milliseconds after which a head looks though nobody announced a change: the announcement may have been lost. */
const patience = 1_000
/** So many entries of a stretch are told by their numbers. */
export const mostEntries = 500

/**
 * Where the change log of one workspace ends, for all of a process who wait for more: one look serves them, however many they are
 * and whatever each may see of it.
 */
export class Head {
  readonly #workspace: Workspace
  readonly #looks: OneAtATime
  readonly #inTurn = createInTurn()
  readonly #listeners = new Set<Listener>()
  #at: Moment | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(workspace: Workspace, log: Log) {
    this.#workspace = workspace
    this.#looks = new OneAtATime(async () => {
      clearTimeout(this.#timer)
      try {
        await this.#inTurn(() => this.#read())
      } catch (error) {
        log.warn({ err: error }, 'the end of the change log could not be read')
      }
      if (!this.#looks.stopped) this.#timer = setTimeout(() => this.look(), patience).unref()
    })
  }

  /** Looks now; called when somebody announced a change. */
  look(): void {
    this.#looks.ask()
  }

  /** Tells of all that becomes visible after this moment, the present one. */
  async follow(listener: Listener): Promise<Moment> {
    const at = await this.#inTurn(async () => {
      const moment = await this.#read()
      this.#listeners.add(listener)
      return moment
    })
    if (this.#timer === undefined) this.look()
    return at
  }

  /** @returns how many are left */
  leave(listener: Listener): number {
    this.#listeners.delete(listener)
    return this.#listeners.size
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#looks.stop()
  }

  async #read(): Promise<Moment> {
    const { pool, schema } = this.#workspace
    const { rows } = await pool.query<Moment & { objects: string[] | null; entries: string[] | null }>({
      text: `select m.era, m.now::text as snapshot, n.*
        from (select era, pg_current_snapshot() as now, coalesce($1::pg_snapshot, pg_current_snapshot()) as since
            from ${schema}._era) m,
          lateral (select array_agg(distinct c.object) as objects,
              case when count(*) <= ${mostEntries} then array_agg(c.seq::text order by c.seq) end as entries
            from ${schema}._change c
            where c.xid >= pg_snapshot_xmin(m.since) and not pg_visible_in_snapshot(c.xid, m.since)
              and pg_visible_in_snapshot(c.xid, m.now)) n`,
      values: [this.#at?.snapshot ?? null],
    })
    const { era, snapshot, objects, entries } = rows[0]!
    const before = this.#at
    this.#at = { era, snapshot }
    if (before !== undefined && objects !== null) {
      const stretch = { era, from: before.snapshot, to: snapshot, objects, entries: entries ?? undefined }
      for (const listener of this.#listeners) listener(stretch)
    }
    return this.#at
  }
}

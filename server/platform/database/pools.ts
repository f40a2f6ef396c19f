import type pg from 'pg'
import type { Log } from '#server/platform/log/index.ts'
import { AppError } from '#shared/errors.ts'
import { createPool } from './pool.ts'

/** Who logs in to which database. */
export interface Login {
  readonly role: string
  readonly password: string
  /** The database that serves the workspace; user and password in it are replaced by the role's own. */
  readonly databaseUrl: string
}

interface PoolsOptions {
  /** Most connections of all pools together. */
  readonly limit: number
  /** Most connections of one pool. */
  readonly size: number
  /** Settings of each connection, such as `{ plan_cache_mode: 'force_custom_plan' }`. */
  readonly settings?: Readonly<Record<string, string>>
  readonly log: Log
  /** How long a checkout waits for a connection, in milliseconds; 5,000. */
  readonly patience?: number
}

// Longer than any statement_timeout: a server that stands still, or is cut off without a word, ends no statement itself.
const silence = 70_000

interface Entry {
  readonly pool: pg.Pool
  /** Clients that are out or asked for. A pool with none may be evicted. */
  leases: number
}

/**
 * Small pools, each logged in as a role of its own, under one limit: where a further pool would exceed it, the one
 * that was idle longest is closed, and where none is idle, the checkout waits.
 */
export class WorkspacePools {
  readonly #options: PoolsOptions
  readonly #most: number
  /** In order of use, the longest unused first. */
  readonly #entries = new Map<string, Entry>()
  readonly #waiting: (() => void)[] = []
  #closing = 0

  constructor(options: PoolsOptions) {
    this.#options = options
    this.#most = Math.max(1, Math.floor(options.limit / options.size))
  }

  /** A connection of the role; give it back with `release()`. */
  async connect(login: Login): Promise<pg.PoolClient> {
    const entry = this.#lease(login) ?? (await this.#leaseLater(login))
    let client: pg.PoolClient
    try {
      client = await entry.pool.connect()
    } catch (error) {
      this.#giveBack(entry)
      throw error
    }
    const release = client.release.bind(client)
    client.release = (error) => {
      release(error)
      this.#giveBack(entry)
    }
    return client
  }

  /** One statement on a connection of the role. */
  async query<Row extends pg.QueryResultRow>(
    login: Login,
    statement: pg.QueryConfig,
  ): Promise<pg.QueryResult<Row>> {
    const entry = this.#lease(login) ?? (await this.#leaseLater(login))
    try {
      return await entry.pool.query<Row>(statement)
    } finally {
      this.#giveBack(entry)
    }
  }

  /** Closes the connections of one role: before it is dropped or its password changes. */
  async forget(login: Login): Promise<void> {
    const entry = this.#entries.get(keyOf(login))
    this.#entries.delete(keyOf(login))
    await entry?.pool.end()
  }

  async end(): Promise<void> {
    const pools = [...this.#entries.values()].map(({ pool }) => pool)
    this.#entries.clear()
    await Promise.all(pools.map((pool) => pool.end()))
  }

  get sizes(): { total: number; idle: number; waiting: number } {
    const pools = [...this.#entries.values()].map(({ pool }) => pool)
    const sum = (count: (pool: pg.Pool) => number) => pools.reduce((total, pool) => total + count(pool), 0)
    return {
      total: sum((pool) => pool.totalCount),
      idle: sum((pool) => pool.idleCount),
      waiting: sum((pool) => pool.waitingCount) + this.#waiting.length,
    }
  }

  #lease(login: Login): Entry | undefined {
    const key = keyOf(login)
    let entry = this.#entries.get(key)
    if (entry === undefined) {
      if (!this.#makeRoom()) return undefined
      entry = { pool: this.#open(login), leases: 0 }
    } else {
      this.#entries.delete(key)
    }
    this.#entries.set(key, entry)
    entry.leases += 1
    return entry
  }

  async #leaseLater(login: Login): Promise<Entry> {
    const deadline = Date.now() + (this.#options.patience ?? 5_000)
    for (;;) {
      const left = deadline - Date.now()
      if (left <= 0) throw new AppError('database_unavailable')
      await this.#turn(left)
      const entry = this.#lease(login)
      if (entry !== undefined) return entry
    }
  }

  /** Settles when a pool becomes idle or closed, or after `bound` milliseconds. */
  #turn(bound: number): Promise<void> {
    return new Promise((settle) => {
      const wake = () => {
        clearTimeout(timer)
        settle()
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(wake), 1)
        settle()
      }, bound)
      this.#waiting.push(wake)
    })
  }

  /** Whether one more pool fits. If not, starts to close the longest idle one, whose place is free once it is closed. */
  #makeRoom(): boolean {
    if (this.#entries.size + this.#closing < this.#most) return true
    if (this.#closing > 0) return false
    for (const [key, { pool, leases }] of this.#entries) {
      if (leases > 0) continue
      this.#entries.delete(key)
      this.#closing += 1
      void pool.end().finally(() => {
        this.#closing -= 1
        this.#waiting.shift()?.()
      })
      return false
    }
    return false
  }

  #giveBack(entry: Entry): void {
    entry.leases -= 1
    if (entry.leases === 0) this.#waiting.shift()?.()
  }

  #open({ role, password, databaseUrl }: Login): pg.Pool {
    const url = new URL(databaseUrl)
    url.username = encodeURIComponent(role)
    url.password = encodeURIComponent(password)
    const { size, settings, log, patience } = this.#options
    return createPool(url.href, {
      max: size,
      name: `kith ${role}`,
      log,
      silence,
      ...(settings && { settings }),
      ...(patience !== undefined && { patience }),
    })
  }
}

const keyOf = ({ role, databaseUrl }: Login) => `${role} ${databaseUrl}`

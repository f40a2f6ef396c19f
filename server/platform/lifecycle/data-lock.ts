import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, startOf } from './process-identity.ts'

interface LockHolder {
  readonly pid: number
  /** What it runs: `start`, or another command. */
  readonly command: string
  readonly host: string
  readonly start: string | undefined
}

interface DataLock {
  release(): void
}

/** Somebody else works on this data. The message names who. */
export class DataInUseError extends Error {
  readonly holder: LockHolder

  constructor(dataDirectory: string, holder: LockHolder) {
    const where = holder.host === hostname() ? '' : ` on ${holder.host}`
    super(
      `The data in ${dataDirectory} is in use by another Kith (process ${holder.pid}${where}, "kith ${holder.command}"). ` +
        'Stop that one first, or give this one a KITH_DATA of its own.',
    )
    this.name = 'DataInUseError'
    this.holder = holder
  }
}

// A process on another host (two containers with one volume) cannot be looked at; its lock file's age tells.
const heartbeat = 5_000
const silence = 3 * heartbeat

/**
 * Makes this process the only Kith on `dataDirectory`. A lock whose holder is dead is taken over; a living one gets
 * `patience` milliseconds to finish, as a server does that was told to stop just before the next one starts.
 * @throws DataInUseError naming the holder
 */
export async function lockData(dataDirectory: string, command: string, patience = 0): Promise<DataLock> {
  const deadline = Date.now() + patience
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 })
  const file = join(dataDirectory, 'kith.lock')
  const own = join(dataDirectory, `kith.lock.${process.pid}`)
  const holder: LockHolder = { pid: process.pid, command, host: hostname(), start: startOf(process.pid) }
  writeFileSync(own, `${JSON.stringify(holder)}\n`, { mode: 0o600 })
  try {
    while (!linked(own, file)) {
      const other = readHolder(file)
      if (other === undefined) {
        removeStale(file, own, undefined)
      } else if (other.host !== hostname()) {
        if (ageOf(file) < silence) {
          await sleep(silence - ageOf(file) + 500)
          if (ageOf(file) < silence) throw new DataInUseError(dataDirectory, other)
        }
        removeStale(file, own, other)
      } else if (holds(other)) {
        if (Date.now() >= deadline) throw new DataInUseError(dataDirectory, other)
        await sleep(50)
      } else {
        removeStale(file, own, other)
      }
    }
  } finally {
    rmSync(own, { force: true })
  }
  const beat = setInterval(() => touch(file), heartbeat).unref()
  const release = () => {
    clearInterval(beat)
    process.off('exit', release)
    if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
  }
  process.on('exit', release)
  return { release }
}

/** Who works on the data now; undefined where nobody does. */
export function dataHolder(dataDirectory: string): LockHolder | undefined {
  const file = join(dataDirectory, 'kith.lock')
  const holder = readHolder(file)
  if (holder === undefined) return undefined
  if (holder.host !== hostname()) return ageOf(file) < silence ? holder : undefined
  return holds(holder) ? holder : undefined
}

const holds = (holder: LockHolder) =>
  isAlive(holder.pid) && (holder.start === undefined || startOf(holder.pid) === holder.start)

function readHolder(file: string): LockHolder | undefined {
  try {
    const { pid, command, host, start } = JSON.parse(readFileSync(file, 'utf8'))
    return typeof pid === 'number' ? { pid, command, host, start } : undefined
  } catch {
    return undefined
  }
}

/** A hard link appears whole or not at all, unlike a file that is created and then written. */
function linked(own: string, file: string): boolean {
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Moves the lock aside before it is thrown away: if another process took it over in between, it gets it back. */
function removeStale(file: string, own: string, stale: LockHolder | undefined): void {
  const aside = `${own}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const found = readHolder(aside)
  if (found !== undefined && (found.pid !== stale?.pid || found.start !== stale.start)) linked(aside, file)
  rmSync(aside, { force: true })
}

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

function touch(file: string): void {
  const now = new Date()
  try {
    utimesSync(file, now, now)
  } catch {
    // The folder was removed below a running Kith; PostgreSQL reports that louder than a lock could.
  }
}

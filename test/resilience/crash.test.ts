import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  allRecords,
  type Caller,
  callerAt,
  changesPage,
  changesSince,
  firstRun,
  keyHeaders,
} from './support/caller.ts'
import {
  freePort,
  postmasterOf,
  runCommand,
  type ServerProcess,
  startServer,
  until,
} from './support/server-process.ts'
import { Writer } from './support/writer.ts'

const dataDirectory = mkdtempSync(join(tmpdir(), 'kith-crash-'))
// What a busy machine may take; an idle one needs a tenth.
const bound = 180_000
let env: Record<string, string>
let server: ServerProcess
let caller: Caller
let key: string

beforeAll(async () => {
  env = { KITH_DATA: dataDirectory, PORT: await freePort() }
  server = await startServer(env)
  key = (await firstRun(server.address)).key
  caller = callerAt(server.address, keyHeaders(key))
})
afterAll(async () => {
  await server.end('SIGTERM')
  rmSync(dataDirectory, { recursive: true, force: true })
})

const isReady = async () => {
  const answer = await fetch(`${caller.address}/health/ready`).catch(() => undefined)
  return answer?.status === 200
}

type Blow = 'server' | 'database' | 'both'

async function strike(blow: Blow): Promise<void> {
  const postmaster = postmasterOf(dataDirectory)
  if (blow !== 'server') process.kill(postmaster, 'SIGKILL')
  if (blow === 'database') {
    await until(async () => !(await isReady()) || postmasterOf(dataDirectory) !== postmaster)
  } else {
    await server.end('SIGKILL')
    server = await startServer(env)
  }
  await until(isReady)
}

test(
  'whatever is killed under load, acknowledged writes are there once, batches whole, the change log without gap',
  async () => {
    const { cursor: beginning } = await changesSince(caller, '0', 1_000)
    const writers = ['a', 'b', 'c', 'd'].map((name) => new Writer(caller, name))
    const followed: number[] = []
    let cursor = beginning
    let following = true
    const follower = (async () => {
      while (following) {
        const page = await changesPage(caller, cursor, 7).catch(() => undefined)
        followed.push(...(page?.data.map(({ seq }) => seq) ?? []))
        cursor = page?.nextCursor ?? cursor
        await sleep(20)
      }
    })()

    const blows: readonly Blow[] = ['server', 'database', 'both', 'server', 'database', 'both']
    for (const [index, blow] of blows.entries()) {
      await sleep(300 + ((index * 137) % 400))
      await strike(blow)
    }
    await sleep(300)
    await Promise.all(writers.map((writer) => writer.stop()))
    following = false
    await follower
    const rest = await changesSince(caller, cursor, 1_000)
    followed.push(...rest.entries.map(({ seq }) => seq))

    const acknowledged = new Map(writers.flatMap((writer) => [...writer.acknowledged]))
    const records = await allRecords(caller, 'product', 'name')
    const byName = (pairs: Iterable<readonly [string, string]>) =>
      [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))
    // Writers went on until everything was acknowledged, so that this is also all that was ever asked for: batches are whole.
    expect(byName(records.map(({ name, id }) => [name, id] as const))).toEqual(byName(acknowledged))
    expect(acknowledged.size).toBeGreaterThan(100)

    const log = await changesSince(caller, '0', 1_000)
    const created = log.entries.filter(({ object, action }) => object === 'product' && action === 'create')
    expect(created.map(({ recordId }) => recordId).sort()).toEqual([...acknowledged.values()].sort())
    const known = await changesSince(caller, beginning, 1_000)
    expect(followed.toSorted((a, b) => a - b)).toEqual(
      known.entries.map(({ seq }) => seq).sort((a, b) => a - b),
    )

    const refusals = writers.flatMap((writer) => writer.refusals)
    const unlike = refusals.filter(
      ({ status, type, text }) =>
        status !== 503 ||
        !type.startsWith('application/problem+json') ||
        JSON.parse(text).code !== 'database_unavailable',
    )
    expect(unlike).toEqual([])
    expect(writers.reduce((sum, { lostConnections }) => sum + lostConnections, 0)).toBeGreaterThan(0)
  },
  bound,
)

test(
  'a database that stands still or is gone is told as such, and is used again without a restart',
  async () => {
    const postmaster = postmasterOf(dataDirectory)
    const refused = async () => {
      const answer = await caller.send('POST', '/records/product', { name: 'while it stands still' })
      return answer.status === 503 && JSON.parse(answer.text).code === 'database_unavailable'
    }
    const tell = (pids: readonly number[], signal: 'SIGSTOP' | 'SIGCONT' | 'SIGTERM') => {
      for (const pid of pids) process.kill(pid, signal)
    }
    process.kill(postmaster, 'SIGSTOP')
    try {
      // Connections are ended and none can be made.
      tell(await clientsOf(postmaster), 'SIGTERM')
      await until(refused)
      const health = await fetch(`${caller.address}/health/ready`)
      expect([health.status, await health.json()]).toMatchObject([503, { code: 'database_unavailable' }])
      expect((await fetch(`${caller.address}/health/live`)).status).toBe(200)
    } finally {
      process.kill(postmaster, 'SIGCONT')
    }
    await until(isReady)
    await until(async () => (await caller.send('GET', '/records/product?limit=1')).status === 200)

    const frozen = await clientsOf(postmaster)
    tell([postmaster, ...frozen], 'SIGSTOP')
    try {
      const health = await fetch(`${caller.address}/health/ready`, { signal: AbortSignal.timeout(15_000) })
      expect(health.status).toBe(503)
    } finally {
      tell([...frozen, postmaster], 'SIGCONT')
    }
    await until(isReady)
    expect((await caller.send('POST', '/records/product', { name: 'again' })).status).toBe(201)
  },
  bound,
)

/** Processes that serve connections; those that PostgreSQL keeps for itself say what they are. */
async function clientsOf(postmaster: number): Promise<number[]> {
  const found: number[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const [stat, line] = await Promise.all(
      ['stat', 'cmdline'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    )
    const parent = Number(/\) \S (\d+)/.exec(stat ?? '')?.[1])
    if (parent === postmaster && /^postgres: (kith|w_)/.test(line ?? '')) found.push(Number(name))
  }
  return found
}

test(
  'a backup is made and restored by command, while the server runs and while it does not',
  async () => {
    const file = join(dataDirectory, 'all.backup')
    const before = await allRecords(caller, 'product', 'name,version')
    expect(await runCommand(['backup', file], env)).toMatchObject({ code: 0, complaint: '' })
    const other = mkdtempSync(join(tmpdir(), 'kith-restored-'))
    try {
      const elsewhere = { KITH_DATA: other, PORT: '0' }
      expect(await runCommand(['restore', file], elsewhere)).toMatchObject({ code: 0, complaint: '' })
      const second = await runCommand(['restore', file], elsewhere)
      expect(second).toMatchObject({ code: 1, complaint: expect.stringContaining('empty installation') })
      const restored = await startServer(elsewhere)
      try {
        const there = callerAt(restored.address, keyHeaders(key))
        expect(await allRecords(there, 'product', 'name,version')).toEqual(before)
        expect((await there.send('POST', '/records/product', { name: 'after' })).status).toBe(201)
      } finally {
        await restored.end('SIGTERM')
      }
    } finally {
      rmSync(other, { recursive: true, force: true })
    }
  },
  bound,
)

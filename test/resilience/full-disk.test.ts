import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbeddedDatabase } from '#server/platform/database/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import { allRecords, type Caller, callerAt, changesSince, firstRun, keyHeaders } from './support/caller.ts'
import { freePort, type ServerProcess, startServer } from './support/server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-full-'))
const dataDirectory = join(folder, 'data')
const disk = join(folder, 'disk')
const reserve = join(disk, 'reserve')
// PostgreSQL's own user has to pass.
chmodSync(folder, 0o755)
const mounted = mountSmallDisk()
let server: ServerProcess
let caller: Caller

/** A disk of 48 MB for the tables. Whether this machine lets us make one: Linux, as root. */
function mountSmallDisk(): boolean {
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

beforeAll(async () => {
  if (!mounted) return
  const log = createLog('error')
  const database = await startEmbeddedDatabase({ dataDirectory, log, durable: false })
  const tables = join(disk, 'tables')
  mkdirSync(tables)
  const { uid, gid } = statSync(join(dataDirectory, 'postgres'))
  for (const path of [disk, tables]) chownSync(path, uid, gid)
  const url = new URL(database.url)
  url.pathname = '/postgres'
  const client = new pg.Client(url.href)
  await client.connect()
  await client.query(`create tablespace small location '${tables}'`)
  await client.query('alter database kith set tablespace small')
  await client.end()
  await database.stop()
  server = await startServer({ KITH_DATA: dataDirectory, PORT: await freePort() })
  const { key } = await firstRun(server.address)
  caller = callerAt(server.address, keyHeaders(key))
})
afterAll(async () => {
  await server?.end('SIGTERM')
  if (mounted) execFileSync('umount', [disk])
  rmSync(folder, { recursive: true, force: true })
})

const text = 'A description that takes room, and does not compress: '
const products = (turn: number) =>
  Array.from({ length: 500 }, (_, index) => ({
    name: `p-${turn}-${index}`,
    description: text + Array.from({ length: 20 }, () => Math.random().toString(36)).join(''),
  }))

test.skipIf(!mounted)(
  'a full disk is told as such, nothing is half written, and work goes on once there is room (needs root on Linux)',
  async () => {
    writeFileSync(reserve, Buffer.alloc(8 * 1024 * 1024))
    const acknowledged: string[] = []
    const post = async (turn: number) => {
      const body = products(turn)
      const answer = await caller.send('POST', '/records/product', body)
      if (answer.status === 201) acknowledged.push(...body.map(({ name }) => name))
      return answer
    }
    let turn = 0
    let answer = await post(turn)
    while (answer.status === 201 && turn < 300) answer = await post(++turn)
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([507, { code: 'disk_full' }])
    expect(answer.type).toContain('application/problem+json')
    expect((await fetch(`${server.address}/health/live`)).status).toBe(200)
    const whileFull = await allRecords(caller, 'product', 'name')
    expect(whileFull.map(({ name }) => name).sort()).toEqual([...acknowledged].sort())

    rmSync(reserve)
    expect((await post(turn + 1)).status).toBe(201)
    const records = await allRecords(caller, 'product', 'name')
    expect(records.map(({ name }) => name).sort()).toEqual([...acknowledged].sort())
    const { entries } = await changesSince(caller, '0', 1_000)
    const created = entries.filter(({ object }) => object === 'product').map(({ recordId }) => recordId)
    expect(created.sort()).toEqual(records.map(({ id }) => id).sort())
  },
  180_000,
)

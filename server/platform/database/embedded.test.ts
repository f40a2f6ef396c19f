import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createLog } from '#server/platform/log/index.ts'
import { checkDatabase } from './check.ts'
import { type EmbeddedDatabase, runningDatabaseUrl, startEmbeddedDatabase } from './embedded.ts'
import { createPlatformPool } from './pool.ts'

// mkdtemp makes a folder of mode 0700: as root, PostgreSQL's own user cannot enter it from above.
let dataDirectory: string
let running: EmbeddedDatabase | undefined
const log = createLog('silent')

beforeAll(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'kith-embedded-'))
})
afterEach(async () => {
  await running?.stop()
  running = undefined
})
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))

async function start(): Promise<EmbeddedDatabase> {
  running = await startEmbeddedDatabase({ dataDirectory, log, durable: false })
  return running
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query(sql)
    return Object.values(rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

const postmasterPid = () =>
  Number(readFileSync(join(dataDirectory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(50)
}

test('a fresh one carries Kith, keeps its password to itself and listens on loopback alone', async () => {
  const { url } = await start()
  const client = new pg.Client(url)
  await client.connect()
  expect(await checkDatabase(client)).toMatchObject({ hasUuidv7: true })
  await client.end()
  expect(statSync(join(dataDirectory, 'postgres.password')).mode & 0o777).toBe(0o600)
  expect(await ask(url, 'show listen_addresses')).toBe('127.0.0.1')
  expect(await ask(url, 'show unix_socket_directories')).toBe('')
  expect(await ask(url, 'show data_checksums')).toBe('on')
  expect(await ask(url, `select lower('ÉШ') = 'éш'`)).toBe(true)
  const wrong = new URL(url)
  wrong.password = 'guess'
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
})

test('data is there again after a stop, and nothing runs in between', async () => {
  const first = await start()
  await ask(first.url, 'create table kept as select 42 as answer')
  await first.stop()
  expect(runningDatabaseUrl(dataDirectory)).toBeUndefined()
  const second = await start()
  expect(await ask(second.url, 'select answer from kept')).toBe(42)
  expect(runningDatabaseUrl(dataDirectory)).toBe(second.url)
})

test('a server killed while Kith runs comes back under the same address; the pool goes on', async () => {
  const { url } = await start()
  const pool = createPlatformPool(url, log)
  await pool.query('create table survivor as select 1 as n')
  for (let round = 0; round < 2; round += 1) {
    const killed = postmasterPid()
    process.kill(killed, 'SIGKILL')
    await until(() => runningDatabaseUrl(dataDirectory) !== undefined && postmasterPid() !== killed)
    await until(() =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    )
  }
  expect((await pool.query('select n from survivor')).rows).toEqual([{ n: 1 }])
  await pool.end()
})

test('a pid file whose number belongs to another process does not hold up the start', async () => {
  const database = await start()
  await database.stop()
  const lines = [process.pid, '/elsewhere', '1', '5432', '', '127.0.0.1', '', 'ready']
  writeFileSync(join(dataDirectory, 'postgres/postmaster.pid'), `${lines.join('\n')}\n`, { mode: 0o600 })
  expect(runningDatabaseUrl(dataDirectory)).toBeUndefined()
  expect(await ask((await start()).url, 'select 1')).toBe(1)
})

test('a start that fails shows what PostgreSQL said', async () => {
  await expect(
    startEmbeddedDatabase({ dataDirectory, log, settings: ['shared_buffers=banana'] }),
  ).rejects.toThrow(/invalid value for parameter "shared_buffers": "banana"/)
})

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataHolder, isAlive } from '#server/platform/lifecycle/index.ts'

let dataDirectory: string
const children: ChildProcess[] = []

beforeAll(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'kith-cli-'))
})
afterAll(async () => {
  for (const child of children)
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
  while (children.some((child) => child.exitCode === null && child.signalCode === null)) await sleep(50)
  rmSync(dataDirectory, { recursive: true, force: true })
})

function kith(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...words], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', KITH_DATA: dataDirectory, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const ended = new Promise<number | null>((settle) => child.on('close', settle))
  return { child, stdout: child.stdout, stderr: text(child.stderr), ended }
}

async function run(words: readonly string[], env?: Readonly<Record<string, string>>) {
  const { stdout, stderr, ended } = kith(words, env)
  const [out, complaint, code] = await Promise.all([text(stdout), stderr, ended])
  return { out, complaint, code }
}

/** Starts a server and waits for its address. */
async function startServer() {
  const server = kith(['start'])
  let said = ''
  const address = await new Promise<string>((settle, fail) => {
    server.stdout.on('data', (piece: Buffer) => {
      said += piece
      const found = /Kith is ready: (\S+)/.exec(said)?.[1]
      if (found !== undefined) settle(found)
    })
    void server.ended.then(async () => fail(new Error(`It did not start: ${said}${await server.stderr}`)))
  })
  return { ...server, address }
}

const postmasterPid = () =>
  Number(readFileSync(join(dataDirectory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

const isReady = async (address: string) => (await fetch(`${address}/health/ready`)).status

test('a server starts on an empty folder, refuses a second one, lets commands work and stops with PostgreSQL', async () => {
  const { child, address, ended } = await startServer()
  expect(await isReady(address)).toBe(200)

  const second = await run(['start'])
  expect(second.code).toBe(1)
  expect(second.complaint).toContain(`in use by another Kith (process ${child.pid}, "kith start")`)
  expect(await isReady(address)).toBe(200)

  const doctor = await run(['doctor'])
  expect(doctor.out).toMatch(/✓ PostgreSQL 18\S* \(embedded\) carries Kith/)
  expect(doctor.code).toBe(0)

  const postmaster = postmasterPid()
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(isAlive(postmaster)).toBe(false)
  expect(dataHolder(dataDirectory)).toBeUndefined()
})

test('after a SIGKILL the next start replaces the PostgreSQL that was left behind', async () => {
  const killed = await startServer()
  const orphan = postmasterPid()
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(isAlive(orphan)).toBe(true)

  const next = await startServer()
  expect(isAlive(orphan)).toBe(false)
  expect(await isReady(next.address)).toBe(200)
  next.child.kill('SIGINT')
  expect(await next.ended).toBe(0)
})

test('two commands at once on a stopped server take turns, and leave nothing running', async () => {
  const both = await Promise.all([run(['doctor']), run(['doctor'])])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(dataHolder(dataDirectory)).toBeUndefined()
})

test('a wrong configuration, command or port says what to do', async () => {
  expect(await run(['start'], { PORT: 'web' })).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('PORT="web": give a whole number'),
  })
  expect(await run(['strat'])).toMatchObject({
    code: 2,
    complaint: expect.stringContaining('no command "strat"'),
  })
  expect(await run(['start', '--help'])).toMatchObject({ code: 0, out: expect.stringContaining('KITH_DATA') })
})

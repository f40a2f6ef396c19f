import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataHolder, lockData } from './data-lock.ts'
import { startOf } from './process-identity.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const leave = (holder: object) =>
  writeFileSync(join(folder, 'kith.lock'), JSON.stringify({ command: 'start', host: hostname(), ...holder }))

test('one holder at a time, named to the next; free again after the release', async () => {
  const lock = await lockData(folder, 'import')
  await expect(lockData(folder, 'start')).rejects.toThrow(`process ${process.pid}, "kith import"`)
  expect(dataHolder(folder)).toMatchObject({ pid: process.pid, command: 'import' })
  lock.release()
  expect(dataHolder(folder)).toBeUndefined()
  const next = await lockData(folder, 'start')
  next.release()
  expect(readdirSync(folder)).toEqual([])
})

test('who is patient gets the lock when its holder finishes', async () => {
  const lock = await lockData(folder, 'start')
  const next = lockData(folder, 'start', 10_000)
  setTimeout(lock.release, 100)
  const held = await next
  held.release()
})

test('of many at once exactly one gets a lock that a dead process left', async () => {
  const dead = spawn(process.execPath, ['--version'])
  await new Promise((settle) => dead.on('close', settle))
  leave({ pid: dead.pid, start: '1' })
  const tried = await Promise.allSettled(Array.from({ length: 5 }, () => lockData(folder, 'start')))
  const locks = tried.filter((result) => result.status === 'fulfilled')
  expect(locks).toHaveLength(1)
  for (const { value } of locks) value.release()
})

test('a process that only has the number of the former holder holds nothing', async () => {
  leave({ pid: process.pid, start: `${startOf(process.pid)}0` })
  expect(dataHolder(folder)).toBeUndefined()
  const lock = await lockData(folder, 'start')
  lock.release()
})

test('a holder on another host counts while its lock file is kept fresh', async () => {
  leave({ pid: 1, start: '1', host: 'elsewhere' })
  expect(dataHolder(folder)).toMatchObject({ host: 'elsewhere' })
  const past = new Date(Date.now() - 60_000)
  utimesSync(join(folder, 'kith.lock'), past, past)
  expect(dataHolder(folder)).toBeUndefined()
  const lock = await lockData(folder, 'start')
  expect(dataHolder(folder)).toMatchObject({ pid: process.pid })
  lock.release()
})

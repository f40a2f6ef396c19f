import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deriveSecret, readConfig } from './index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-config-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('an empty environment gives the documented defaults', () => {
  const config = readConfig({ KITH_DATA: folder })
  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDirectory: folder,
    databaseUrl: undefined,
    publicUrl: 'http://127.0.0.1:3000',
    logLevel: 'info',
  })
})

test('every mistake is told at once, with variable, value and way out, but no secret', () => {
  const env = {
    KITH_DATA: folder,
    PORT: '70000',
    HOST: 'a b',
    DATABASE_URL: 'mysql://root:hunter2@db/kith',
    KITH_URL: 'crm.example.com',
    KITH_SECRET: 'short-secret',
    LOG_LEVEL: 'loud',
  }
  let message = ''
  try {
    readConfig(env)
  } catch (error) {
    message = error instanceof Error ? error.message : ''
  }
  for (const name of [
    'PORT="70000"',
    'HOST="a b"',
    'DATABASE_URL=…',
    'KITH_URL="crm.example.com"',
    'LOG_LEVEL="loud"',
  ])
    expect(message).toContain(name)
  expect(message).toContain('such as https://crm.example.com')
  expect(message).not.toMatch(/hunter2|short-secret/)
})

test('the secret is made once, for its owner alone', () => {
  const data = join(folder, 'new', 'data')
  const first = readConfig({ KITH_DATA: data }).secret
  expect(first.length).toBeGreaterThanOrEqual(32)
  expect(readConfig({ KITH_DATA: data }).secret).toBe(first)
  expect(readFileSync(join(data, 'secret'), 'utf8').trim()).toBe(first)
  expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600)
})

test('derived secrets differ by purpose and by secret, and are stable', () => {
  const of = (secret: string, purpose: string) => deriveSecret({ secret }, purpose)
  expect(of('a', 'session')).toBe(of('a', 'session'))
  expect(new Set([of('a', 'session'), of('a', 'roles'), of('b', 'session'), 'a']).size).toBe(4)
})

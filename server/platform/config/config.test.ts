import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
    hosts: [],
    tls: undefined,
    trustedProxies: [],
    outboundAllowed: [],
    mail: undefined,
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

test('the secret before is read from the environment or from its file, and there is none at first', () => {
  expect(readConfig({ KITH_DATA: folder }).previousSecret).toBeUndefined()
  writeFileSync(join(folder, 'secret.previous'), `${'f'.repeat(40)}\n`)
  expect(readConfig({ KITH_DATA: folder }).previousSecret).toBe('f'.repeat(40))
  const given = 'e'.repeat(32)
  expect(readConfig({ KITH_DATA: folder, KITH_SECRET_PREVIOUS: given }).previousSecret).toBe(given)
  expect(problemOf({ KITH_SECRET_PREVIOUS: 'short-secret' })).toMatch(
    /^(?!.*short-secret).*KITH_SECRET_PREVIOUS=…/s,
  )
})

test('derived secrets differ by purpose and by secret, and are stable', () => {
  const of = (secret: string, purpose: string) => deriveSecret({ secret }, purpose)
  expect(of('a', 'session')).toBe(of('a', 'session'))
  expect(new Set([of('a', 'session'), of('a', 'roles'), of('b', 'session'), 'a']).size).toBe(4)
})

const problemOf = (env: Record<string, string>): string => {
  try {
    readConfig({ KITH_DATA: folder, ...env })
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

test('lists are read with commas and spaces, names in lower case', () => {
  const config = readConfig({
    KITH_DATA: folder,
    KITH_HOSTS: 'CRM.example.com,  crm.example.cn',
    KITH_TRUSTED_PROXIES: '10.0.0.5 172.16.0.0/12,fd00::/8',
    KITH_OUTBOUND_ALLOW: 'IDP.corp:8443, 10.1.2.0/24, [fd00::7]:636, 10.9.9.9:80',
  })
  expect(config.hosts).toEqual(['crm.example.com', 'crm.example.cn'])
  expect(config.trustedProxies).toEqual(['10.0.0.5', '172.16.0.0/12', 'fd00::/8'])
  expect(config.outboundAllowed).toEqual(['idp.corp:8443', '10.1.2.0/24', '[fd00::7]:636', '10.9.9.9:80'])
})

test.each([
  ['KITH_HOSTS', 'https://crm.example.com'],
  ['KITH_HOSTS', 'crm.example.com:443'],
  ['KITH_HOSTS', 'a..b'],
  ['KITH_TRUSTED_PROXIES', '10.0.0.0/33'],
  ['KITH_TRUSTED_PROXIES', '0.0.0.0/0'],
  ['KITH_TRUSTED_PROXIES', '::/0'],
  ['KITH_TRUSTED_PROXIES', '010.0.0.5'],
  ['KITH_TRUSTED_PROXIES', 'proxy.corp'],
  ['KITH_OUTBOUND_ALLOW', 'https://idp.corp'],
  ['KITH_OUTBOUND_ALLOW', 'idp.corp:99999'],
  ['KITH_OUTBOUND_ALLOW', '10.0.0'],
  ['KITH_OUTBOUND_ALLOW', '0.0.0.0/0'],
  ['KITH_URL', 'https://root:hunter2@crm.example.com'],
])('%s=%s is refused with a way out', (name, value) => {
  expect(problemOf({ [name]: value })).toMatch(new RegExp(`${name}=.*: give `))
})

test('mail has a server and a sender, and a mistake shows no password', () => {
  const KITH_SMTP_URL = 'smtps://kith:hunter2@mail.example.com'
  const { mail } = readConfig({ KITH_DATA: folder, KITH_SMTP_URL, KITH_MAIL_FROM: 'Kith <crm@example.com>' })
  expect(mail).toEqual({ smtpUrl: KITH_SMTP_URL, from: 'Kith <crm@example.com>' })
  expect(problemOf({ KITH_SMTP_URL })).toMatch('KITH_MAIL_FROM is not')
  const wrong = problemOf({ KITH_SMTP_URL: 'http://kith:hunter2@mail', KITH_MAIL_FROM: 'a\nb' })
  expect(wrong).toMatch('KITH_SMTP_URL')
  expect(wrong).not.toContain('hunter2')
})

test('certificate and key come together, and make the address https', () => {
  const config = readConfig({
    KITH_DATA: folder,
    KITH_TLS_CERT: '/etc/kith.crt',
    KITH_TLS_KEY: '/etc/kith.key',
  })
  expect(config.tls).toEqual({ certFile: '/etc/kith.crt', keyFile: '/etc/kith.key' })
  expect(config.publicUrl).toBe('https://127.0.0.1:3000')
  expect(problemOf({ KITH_TLS_CERT: '/etc/kith.crt' })).toContain('KITH_TLS_KEY is not: set both')
  expect(problemOf({ KITH_TLS_KEY: '/etc/kith.key' })).toContain('KITH_TLS_CERT is not: set both')
})

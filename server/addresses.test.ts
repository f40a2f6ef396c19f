import { expect, test } from 'vitest'
import { readConfig } from '#server/platform/config/index.ts'
import { addressesOf } from './addresses.ts'

const files = { KITH_TLS_CERT: '/kith.crt', KITH_TLS_KEY: '/kith.key' }

test.each([
  [{}, 'http://localhost:8080'],
  [files, 'https://localhost:8080'],
  [{ HOST: '::1', ...files }, 'https://[::1]:8080'],
  [{ HOST: 'crm.lan' }, 'http://crm.lan:8080'],
])('with %j start prints %s', (env, address) => {
  const config = { ...readConfig({ KITH_SECRET: 'a secret of this test and no other one', ...env }) }
  expect(addressesOf(config, { address: '', family: 'IPv4', port: 8080 })[0]).toBe(address)
})

test('an office is given addresses with the scheme that is spoken', () => {
  const config = readConfig({
    KITH_SECRET: 'a secret of this test and no other one',
    HOST: '0.0.0.0',
    ...files,
  })
  for (const address of addressesOf(config, { address: '', family: 'IPv4', port: 8080 }))
    expect(address).toMatch(/^https:\/\/[\w.]+:8080$/)
})

import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from 'vitest'
import { requireSameOrigin } from './same-origin.ts'

const host = 'localhost:3000'
const judge = (headers: IncomingHttpHeaders, method = 'POST') => {
  try {
    requireSameOrigin(method, { host, ...headers }, 'https://crm.example.com')
    return 'taken'
  } catch {
    return 'refused'
  }
}

test.each<[IncomingHttpHeaders, string]>([
  [{ 'sec-fetch-site': 'same-origin' }, 'taken'],
  [{ 'sec-fetch-site': 'none' }, 'taken'],
  [{ 'sec-fetch-site': 'cross-site' }, 'refused'],
  [{ 'sec-fetch-site': 'same-site' }, 'refused'],
  [{ 'sec-fetch-site': 'something new' }, 'refused'],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://crm.example.com' }, 'refused'],
  [{ 'sec-fetch-site': 'same-site', origin: 'https://other.example.com' }, 'refused'],
  [{ origin: 'https://crm.example.com' }, 'taken'],
  [{ origin: 'http://localhost:3000' }, 'taken'],
  [{ origin: 'http://localhost:3001' }, 'refused'],
  [{ origin: 'https://crm.example.com.evil.example' }, 'refused'],
  [{ origin: 'https://evil.example' }, 'refused'],
  [{ origin: 'http://crm.example.com', host: 'crm.example.com' }, 'refused'],
  [{ origin: 'https://crm.example.com', host: 'crm.example.com' }, 'taken'],
  [{ origin: 'null', host: 'null' }, 'refused'],
  [{ origin: 'null', 'sec-fetch-site': 'same-site' }, 'refused'],
  [{ origin: 'file://' }, 'refused'],
  [{ origin: 'null' }, 'refused'],
  [{ origin: '' }, 'refused'],
  [{}, 'taken'],
])('a write with %j is %s', (headers, verdict) => {
  expect(judge(headers)).toBe(verdict)
})

test.each(['GET', 'HEAD', 'OPTIONS'])('%s changes nothing and is taken from anywhere', (method) => {
  expect(judge({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, method)).toBe('taken')
})

import { expect, test } from 'vitest'
import { type Outgoing, redirected } from './redirect.ts'

const secrets = {
  authorization: 'Bearer s',
  cookie: 'a=b',
  'x-signature': 's',
  accept: '*/*',
  'content-type': 'a/b',
}
const asked = (method: string, body?: string): Outgoing => ({
  url: new URL('https://idp.example/token?x=1'),
  method,
  headers: secrets,
  body,
})

test.each([
  [301, 'GET', 'GET'],
  [301, 'POST', 'GET'],
  [301, 'PUT', 'PUT'],
  [302, 'POST', 'GET'],
  [302, 'HEAD', 'HEAD'],
  [303, 'POST', 'GET'],
  [303, 'PUT', 'GET'],
  [303, 'HEAD', 'HEAD'],
  [307, 'POST', 'POST'],
  [308, 'POST', 'POST'],
  [308, 'DELETE', 'DELETE'],
])('%d after %s asks by %s', (status, method, next) => {
  const body = /P/.test(method) ? 'a=1' : undefined
  const found = redirected(asked(method, body), status, '/next')
  expect(found).toMatchObject({ method: next, url: new URL('https://idp.example/next') })
  const keeps = next === method && body !== undefined
  expect(found?.body).toBe(keeps ? body : undefined)
  expect(found?.headers['content-type']).toBe(keeps ? 'a/b' : undefined)
  expect(found?.headers).toMatchObject({ authorization: 'Bearer s', 'x-signature': 's' })
})

test.each([
  'https://other.example/',
  '//other.example/',
  'https://idp.example:8443/',
  'https://sub.idp.example/',
])('another origin, %s, learns no secret', (location) => {
  expect(redirected(asked('GET'), 302, location)?.headers).toEqual({ accept: '*/*' })
  expect(redirected(asked('POST', 'secret'), 303, location)?.headers).toEqual({ accept: '*/*' })
  expect(redirected(asked('POST', 'secret'), 307, location)).toBeUndefined()
})

test.each([
  'http://idp.example/',
  'ftp://idp.example/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://',
])('%s is not followed', (location) => {
  expect(redirected(asked('GET'), 302, location)).toBeUndefined()
})

import { createServer as createHttps } from 'node:https'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { makeCertificate } from '#test/support/certificate.ts'
import { asFetch, createOutbound, type OutboundRequest } from './index.ts'
import { type Neighbour, startNameServer, startNeighbour } from './testing.ts'

let neighbour: Neighbour
beforeEach(async () => {
  neighbour = await startNeighbour((request, response) => {
    const [path = '', to = ''] = (request.url ?? '').split('?to=')
    if (path === '/redirect') response.writeHead(302, { location: decodeURIComponent(to) }).end('elsewhere')
    else if (path === '/again') response.writeHead(307, { location: decodeURIComponent(to) }).end()
    else if (path === '/large') response.end('a'.repeat(3_000))
    else if (path === '/packed') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a'))
    else if (path === '/silent') response.flushHeaders()
    else if (path === '/drops') setInterval(() => response.write('a'), 10).unref()
    else if (path === '/broken') request.socket.destroy()
    else response.writeHead(201, { 'x-answer': 'yes' }).end(`${request.method} ${path}`)
  })
})
afterEach(() => neighbour.stop())

const here = () => `127.0.0.1:${neighbour.port}`
/** Allowed to call the neighbour, by names that all lead to it. */
const client = (more: object = {}) =>
  createOutbound({ allowed: [here()], resolve: async () => ['127.0.0.1'], ...more })

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'taken'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}
const refusalOf = (url: string, request?: OutboundRequest) => codeOf(client().send(url, request))

test('an answer is whole, whatever its status', async () => {
  const answer = await client().send(`http://idp.corp:${neighbour.port}/a?b=1#c`, {
    method: 'post',
    body: '{}',
  })
  expect([answer.status, answer.body.toString(), answer.headers.get('x-answer')]).toEqual([
    201,
    'POST /a?b=1',
    'yes',
  ])
  expect(neighbour.seen[0]).toMatchObject({
    url: '/a?b=1',
    body: '{}',
    headers: { host: `idp.corp:${neighbour.port}` },
  })
})

describe('where it goes', () => {
  const nobody = createOutbound({ allowed: [], resolve: async () => ['127.0.0.1'] })

  test.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://localhost./',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://017700000001/',
    'https://127.1/',
    'https://①②⑦.⓪.⓪.①/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://0251.0376.0251.0376/',
    'https://0/',
    'https://10.0.0.1/',
    'https://public.example/',
  ])('%s leads inside and is refused', async (url) => {
    expect(await codeOf(nobody.send(url))).toBe('outbound_address_forbidden')
    expect(await codeOf(nobody.check(url))).toBe('outbound_address_forbidden')
  })

  test.each([
    'http://8.8.8.8/',
    'https://8.8.8.8:22/',
    'https://8.8.8.8:8443/',
    'https://user:password@public.example/',
    'https://user@public.example/',
    'ftp://public.example/',
    'file:///etc/passwd',
    'gopher://public.example/',
    'data:text/plain,a',
    'javascript:alert(1)',
    'public.example',
    '//public.example',
    'https://',
    'https://a b/',
    '',
  ])('%s is no address that is called', async (url) => {
    expect(await codeOf(nobody.send(url))).toBe('outbound_url_refused')
  })

  test('a refusal repeats no password', async () => {
    await expect(nobody.send('https://root:hunter2@public.example/')).rejects.not.toThrow('hunter2')
  })

  test('one bad address among good ones refuses the name', async () => {
    const resolve = async () => ['8.8.8.8', '10.0.0.1']
    expect(await codeOf(createOutbound({ allowed: [], resolve }).check('https://public.example/'))).toBe(
      'outbound_address_forbidden',
    )
    const good = async () => ['8.8.8.8', '2606:4700:4700::1111']
    expect(
      await codeOf(createOutbound({ allowed: [], resolve: good }).check('https://public.example/')),
    ).toBe('taken')
  })

  test.each([
    ['a name', ['idp.corp'], 'https://idp.corp/', '10.0.0.1', 'taken'],
    ['a name in another spelling', ['idp.corp'], 'https://IDP.corp./', '10.0.0.1', 'taken'],
    ['a name, without TLS', ['idp.corp'], 'http://idp.corp/', '10.0.0.1', 'taken'],
    ['a name with a port', ['idp.corp:8443'], 'https://idp.corp:8443/', '10.0.0.1', 'taken'],
    ['a name, at another port', ['idp.corp'], 'https://idp.corp:8443/', '10.0.0.1', 'outbound_url_refused'],
    ['another name', ['idp.corp'], 'https://evil.idp.corp/', '10.0.0.1', 'outbound_address_forbidden'],
    ['a network', ['10.0.0.0/24'], 'https://idp.corp/', '10.0.0.9', 'taken'],
    ['a network, mapped', ['10.0.0.0/24'], 'https://idp.corp/', '::ffff:10.0.0.9', 'taken'],
    ['the network beside', ['10.0.0.0/24'], 'https://idp.corp/', '10.0.1.9', 'outbound_address_forbidden'],
    ['an IPv6 address with a port', ['[fd00::7]:8443'], 'https://[fd00::7]:8443/', '', 'taken'],
    ['a public name with a port', ['idp.example:8443'], 'https://idp.example:8443/', '8.8.8.8', 'taken'],
    [
      'metadata by name',
      ['evil.example'],
      'https://evil.example/',
      '169.254.169.254',
      'outbound_address_forbidden',
    ],
    ['metadata by network', ['169.254.0.0/16'], 'https://169.254.169.254/', '', 'outbound_address_forbidden'],
  ])('%s that is allowed', async (_, allowed, url, address, verdict) => {
    const outbound = createOutbound({ allowed, resolve: async () => [address] })
    expect(await codeOf(outbound.check(url))).toBe(verdict)
  })
})

describe('a name that changes its mind', () => {
  test('is asked for once: the connection goes where was looked', async () => {
    const names = await startNameServer(['127.0.0.1', '127.0.0.2'])
    const outbound = createOutbound({ allowed: [here()], resolve: names.resolve })
    const url = `http://rebind.example:${neighbour.port}/`
    expect((await outbound.send(url)).status).toBe(201)
    expect([names.asked(), neighbour.seen.length]).toEqual([1, 1])
    // By now it leads to where nothing is allowed.
    expect(await codeOf(outbound.send(url))).toBe('outbound_url_refused')
    expect([names.asked(), neighbour.seen.length]).toEqual([2, 1])
    await names.stop()
  })

  test('between check and call finds the door shut', async () => {
    const names = await startNameServer(['8.8.8.8', '127.0.0.1'])
    const outbound = createOutbound({ allowed: [], resolve: names.resolve })
    expect(await codeOf(outbound.check('https://rebind.example/'))).toBe('taken')
    expect(await codeOf(outbound.send('https://rebind.example/'))).toBe('outbound_address_forbidden')
    await names.stop()
  })
})

describe('redirects', () => {
  const to = (url: string, path = '/redirect') => `http://${here()}${path}?to=${encodeURIComponent(url)}`

  test('are followed, each looked at like the first', async () => {
    const answer = await client().send(to('/there'), { headers: { authorization: 'Bearer s' } })
    expect([answer.url, answer.body.toString()]).toEqual([`http://${here()}/there`, 'GET /there'])
    expect(neighbour.seen[1]?.headers).toMatchObject({ authorization: 'Bearer s' })
  })

  test('to another origin carry no secret', async () => {
    await client().send(to(`http://other.corp:${neighbour.port}/`), {
      headers: { Authorization: 'Bearer s', Cookie: 'a=b', 'X-Signature': 's' },
    })
    const headers = Object.keys(neighbour.seen[1]?.headers ?? {})
    expect(headers).not.toContain('authorization')
    expect(headers).not.toContain('cookie')
    expect(headers).not.toContain('x-signature')
  })

  test.each([
    ['inside', 'https://127.0.0.1/', 'outbound_address_forbidden'],
    ['to metadata', 'https://169.254.169.254/', 'outbound_address_forbidden'],
    ['to another scheme', 'file:///etc/passwd', 'outbound_url_refused'],
    ['with a password', 'https://a:b@public.example/', 'outbound_url_refused'],
  ])('%s are refused', async (_, location, code) => {
    expect(await refusalOf(to(location))).toBe(code)
  })

  test('in a circle end', async () => {
    const circle = to('/redirect?to=/redirect%3Fto=/redirect')
    expect(await refusalOf(circle, { redirects: 1 })).toBe('outbound_redirect_refused')
  })

  test('with a body to another origin are refused', async () => {
    const other = to(`http://other.corp:${neighbour.port}/`, '/again')
    expect(await refusalOf(other, { method: 'POST', body: 'secret' })).toBe('outbound_redirect_refused')
    expect(neighbour.seen).toHaveLength(1)
  })

  test('are the answer where they are not followed', async () => {
    expect((await client().send(to('/there'), { redirects: 0 })).status).toBe(302)
  })
})

describe('bounds', () => {
  test.each([
    ['/large', { most: 2_999 }, 'outbound_answer_too_large'],
    ['/large', { most: 3_000 }, 'taken'],
    ['/packed', {}, 'outbound_unreachable'],
    ['/broken', {}, 'outbound_unreachable'],
    ['/silent', { patience: 100 }, 'outbound_too_slow'],
    ['/drops', { patience: 100 }, 'outbound_too_slow'],
  ])('%s with %j: %s', async (path, bounds, verdict) => {
    expect(await refusalOf(`http://${here()}${path}`, bounds)).toBe(verdict)
  })

  test('a name server that never answers is not waited for', async () => {
    const outbound = createOutbound({ allowed: [], resolve: () => new Promise(() => {}) })
    expect(await codeOf(outbound.send('https://public.example/', { patience: 50 }))).toBe('outbound_too_slow')
  })

  test('so many at once, the others in line', async () => {
    let now = 0
    let peak = 0
    const resolve = async () => {
      now += 1
      peak = Math.max(peak, now)
      await new Promise((settle) => setTimeout(settle, 20))
      now -= 1
      return ['127.0.0.1']
    }
    const outbound = client({ resolve, atOnce: 2 })
    const urls = Array.from({ length: 7 }, (_, at) => `http://idp.corp:${neighbour.port}/${at}`)
    const answers = await Promise.all(urls.map((url) => outbound.send(url)))
    expect(answers.map(({ status }) => status)).toEqual(urls.map(() => 201))
    expect(peak).toBe(2)
  })

  test('who tires in line leaves it, and nobody behind waits for them', async () => {
    const outbound = client({ atOnce: 1 })
    const first = codeOf(outbound.send(`http://${here()}/silent`, { patience: 400 }))
    const second = codeOf(outbound.send(`http://${here()}/`, { patience: 50 }))
    const third = codeOf(outbound.send(`http://${here()}/`))
    expect(await Promise.all([first, second, third])).toEqual([
      'outbound_too_slow',
      'outbound_too_slow',
      'taken',
    ])
  })

  test('who asked can stop it', async () => {
    const stop = new AbortController()
    const asked = client().send(`http://${here()}/silent`, { signal: stop.signal })
    stop.abort(new Error('enough'))
    await expect(asked).rejects.toThrow('enough')
  })
})

test('what a caller says of the connection is not passed on', async () => {
  const headers = {
    Host: 'evil.example',
    'Transfer-Encoding': 'chunked',
    Connection: 'upgrade',
    'X-Own': 'a',
  }
  await client().send(`http://${here()}/`, { headers })
  expect(neighbour.seen[0]?.headers).toMatchObject({ host: here(), connection: 'close', 'x-own': 'a' })
  expect(await refusalOf(`http://${here()}/`, { headers: { 'x-own': 'a\r\nx-evil: b' } })).toBe(
    'outbound_unreachable',
  )
  expect(neighbour.seen).toHaveLength(1)
})

describe('TLS', () => {
  const usual = getCACertificates('default')
  afterEach(() => setDefaultCACertificates(usual))

  test.each([
    ['trusted and named so', 'idp.corp', true, 'taken'],
    ['trusted, but of another name', 'other.corp', true, 'outbound_unreachable'],
    ['signed by nobody we know', 'idp.corp', false, 'outbound_unreachable'],
  ])('a certificate that is %s', async (_, name, trusted, verdict) => {
    const pair = makeCertificate({ names: [name], addresses: [] })
    const server = createHttps(pair, (_request, response) => response.end('secret'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    if (trusted) setDefaultCACertificates([...usual, pair.cert])
    const outbound = createOutbound({ allowed: [`127.0.0.1:${port}`], resolve: async () => ['127.0.0.1'] })
    expect(await codeOf(outbound.send(`https://idp.corp:${port}/`))).toBe(verdict)
    server.close()
    server.closeAllConnections()
  })
})

test('libraries call it as they call fetch', async () => {
  const call = asFetch(client())
  const answer = await call(`http://${here()}/token`, {
    method: 'POST',
    headers: { authorization: 'Basic x' },
    body: new URLSearchParams({ code: 'a b' }),
  })
  expect([answer.status, answer.url, await answer.text()]).toEqual([
    201,
    `http://${here()}/token`,
    'POST /token',
  ])
  expect(neighbour.seen[0]).toMatchObject({ body: 'code=a+b', headers: { authorization: 'Basic x' } })
  const manual = await call(`http://${here()}/redirect?to=/there`, { redirect: 'manual' })
  expect([manual.status, manual.headers.get('location')]).toEqual([302, '/there'])
  expect(await codeOf(call('https://169.254.169.254/'))).toBe('outbound_address_forbidden')
})

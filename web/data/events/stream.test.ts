import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { connection } from '../connection.ts'
import { sessionFound, whenSessionLost } from '../request.ts'
import { streamParser } from './parse-stream.ts'
import { followStream } from './stream.ts'

interface Connection {
  readonly since: string | null
  send(text: string): void
  cut(): void
}

const connections: Connection[] = []
/** How the server answers the next tries; where none is left, it streams. */
let answers: (number | 'away' | 'page')[]
let stop = () => {}
let heard: string[]

beforeEach(() => {
  connections.length = 0
  answers = []
  heard = []
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', Object.assign(new EventTarget(), { documentElement: { lang: 'en' } }))
  vi.stubGlobal('fetch', async (_input: string, init: RequestInit) => {
    const answer = answers.shift()
    if (answer === 'away') throw new TypeError('failed to fetch')
    if (answer === 'page') return new Response('<h1>登录</h1>', { headers: { 'content-type': 'text/html' } })
    if (answer !== undefined) return new Response('{}', { status: answer })
    const { readable, writable } = new TransformStream<Uint8Array>()
    const writer = writable.getWriter()
    connections.push({
      since: new Headers(init.headers).get('last-event-id'),
      send: (text) => void writer.write(new TextEncoder().encode(text)),
      cut: () => void writer.close(),
    })
    return new Response(readable, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })
  })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const follow = (since?: string) => {
  stop = followStream(since, {
    onEvent: ({ name, data }) => heard.push(`${name} ${data}`),
    onAlive: () => heard.push('alive'),
    onGap: () => heard.push('gap'),
  })
}
const connected = async (count: number): Promise<Connection> => {
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(5_000)
    expect(connections).toHaveLength(count)
  })
  return connections[count - 1]!
}

test('events arrive whole, however they are cut', () => {
  const events: unknown[] = []
  const parse = streamParser((event) => events.push(event))
  for (const piece of ['retry: 2000\n\neve', 'nt: change\nid: 7\nda', 'ta: {"a":1}\n', '\n: \n\n'])
    parse(piece)
  expect(events).toEqual([{ name: 'change', data: '{"a":1}', id: '7' }])
})

test('a cut stream goes on from the last event', async () => {
  follow()
  const first = await connected(1)
  first.send('event: change\nid: 7\ndata: 1\n\n')
  await vi.waitFor(() => expect(heard).toContain('change 1'))
  first.cut()
  expect((await connected(2)).since).toBe('7')
  expect(heard).not.toContain('gap')
})

test('a server that is away is asked again until it is there', async () => {
  answers = ['away', 503, 502, 'page', 'away']
  follow()
  await connected(1)
  expect(heard).toEqual(['alive'])
})

test('a server that another request finds is followed at once', async () => {
  answers = Array.from({ length: 5 }, () => 'away')
  follow()
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1_000)
    expect(answers).toEqual([])
  })
  await vi.advanceTimersByTimeAsync(0)
  connection.report(true)
  await vi.advanceTimersByTimeAsync(0)
  await vi.waitFor(() => expect(connections).toHaveLength(1))
})

test('a place that the server no longer knows is given up, and the gap is told', async () => {
  answers = [410]
  follow('7')
  expect((await connected(1)).since).toBeNull()
  expect(heard).toEqual(['alive', 'gap'])
})

test('without a session it waits until somebody has signed in', async () => {
  const lost = vi.fn()
  whenSessionLost(lost)
  answers = [401]
  follow()
  await vi.waitFor(() => expect(lost).toHaveBeenCalled())
  await vi.advanceTimersByTimeAsync(60_000)
  expect(connections).toHaveLength(0)
  sessionFound()
  await connected(1)
})

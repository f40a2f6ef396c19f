import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type pg from 'pg'
import { type Kith, openKith } from '#server/kith.ts'
import { createNotifier, createPlatformPool } from '#server/platform/database/index.ts'
import { closeHttpServer, createHttpServer } from '#server/platform/http/index.ts'
import { Shutdown } from '#server/platform/lifecycle/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import { addRooms } from '#server/rooms.ts'
import type { Language } from '#shared/language.ts'
import { createTestDatabase } from './database.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Headers = Readonly<Record<string, string>>

export interface Row {
  readonly id: string
  readonly version: number
  readonly [member: string]: unknown
}

/** The members of all answers together; a test reads those that its route gives. */
interface AnswerBody {
  readonly nextCursor: string | null
  readonly count: number
  readonly hasMore: boolean
  readonly code: string
  readonly detail: string
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly message: string }[]
  readonly current: Row
  readonly [member: string]: unknown
}

export interface Answer {
  readonly status: number
  readonly headers: LightMyRequestResponse['headers']
  readonly text: string
  /** The JSON of the answer. Reading it where there is none fails. */
  readonly body: AnswerBody
  /** `data` of an answer about one thing; reading it from another answer fails with that answer's text. */
  readonly record: Row
  /** `data` of a list. */
  readonly records: readonly Row[]
}

/** Asks below `/api/v1` as somebody. A body is sent as JSON; a text or bytes as they are. */
export interface Client {
  readonly headers: Headers
  send(method: string, path: string, body?: unknown, headers?: Headers): Promise<Answer>
  get(path: string, query?: Readonly<Record<string, string | number>>, headers?: Headers): Promise<Answer>
  post(path: string, body?: unknown, headers?: Headers): Promise<Answer>
  put(path: string, body?: unknown, headers?: Headers): Promise<Answer>
  patch(path: string, body?: unknown, headers?: Headers): Promise<Answer>
  delete(path: string, body?: unknown, headers?: Headers): Promise<Answer>
}

export interface TestServer {
  readonly http: FastifyInstance
  /** Every route that the rooms added, as it was registered. */
  readonly routes: readonly { readonly method: string; readonly url: string }[]
  /** Where it listens: `http://127.0.0.1:PORT`. */
  readonly address: string
  /** Connection URL of its database. */
  readonly databaseUrl: string
  readonly pool: pg.Pool
  readonly kith: Kith
  /** Schema of the workspace that the first run made. */
  readonly schema: string
  /** Lines that were logged at level warn and above, parsed. */
  readonly logged: { readonly level: number; readonly msg: string }[]
  /** The founder, signed in. */
  readonly session: Client
  /** A program with a key of the founder's. */
  readonly key: Client
  /** Nobody. */
  readonly stranger: Client
  client(headers: Headers): Client
  /** A further member, signed in. */
  addMember(name: string, role: 'admin' | 'member'): Promise<Client>
  /** Entries of the change log. */
  countChanges(): Promise<number>
  stop(): Promise<void>
}

export const founder = { name: '王芳', email: 'wang.fang@example.com', password: 'correct horse' }

/** A server as `start` composes it, on a database of its own, after its first run. */
export async function startTestServer(language: Language = 'en'): Promise<TestServer> {
  const database = await createTestDatabase()
  const dataDirectory = mkdtempSync(join(tmpdir(), 'kith-server-'))
  const logged: TestServer['logged'] = []
  const sink = new Writable({
    write: (line, _, done) => {
      logged.push(JSON.parse(String(line)))
      done()
    },
  })
  const log = createLog('warn', sink)
  const shutdown = new Shutdown(log)
  shutdown.add(async () => {
    await database.drop()
    rmSync(dataDirectory, { recursive: true, force: true })
  })
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataDirectory,
    databaseUrl: database.url,
    publicUrl: 'http://kith.test',
    hosts: [],
    tls: undefined,
    trustedProxies: [],
    outboundAllowed: [],
    mail: undefined,
    secret: 'a secret of this test and no other one',
    previousSecret: undefined,
    logLevel: 'warn',
  } as const
  const pool = createPlatformPool(database.url, log)
  shutdown.add(() => pool.end())
  const notifier = await createNotifier({ url: database.url, pool, log })
  shutdown.add(() => notifier.stop())
  const connections = { limit: 24, size: 8 }
  const kith = openKith({ config, log, databaseUrl: database.url, pool, notifier, connections })
  shutdown.add(() => kith.close())
  const http = createHttpServer({ log, checkReady: () => pool.query('select 1') })
  const routes: { method: string; url: string }[] = []
  http.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url })
  })
  await addRooms({ config, log, pool, notifier, kith, http, shutdown })
  shutdown.add(() => closeHttpServer(http, 2_000))
  const address = await http.listen({ port: 0, host: '127.0.0.1' })

  const client = (headers: Headers): Client => createClient(http, headers)
  const stranger = client({})
  const signedIn = (answer: Answer): Client =>
    client({ 'sec-fetch-site': 'same-origin', cookie: cookieOf(answer) })
  const session = signedIn(
    await stranger.post('/auth/first-run', {
      ...founder,
      workspaceName: 'Acme',
      language,
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
    }),
  )
  const { key } = (await session.post('/auth/keys', { name: 'Test' })).body
  // On which day tests run, and in which browser after which program, is news to nobody.
  await session.patch('/settings', { alerts: { outsideHours: false, newDevice: false } })
  const { rows } = await pool.query<{ schema: string }>('select schema_name as schema from kith.workspace')
  const { schema } = rows[0]!
  return {
    http,
    routes,
    address,
    databaseUrl: database.url,
    pool,
    kith,
    schema,
    logged,
    session,
    key: client({ authorization: `Bearer ${key}` }),
    stranger,
    client,
    async addMember(name, role) {
      const email = `${name.toLowerCase()}@example.com`
      const person = { name, email, password: founder.password }
      await session.post('/auth/members', { ...person, role })
      const { password } = person
      return signedIn(await stranger.post('/auth/sign-in', { identifier: email, password }))
    },
    async countChanges() {
      const counted = await pool.query<{ count: number }>(`select count(*)::int from ${schema}._change`)
      return counted.rows[0]!.count
    },
    stop: () => shutdown.run(),
  }
}

function cookieOf({ headers, text }: Answer): string {
  const cookies = [headers['set-cookie'] ?? []].flat().map((line) => line.split(';', 1)[0])
  if (cookies.length === 0) throw new Error(`nobody was signed in: ${text}`)
  return cookies.join('; ')
}

function createClient(http: FastifyInstance, own: Headers): Client {
  const send: Client['send'] = async (method, path, body, headers = {}) => {
    const raw = typeof body === 'string' || Buffer.isBuffer(body)
    const answer = await http.inject({
      method: method as Method,
      url: `/api/v1${path}`,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...own, ...headers },
      ...(body !== undefined && { payload: raw ? body : JSON.stringify(body) }),
    })
    return answerOf(answer.statusCode, answer.headers, answer.body)
  }
  return {
    headers: own,
    send,
    get: (path, query, headers) => send('GET', `${path}${queryText(query)}`, undefined, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    patch: (path, body, headers) => send('PATCH', path, body, headers),
    delete: (path, body, headers) => send('DELETE', path, body, headers),
  }
}

const queryText = (query: Readonly<Record<string, string | number>> = {}): string => {
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return text.size === 0 ? '' : `?${text}`
}

function answerOf(status: number, headers: Answer['headers'], text: string): Answer {
  const parsed = (): AnswerBody => JSON.parse(text)
  const refuse = (wanted: string): never => {
    throw new Error(`${wanted} was expected, but ${status} came: ${text.slice(0, 2_000)}`)
  }
  return {
    status,
    headers,
    text,
    get body() {
      return text === '' ? refuse('JSON') : parsed()
    },
    get record() {
      const { data } = text === '' ? refuse('a record') : (parsed() as { data?: Row })
      return data === undefined || Array.isArray(data) ? refuse('a record') : data
    },
    get records() {
      const { data } = text === '' ? refuse('a list') : (parsed() as { data?: Row[] })
      return Array.isArray(data) ? data : refuse('a list')
    },
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '#server/main.ts'
import type { Config } from '#server/platform/config/index.ts'
import { Shutdown } from '#server/platform/lifecycle/index.ts'
import { createLog } from '#server/platform/log/index.ts'
import type { Language } from '#shared/language.ts'

export const founder = {
  name: '王芳',
  email: 'wang.fang@example.com',
  password: 'correct horse battery',
} as const

export interface Kith {
  /** `http://localhost:PORT`; the host under which the browser knows it. */
  readonly address: string
  stop(): Promise<void>
}

/** The server as `kith start` starts it, on a free port; without a URL on an embedded PostgreSQL of its own. */
export async function startKith(
  databaseUrl: string | undefined,
  more: Partial<Pick<Config, 'publicUrl' | 'outboundAllowed'>> = {},
): Promise<Kith> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'kith-browser-'))
  const log = createLog('fatal')
  const shutdown = new Shutdown(log)
  shutdown.add(() => rmSync(dataDirectory, { recursive: true, force: true }))
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataDirectory,
    databaseUrl,
    publicUrl: 'http://localhost',
    hosts: [],
    tls: undefined,
    trustedProxies: [],
    outboundAllowed: [],
    mail: undefined,
    secret: 'a secret of this test and no other one',
    previousSecret: undefined,
    logLevel: 'fatal',
    ...more,
  } as const
  const [address = ''] = await startServer(config, log, shutdown)
  return { address, stop: () => shutdown.run() }
}

export interface Api {
  /** Sends JSON below `/api/v1` and gives the JSON of the answer. @throws where the answer is no success */
  send<T>(method: string, path: string, body?: unknown): Promise<T>
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown): Promise<T>
  patch<T>(path: string, body: unknown): Promise<T>
}

interface FirstRun {
  readonly language?: Language
  readonly demo?: boolean
}

/** Makes workspace and founder as the welcome page does, without a browser; the API as a program of the founder. */
export async function firstRun(
  kith: Kith,
  { language = 'zh-CN', demo = false }: FirstRun = {},
): Promise<Api> {
  const input = {
    ...founder,
    workspaceName: '青屿科技',
    language,
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    demo,
  }
  const made = await fetch(`${kith.address}/api/v1/auth/first-run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  if (!made.ok) throw new Error(`the first run was refused: ${await made.text()}`)
  const cookie = made.headers.getSetCookie().map((line) => line.split(';', 1)[0])
  const session = apiOf(kith, { cookie: cookie.join('; ') })
  const { key } = await session.post<{ key: string }>('/auth/keys', { name: '自动测试' })
  const api = apiOf(kith, { authorization: `Bearer ${key}` })
  // On which day tests run, and in which browser after which program, is news to nobody.
  await api.patch('/settings', { alerts: { outsideHours: false, newDevice: false } })
  return api
}

export function apiOf(kith: Kith, headers: Readonly<Record<string, string>>): Api {
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${kith.address}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
  return {
    send,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    patch: (path, body) => send('PATCH', path, body),
  }
}

/** Waits until the demo data of the first run are all there. */
export async function demoLoaded(api: Api): Promise<void> {
  let before = -1
  for (;;) {
    const { count } = await api.get<{ count: number }>('/records/task?limit=1&count=exact')
    if (count > 0 && count === before) return
    before = count
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

import 'fake-indexeddb/auto'
import { QueryClient } from '@tanstack/react-query'
import { vi } from 'vitest'
import { currentScope, enterScope } from '../kept/scope.ts'
import type { RecordData, Values } from '../records.ts'
import { displayIn } from './display.ts'
import { Outbox } from './outbox.ts'
import { forgetPending } from './pending.ts'
import { sendEntry } from './send.ts'
import { storeOf } from './store.ts'
import { tabsOf } from './tabs.ts'

/** How the server behaves towards the next request: answers, is away, or carries it out and the answer is lost. */
export type Mood =
  | 'well'
  | 'away'
  | 'answer lost'
  | 'signed out'
  | { readonly status: number; readonly code: string }

export interface Received {
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly ifMatch: string | null
  readonly key: string | null
}

/** A server of companies at the seam of `fetch`: versions, If-Match, Idempotency-Key and the recycle bin as in the API. */
export class FakeServer {
  mood: Mood[] = []
  readonly received: Received[] = []
  readonly records = new Map<string, RecordData>()
  readonly bin = new Map<string, RecordData>()
  /** Every change that took effect. */
  readonly log: string[] = []
  readonly #keys = new Map<string, string>()
  /** While set, requests wait for it. */
  gate: Promise<void> | undefined

  put(record: RecordData): RecordData {
    this.records.set(record.id, record)
    return record
  }

  readonly fetch = async (input: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const path = input.replace('/api/v1', '')
    const method = init.method ?? 'GET'
    this.received.push({
      method,
      path,
      body,
      ifMatch: headers.get('if-match'),
      key: headers.get('idempotency-key'),
    })
    await this.gate
    const mood = this.mood.shift() ?? 'well'
    if (mood === 'away') throw new TypeError('failed to fetch')
    if (mood === 'signed out') return problem(401, 'not_signed_in')
    if (typeof mood === 'object') return problem(mood.status, mood.code)
    const answer = this.#answer(method, path, body, headers)
    if (mood === 'answer lost') throw new TypeError('failed to fetch')
    return answer
  }

  #answer(method: string, path: string, body: unknown, headers: Headers): Response {
    const [, , object = '', id, verb] = new URL(path, 'http://kith.test').pathname.split('/')
    if (method === 'POST' && id === undefined)
      return this.#create(body as RecordData, headers.get('idempotency-key'))
    if (method === 'DELETE') return this.#delete((body as { ids: string[] }).ids)
    if (verb === 'restore') return this.#restore(id!)
    const record = this.records.get(id!)
    if (record === undefined) return problem(404, 'record_missing')
    if (method === 'GET') return json({ data: record })
    const expected = headers.get('if-match')
    if (expected !== null && Number(expected) !== record.version) return problem(409, 'version_conflict')
    this.log.push(`update ${object} ${Object.keys(body as Values).join(',')}`)
    return json({ data: this.put({ ...record, ...(body as Values), version: record.version + 1 }) })
  }

  #create(body: RecordData, key: string | null): Response {
    const made = this.#keys.get(key ?? '')
    if (made !== undefined) return json({ data: this.records.get(made) })
    if (this.records.has(body.id)) return problem(409, 'id_taken')
    if (key !== null) this.#keys.set(key, body.id)
    this.log.push('create')
    return json({ data: this.put({ ...body, version: 1 }) })
  }

  #delete(ids: readonly string[]): Response {
    if (ids.some((id) => !this.records.has(id))) return problem(404, 'record_missing')
    for (const id of ids) {
      this.bin.set(id, this.records.get(id)!)
      this.records.delete(id)
      this.log.push('delete')
    }
    return new Response(null, { status: 204 })
  }

  #restore(id: string): Response {
    const record = this.bin.get(id)
    if (record === undefined) return problem(409, 'not_deleted')
    this.bin.delete(id)
    this.log.push('restore')
    return json({ data: this.put({ ...record, version: record.version + 1 }) })
  }
}

const json = (value: unknown): Response => new Response(JSON.stringify(value), { status: 200 })
const problem = (status: number, code: string): Response =>
  new Response(JSON.stringify({ status, code, detail: code }), { status })

/** A browser without a page: what the outbox needs of one. */
export async function browser(server: FakeServer): Promise<void> {
  const storage = () => {
    const items = new Map<string, string>()
    return {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    }
  }
  vi.stubGlobal('fetch', server.fetch)
  vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } })
  vi.stubGlobal('localStorage', storage())
  vi.stubGlobal('sessionStorage', storage())
  await enterScope({ workspace: crypto.randomUUID(), user: 'me' })
}

export interface Page {
  readonly client: QueryClient
  readonly outbox: Outbox
  close(): void
}

/** A tab of the browser, with what it has in line. */
export async function openTab(): Promise<Page> {
  const scope = currentScope() ?? ''
  const client = new QueryClient()
  const outbox = new Outbox({
    store: storeOf(scope),
    tabs: tabsOf(scope),
    display: displayIn(client),
    send: sendEntry,
    mayAct: () => true,
  })
  await outbox.open()
  return {
    client,
    outbox,
    close: () => {
      outbox.close()
      forgetPending()
      client.clear()
    },
  }
}

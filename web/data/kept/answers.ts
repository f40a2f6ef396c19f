import { hashKey, type QueryKey } from '@tanstack/react-query'
import { catalogueOf, toldOf } from '../objects.ts'
import { viewedAs } from '../view-as.ts'
import { type KeptAnswer, type KeptDatabase, keptDatabase } from './database.ts'
import { currentScope } from './scope.ts'

const week = 7 * 24 * 3600_000
/** Characters of all answers together, and of a single one. */
const most = 20_000_000
const mostOfOne = 2_000_000
/** Pages of a list, from its beginning: all that was scrolled through would be too much, and then nothing was kept. */
const mostPages = 5
/**
 * Milliseconds without another answer after which those that gathered are written down, and how many they wait at the
 * most: a list that is scrolled through grows by the second, and is written down whole.
 */
const [pause, longest] = [1_000, 10_000]

interface Unwritten {
  readonly scope: string
  readonly queryKey: QueryKey
  readonly data: unknown
  readonly at: number
}

/** How data become text and again data, by the first member of the query's key; plain JSON for all others. */
const forms: Readonly<Record<string, { print(data: never): unknown; read(told: never): unknown }>> = {
  catalogue: { print: toldOf, read: catalogueOf },
}

/** What a page of a list was printed as: a list that grows by a page prints that page alone. */
const printed = new WeakMap<object, string>()

const waiting = new Map<string, Unwritten>()
let timer: ReturnType<typeof setTimeout> | undefined
/** When the first of those that wait came. */
let since = 0

/** Keeps an answer for reading without a network: for a week, the newest 20 MB. What is seen with another's eyes is not kept. */
export function keepAnswer(queryKey: QueryKey, data: unknown): void {
  const scope = currentScope()
  if (scope === undefined || viewedAs() !== undefined) return
  waiting.set(hashKey(queryKey), { scope, queryKey, data, at: Date.now() })
  if (timer === undefined) since = Date.now()
  clearTimeout(timer)
  const wait = Math.max(0, Math.min(pause, since + longest - Date.now()))
  timer = setTimeout(() => void writeDown(), wait)
}

/** What was last seen of a query. */
export async function keptAnswer(queryKey: QueryKey): Promise<{ readonly data: unknown } | undefined> {
  const scope = currentScope()
  if (scope === undefined || viewedAs() !== undefined) return undefined
  const hash = hashKey(queryKey)
  const unwritten = waiting.get(hash)
  if (unwritten !== undefined) return { data: unwritten.data }
  const row = await (await keptDatabase())?.get('answers', [scope, hash]).catch(() => undefined)
  if (row === undefined || row.at < Date.now() - week) return undefined
  const told: unknown = JSON.parse(row.text)
  const form = forms[String(queryKey[0])]
  return { data: form === undefined ? told : form.read(told as never) }
}

/** Answers that have not been written down yet belong to nobody any more. */
export function dropUnwritten(): void {
  waiting.clear()
}

async function writeDown(): Promise<void> {
  timer = undefined
  const scope = currentScope()
  const answers = [...waiting].filter(([, answer]) => answer.scope === scope)
  waiting.clear()
  const database = await keptDatabase()
  if (database === undefined) return
  try {
    for (const [hash, answer] of answers) {
      // One at a time, in the pauses of the page: printing a long list takes milliseconds.
      await idle()
      const row = rowOf(hash, answer)
      if (row !== undefined) await database.put('answers', row)
    }
    await makeRoom(database)
  } catch {
    // A full disk keeps what it has: reading with a network needs none of it.
  }
}

function rowOf(hash: string, { scope, queryKey, data, at }: Unwritten): KeptAnswer | undefined {
  const form = forms[String(queryKey[0])]
  const text = isPaged(data)
    ? `{"pages":[${data.pages.slice(0, mostPages).map(textOf).join()}],"pageParams":${JSON.stringify(data.pageParams.slice(0, mostPages))}}`
    : JSON.stringify(form === undefined ? data : form.print(data as never))
  if (text === undefined || text.length > mostOfOne || !isCurrent(scope)) return undefined
  return { scope, hash, text, at, size: text.length }
}

const isPaged = (data: unknown): data is { pages: readonly object[]; pageParams: readonly unknown[] } =>
  typeof data === 'object' && data !== null && 'pages' in data && 'pageParams' in data

/** Pages are never changed: what changes comes as another one. */
function textOf(page: object): string {
  const text = printed.get(page) ?? JSON.stringify(page)
  printed.set(page, text)
  return text
}

const isCurrent = (scope: string): boolean => currentScope() === scope

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 2_000 })
    else setTimeout(resolve)
  })

/** Takes away what is too old or too much, the oldest first. Keys alone are read. */
async function makeRoom(database: KeptDatabase): Promise<void> {
  const transaction = database.transaction('answers', 'readwrite')
  let room = most
  let cursor = await transaction.store.index('byAge').openKeyCursor(null, 'prev')
  while (cursor !== null) {
    const [at, size] = cursor.key
    room -= size
    if (room < 0 || at < Date.now() - week) await transaction.store.delete(cursor.primaryKey)
    cursor = await cursor.continue()
  }
  await transaction.done
}

import type { QueryClient } from '@tanstack/react-query'
import { keys } from '../keys.ts'
import { withPending } from '../outbox/pending.ts'
import { changeCached } from '../record-cache.ts'
import type { RecordData } from '../records.ts'

/** What is read of an entry of the change log. */
interface ChangeEvent {
  readonly object: string
  readonly recordId: string
  readonly version: number
  readonly action: string
  readonly after: Readonly<Record<string, unknown>> | null
  /** Of a link: the record whose list this one entered or left. */
  readonly link?: { readonly object: string }
}

/** Milliseconds in which changes gather before they show, and between two refetches of what shows them. */
const rhythm = { show: 60, ask: 1_000 } as const

/** What became of one record in a burst: what it says now, or that it left. */
interface News {
  /** Version before and after. */
  readonly from: number
  readonly version: number
  readonly values: Readonly<Record<string, unknown>>
  readonly gone: boolean
  /** Whether the values are all that changed. */
  readonly whole: boolean
}

/**
 * Shows what others change. What an event says of a record in view is laid over it at once; lists, whose order and
 * membership only the server knows, are asked for at most once a second, however many changes come.
 */
export function followChanges(client: QueryClient) {
  const news = new Map<string, Map<string, News>>()
  const touched = new Set<string>()
  let showing: ReturnType<typeof setTimeout> | undefined
  let asking: ReturnType<typeof setTimeout> | undefined
  let askedAt = 0

  const show = () => {
    showing = undefined
    for (const [object, records] of news) {
      changeCached(client, object, (record) => updated(object, record, records.get(record.id)))
    }
    news.clear()
    askSoon()
  }
  const askSoon = () => {
    asking ??= setTimeout(ask, Math.max(0, askedAt + rhythm.ask - Date.now()))
  }
  const ask = () => {
    asking = undefined
    askedAt = Date.now()
    for (const object of touched) void client.invalidateQueries({ queryKey: keys.object(object) })
    touched.clear()
  }
  return {
    note(event: unknown): void {
      if (!isChange(event)) return
      touched.add(event.object)
      if (event.link !== undefined) touched.add(event.link.object)
      const records = news.get(event.object) ?? new Map<string, News>()
      news.set(event.object, records)
      records.set(event.recordId, merged(records.get(event.recordId), event))
      if (showing === undefined) showing = setTimeout(show, rhythm.show)
    },
    /** Records of the object came into a pool, changed there or left: of which, nothing is told. */
    notePool(event: unknown): void {
      const { object } = event as { readonly object: string }
      touched.add(object)
      askSoon()
    },
    /** What was missed is unknown: everything in view is asked for again. */
    noteGap(): void {
      void client.invalidateQueries({ queryKey: ['records'] })
    },
    stop(): void {
      clearTimeout(showing)
      clearTimeout(asking)
    },
  }
}

function merged(before: News | undefined, { action, version, after }: ChangeEvent): News {
  return {
    from: before?.from ?? version - 1,
    version,
    values: { ...before?.values, ...(action === 'update' && after) },
    gone: action === 'delete' || (before?.gone === true && action !== 'restore'),
    whole: before?.whole !== false && action === 'update' && after !== null,
  }
}

function updated(object: string, record: RecordData, news: News | undefined): RecordData | undefined {
  if (news === undefined) return record
  if (news.gone) return undefined
  if (record.version >= news.version) return record
  const told = Object.entries(news.values).filter(([wire]) => toldInFull(record, wire))
  // The version says what the person has seen: it moves on with all that changed, or stays.
  const all = news.whole && told.length === Object.keys(news.values).length && record.version >= news.from
  const shown = { ...record, ...Object.fromEntries(told), ...(all && { version: news.version }) }
  return withPending(object, shown)
}

/** Not of a relation, whose other record stands beside it under another name, nor of what the list does not ask for. */
const toldInFull = (record: RecordData, wire: string): boolean =>
  wire in record && !(wire.endsWith('Id') && wire.slice(0, -2) in record)

function isChange(event: unknown): event is ChangeEvent {
  return (
    typeof event === 'object' &&
    event !== null &&
    'object' in event &&
    typeof event.object === 'string' &&
    'recordId' in event &&
    typeof event.recordId === 'string' &&
    'version' in event &&
    typeof event.version === 'number'
  )
}

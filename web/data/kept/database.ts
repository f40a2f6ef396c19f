import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Entry } from '../outbox/entry.ts'

/** An answer as it was seen, to be read again without a network. */
export interface KeptAnswer {
  readonly scope: string
  /** Hash of the query's key. */
  readonly hash: string
  /** JSON of the data. */
  readonly text: string
  /** Unix milliseconds at which the server gave it. */
  readonly at: number
  /** Characters of the text: what it counts for. */
  readonly size: number
}

/** What a browser keeps; every row names the scope (whose it is). */
interface KeptSchema extends DBSchema {
  readonly outbox: { readonly key: [scope: string, id: string]; readonly value: Entry & { scope: string } }
  readonly answers: {
    readonly key: [scope: string, hash: string]
    readonly value: KeptAnswer
    /** Told by key alone, so that nothing needs to be read to know what goes. */
    readonly indexes: { readonly byAge: [at: number, size: number] }
  }
}

export type KeptDatabase = IDBPDatabase<KeptSchema>

let opening: Promise<KeptDatabase | undefined> | undefined

/** The browser's database; undefined where it lends none (a private window): then nothing outlives the page. */
export function keptDatabase(): Promise<KeptDatabase | undefined> {
  opening ??= openDB<KeptSchema>('kith', 1, {
    upgrade(database) {
      database.createObjectStore('outbox', { keyPath: ['scope', 'id'] })
      const answers = database.createObjectStore('answers', { keyPath: ['scope', 'hash'] })
      answers.createIndex('byAge', ['at', 'size'])
    },
    // A later version of Kith in another tab may take it over.
    blocking: (_old, _next, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      opening = undefined
    },
    terminated: () => {
      opening = undefined
    },
  }).catch(() => undefined)
  return opening
}

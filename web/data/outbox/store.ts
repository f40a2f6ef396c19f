import { keptDatabase } from '../kept/database.ts'
import type { Entry } from './entry.ts'

/** Where entries outlive the page. */
export interface EntryStore {
  all(): Promise<readonly Entry[]>
  put(entries: readonly Entry[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
}

/** Ids of all entries that the browser's database holds, whosever they are. */
export async function keptEntryIds(): Promise<readonly string[]> {
  const known = await (await keptDatabase())?.getAllKeys('outbox').catch(() => [])
  return (known ?? []).map(([, id]) => id)
}

/**
 * The entries of one scope in the browser's database. Where it takes nothing (full, or a private window), they are
 * kept for as long as the page is open.
 */
export function storeOf(scope: string): EntryStore {
  const here = new Map<string, Entry>()
  return {
    async all() {
      const database = await keptDatabase()
      const rows = await database
        ?.getAll('outbox', IDBKeyRange.bound([scope], [scope, []]))
        .catch(() => undefined)
      const entries = (rows ?? []).map(({ scope: _scope, ...entry }): Entry => entry)
      return [...entries, ...here.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    async put(entries) {
      try {
        const database = await keptDatabase()
        if (database === undefined) throw new Error('no database')
        const transaction = database.transaction('outbox', 'readwrite')
        const puts = entries.map((entry) => transaction.store.put({ ...entry, scope }))
        // A page that is being left hears of nothing more, and what then waits for it would be rolled back.
        transaction.commit()
        await Promise.all([...puts, transaction.done])
        for (const { id } of entries) here.delete(id)
      } catch {
        for (const entry of entries) here.set(entry.id, entry)
      }
    },
    async remove(ids) {
      for (const id of ids) here.delete(id)
      const database = await keptDatabase()
      if (database === undefined) return
      const transaction = database.transaction('outbox', 'readwrite')
      await Promise.all([...ids.map((id) => transaction.store.delete([scope, id])), transaction.done]).catch(
        () => {},
      )
    },
  }
}

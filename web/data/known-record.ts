import type { QueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { isRecord } from './record-shapes.ts'
import type { RecordData } from './records.ts'

/** What the cache holds of a record, wherever it stands: on its page, in a list, on a board. Not all of its fields need be there. */
export function knownRecord(client: QueryClient, object: string, id: string): RecordData | undefined {
  for (const [, data] of client.getQueriesData({ queryKey: keys.object(object) })) {
    const found = recordIn(data, id)
    if (found !== undefined) return found
  }
  return undefined
}

/** The record among those of an answer of any shape: pages of a list, a board's column, one record. */
function recordIn(data: unknown, id: string): RecordData | undefined {
  if (isRecord(data)) return data.id === id ? data : undefined
  if (typeof data !== 'object' || data === null) return undefined
  const parts = 'pages' in data ? data.pages : 'data' in data ? data.data : undefined
  if (!Array.isArray(parts)) return undefined
  for (const part of parts) {
    const found = recordIn(part, id)
    if (found !== undefined) return found
  }
  return undefined
}

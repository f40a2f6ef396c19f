import { useQuery } from '@tanstack/react-query'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { changesOf, keys, type RecordChange, type RecordData, useLocale } from '#web/data/index.ts'
import { stageDays } from './stage-days.ts'

/** Further back the history is not read. */
const mostPages = 4

async function historyOf(object: string, id: string): Promise<readonly RecordChange[]> {
  const changes: RecordChange[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const { data, nextCursor } = await changesOf(object, id, cursor)
    changes.push(...data)
    if (!nextCursor) break
    cursor = nextCursor
  }
  return changes
}

/** Days that a record spent at each of its steps, by wire value; empty until they are known. */
export function useStageDays(
  object: CatalogueObject,
  record: RecordData,
  field: Field,
): ReadonlyMap<string, number> {
  const { now } = useLocale()
  const history = useQuery({
    queryKey: [...keys.changes(object.name, record.id), 'stages'],
    queryFn: () => historyOf(object.name, record.id),
  })
  const current = record[field.wire]
  if (history.data === undefined || typeof current !== 'string') return new Map()
  return stageDays(history.data, field, current, String(record.createdAt), now)
}

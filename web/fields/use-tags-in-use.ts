import { useQuery } from '@tanstack/react-query'
import type { Field } from '#shared/metadata/catalogue.ts'
import { keys, listRecords, useCatalogue } from '#web/data/index.ts'
import { textsOf } from './option.tsx'

/** Tags stand on many records: those of the latest ones say enough. */
const looked = 300

/** The tags of a field that records bear already, the most frequent first. */
export function useTagsInUse(object: string, field: Field): readonly string[] {
  const known = useCatalogue().find(object)?.fieldByName.has(field.name) === true
  const query = {
    filter: `not isBlank(${field.name})`,
    sort: '-updatedAt',
    fields: [field.name],
    limit: looked,
  }
  const { data } = useQuery({
    queryKey: keys.list(object, query),
    queryFn: ({ signal }) => listRecords(object, query, signal),
    enabled: known,
    staleTime: 60_000,
  })
  const counts = new Map<string, number>()
  for (const record of data?.data ?? [])
    for (const text of textsOf(record[field.wire])) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text)
}

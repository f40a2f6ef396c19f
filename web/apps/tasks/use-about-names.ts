import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { keys, listRecords, useCatalogue } from '#web/data/index.ts'
import type { Reference } from '#web/fields/reference.ts'
import { titleOf } from '#web/fields/use-found.ts'

const most = 60
const none: ReadonlyMap<string, string> = new Map()

/**
 * Names of records of any objects by id, asked for many at a time. What cannot be read has an empty name.
 * @param references those in view
 */
export function useAboutNames(references: readonly Reference[]): ReadonlyMap<string, string> {
  const client = useQueryClient()
  const catalogue = useCatalogue()
  const [names, setNames] = useState(none)
  const missing = references.filter(({ id }) => !names.has(id))
  const signature = missing.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature tells which are missing
  useEffect(() => {
    if (missing.length === 0) return
    let over = false
    for (const [name, those] of Map.groupBy(missing.slice(0, most), ({ object }) => object)) {
      const object = catalogue.find(name)
      if (object === undefined) continue
      const ids = [...new Set(those.map(({ id }) => id))]
      const query = {
        filter: `id in (${ids.map((id) => `"${id}"`).join(', ')})`,
        fields: [object.titleField.wire],
        limit: most,
      }
      const asked = client.fetchQuery({
        queryKey: keys.list(name, query),
        queryFn: () => listRecords(name, query),
        staleTime: 60_000,
      })
      asked.then(
        ({ data }) => {
          if (over) return
          const found = new Map(data.map((record) => [record.id, titleOf(object, record)]))
          setNames((old) => new Map([...old, ...ids.map((id) => [id, found.get(id) ?? ''] as const)]))
        },
        // The rows stand without these names; the next ones in view ask again.
        () => {},
      )
    }
    return () => {
      over = true
    }
  }, [signature, catalogue, client])
  return names
}

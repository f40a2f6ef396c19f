import { useQueries } from '@tanstack/react-query'
import { quote } from '#shared/expression/print.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { keys, listRecords, type RecordData, useCatalogue } from '#web/data/index.ts'
import { type Star, useStars } from '#web/data/use-stars.ts'

export interface Starred {
  readonly star: Star
  /** Undefined where the object is gone. */
  readonly object: CatalogueObject | undefined
  /** Undefined until it has come, null where it was deleted or is not to be seen. */
  readonly record: RecordData | null | undefined
}

/** The starred records as they are now, the newest star first. */
export function useStarred(): readonly Starred[] {
  const catalogue = useCatalogue()
  const { stars } = useStars()
  const objects = [...new Set(stars.map(({ object }) => object))].flatMap(
    (name) => catalogue.find(name) ?? [],
  )
  const answers = useQueries({
    queries: objects.map((object) => {
      const ids = stars.filter((star) => star.object === object.name).map(({ id }) => quote(id))
      const query = {
        filter: `id in (${ids.join(', ')})`,
        fields: [object.titleField.wire, 'updatedAt'],
        limit: ids.length,
      }
      return {
        queryKey: keys.list(object.name, query),
        queryFn: ({ signal }: { signal: AbortSignal }) => listRecords(object.name, query, signal),
      }
    }),
  })
  return stars.map((star) => {
    const index = objects.findIndex(({ name }) => name === star.object)
    const found = answers[index]?.data?.data
    return {
      star,
      object: objects[index],
      record:
        index < 0 ? null : found === undefined ? undefined : (found.find(({ id }) => id === star.id) ?? null),
    }
  })
}

import { quote } from '#shared/expression/index.ts'
import type { Label } from '#shared/language.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { useRecordList } from '#web/data/index.ts'
import { includesOf, listedFields } from '../list/columns.ts'

/** A list of records that point at this one. */
export interface Related {
  readonly key: string
  readonly object: CatalogueObject
  readonly field: Field
  readonly label: Label
}

/** The related lists of an object; what Kith keeps for itself is left out. */
export function relatedLists(catalogue: Catalogue, object: CatalogueObject): readonly Related[] {
  return object.inverses.flatMap(({ object: name, field }) => {
    const other = catalogue.find(name)
    if (other === undefined || other.app === 'system') return []
    const label = field.inverseLabel ?? other.pluralLabel ?? other.label
    return [{ key: `${name}.${field.name}`, object: other, field, label }]
  })
}

export const relatedFilter = (related: Related, id: string): string =>
  `${related.field.wire} in (${quote(id)})`

/** The first records of a related list, newest first, and how many there are. */
export function useRelated(related: Related, id: string, limit: number) {
  const query = useRecordList(related.object.name, {
    filter: relatedFilter(related, id),
    sort: '-createdAt',
    include: includesOf(listedFields(related.object)),
    limit,
    count: 'estimate',
  })
  const [page] = query.data?.pages ?? []
  return { ...query, rows: page?.data, count: page?.count }
}

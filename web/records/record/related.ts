import { quote } from '#shared/expression/print.ts'
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

interface RelatedLists {
  /** What is said and done about records of any kind: activities, tasks. */
  readonly about: readonly Related[]
  /** Records of which a relation leads here: the contacts and deals of a company. */
  readonly pointing: readonly Related[]
}

/** What Kith keeps for itself, and what is set up once, is the subject of no activity. */
const beside: ReadonlySet<string | undefined> = new Set(['system', 'settings'])

/** The related lists of an object; what Kith keeps for itself is left out. */
export function relatedLists(catalogue: Catalogue, object: CatalogueObject): RelatedLists {
  const pointing = object.inverses.flatMap(({ object: name, field }) => {
    const other = catalogue.find(name)
    if (other === undefined || other.app === 'system') return []
    const label = field.inverseLabel ?? other.pluralLabel ?? other.label
    return [{ key: `${name}.${field.name}`, object: other, field, label }]
  })
  const about = beside.has(object.app)
    ? []
    : catalogue.objects.flatMap((other) => {
        const field = other.fields.find((one) => one.type === 'anyRecord')
        if (field === undefined || other.name === object.name) return []
        const label = other.pluralLabel ?? other.label
        return [{ key: `${other.name}.${field.name}`, object: other, field, label }]
      })
  // What happened stands before what is to be done.
  return { about: about.toSorted((a, b) => Number(isOfThePast(b)) - Number(isOfThePast(a))), pointing }
}

export const relatedFilter = ({ field }: Related, id: string): string =>
  field.type === 'anyRecord' ? `contains(${field.name}, ${quote(id)})` : `${field.wire} in (${quote(id)})`

/** What a new record of the list begins with, so that it belongs to this one. */
export function relatedValues({ field }: Related, object: string, id: string): Record<string, unknown> {
  if (field.type !== 'anyRecord') return { [field.wire]: id }
  return { [field.wire]: field.multiple === true ? [{ object, id }] : { object, id } }
}

/** The moment at which something happened: it is now unless one says otherwise. */
const momentOf = ({ fields }: CatalogueObject): Field | undefined =>
  fields.find(
    ({ type, default: value }) =>
      type === 'dateTime' && typeof value === 'object' && value !== null && 'expression' in value,
  )

const isOfThePast = ({ object }: Related): boolean => momentOf(object) !== undefined

/** Newest first: by when it happened where the object says so, else by when it was written down. */
const sortOf = (object: CatalogueObject): string => `-${momentOf(object)?.name ?? 'createdAt'}`

/** The first records of a related list, newest first, and how many there are. */
export function useRelated(related: Related, id: string, limit: number) {
  const query = useRecordList(related.object.name, {
    filter: relatedFilter(related, id),
    sort: sortOf(related.object),
    include: includesOf(listedFields(related.object)),
    limit,
    count: 'estimate',
  })
  const [page] = query.data?.pages ?? []
  return { ...query, rows: page?.data, count: page?.count }
}

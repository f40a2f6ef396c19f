import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { listedFields } from '../list/columns.ts'

/** Which fields make the head of a record page. */
export interface IdentityFields {
  readonly status: Field | undefined
  readonly tags: readonly Field[]
  /** Stand in one quiet line below the title. */
  readonly facts: readonly Field[]
  readonly figures: readonly Field[]
}

const mostFigures = 6
const mostFacts = 4
const figureTypes = new Set(['money', 'number', 'percent', 'rating', 'date', 'dateTime'])
const factTypes = new Set(['url', 'select', 'relation', 'phone', 'email', 'text'])

export function identityFields(object: CatalogueObject): IdentityFields {
  const own = object.fields.filter((field) => !field.system)
  const status = own.find((field) => field.name === 'status' && field.type === 'select')
  const tags = own.filter(
    (field) =>
      field.type === 'tags' ||
      (field.type === 'select' && ['level', 'priority', 'rating'].includes(field.name)),
  )
  const shown = new Set([status, ...tags])
  const listed = listedFields(object)
  const facts = listed.filter(
    (field) => factTypes.has(field.type) && !shown.has(field) && field.to !== 'stage',
  )
  return {
    status,
    tags,
    facts: facts.slice(0, mostFacts),
    figures: listed.filter((field) => !field.system && figureTypes.has(field.type)).slice(0, mostFigures),
  }
}

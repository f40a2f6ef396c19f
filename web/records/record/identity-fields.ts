import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { listedFields } from '../list/columns.ts'

/** Which fields make the head of a record page. */
interface IdentityFields {
  readonly status: Field | undefined
  readonly tags: readonly Field[]
  /** Stand in one quiet line below the title. */
  readonly facts: readonly Field[]
  /** What can be measured, the weightiest first. */
  readonly figures: readonly Field[]
}

const mostFacts = 4
const mostTags = 3
const figureTypes = ['money', 'percent', 'number', 'rating', 'date', 'dateTime']
const factTypes = new Set(['url', 'select', 'relation', 'phone', 'email', 'text', 'anyRecord'])
const tagNames: ReadonlySet<string> = new Set(['level', 'priority', 'rating', 'kind'])

export function identityFields(object: CatalogueObject): IdentityFields {
  const own = object.fields.filter((field) => !field.system)
  const status = own.find((field) => field.name === 'status' && field.type === 'select')
  const tags = own.filter(
    (field) => field.type === 'tags' || (field.type === 'select' && tagNames.has(field.name)),
  )
  const shown = new Set([status, ...tags])
  const facts = listedFields(object).filter(
    (field) => factTypes.has(field.type) && !shown.has(field) && field.to !== 'stage',
  )
  return {
    status,
    tags: tags.slice(0, mostTags),
    facts: facts.slice(0, mostFacts),
    figures: own
      .filter((field) => figureTypes.includes(field.type))
      .toSorted((a, b) => figureTypes.indexOf(a.type) - figureTypes.indexOf(b.type)),
  }
}

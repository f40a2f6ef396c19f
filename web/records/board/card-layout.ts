import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { listedFields } from '../list/columns.ts'
import { type Signs, signsOf } from './risk.ts'

/** What stands where on a card, below its title. */
export interface CardLayout {
  /** Whom it is about: a relation beneath the title. */
  readonly about: Field | undefined
  readonly figure: Field | undefined
  readonly date: Field | undefined
  readonly tags: Field | undefined
  /** Further chosen fields, one line each with its label. */
  readonly lines: readonly Field[]
  /** What is to be done next, in words. */
  readonly next: Field | undefined
  readonly person: Field | undefined
  readonly signs: Signs
}

const figures = new Set(['money', 'number', 'percent', 'rating'])
const dates = new Set(['date', 'dateTime'])
const lists = new Set(['tags', 'multiSelect'])

/**
 * Finds the places of the chosen fields, or of those that the object's list shows.
 * @param by field of the columns: a card need not repeat it
 */
export function layOutCard(
  object: CatalogueObject,
  by: string,
  sum: string | undefined,
  chosen: readonly string[] | undefined,
): CardLayout {
  const signs = signsOf(object)
  const explicit = chosen
    ?.map((name) => object.fieldByName.get(name))
    .filter((field) => field !== undefined && field.name !== object.title)
    .filter((field) => field !== undefined)
  const fields = explicit ?? [...listedFields(object), ...object.fields].filter((field) => field.name !== by)
  const own =
    explicit === undefined ? fields.filter((field) => !field.system || field.name === 'owner') : fields
  const taken = new Set<Field>()
  const take = (fits: (field: Field) => boolean) => {
    const field = own.find((one) => !taken.has(one) && fits(one))
    if (field !== undefined) taken.add(field)
    return field
  }
  const listed = new Set(listedFields(object))
  const usual = (field: Field) => explicit !== undefined || listed.has(field)
  const next = take((field) => field.name === 'nextStep' && field.type === 'text')
  const figure =
    take((field) => field.name === sum) ??
    take((field) => field.type === 'money' && usual(field)) ??
    take((field) => figures.has(field.type) && explicit !== undefined)
  const date =
    take((field) => field === signs.deadline) ?? take((field) => dates.has(field.type) && usual(field))
  const about = take((field) => (field.type === 'relation' || field.type === 'anyRecord') && usual(field))
  const person =
    take((field) => field.type === 'user' && field.name !== 'owner' && usual(field)) ??
    take((field) => field.type === 'user')
  const tags = take((field) => lists.has(field.type))
  const lines = explicit === undefined ? [] : explicit.filter((field) => !taken.has(field))
  return { about, figure, date, tags, lines, next, person, signs }
}

/** Fields with which cards are read for this layout. */
export const cardFields = ({ signs, lines, ...places }: CardLayout): readonly Field[] =>
  [...Object.values(places), ...lines, ...Object.values(signs)].filter((field) => field !== undefined)

import type { Field } from '#shared/metadata/catalogue.ts'

/** Where the listed fields stand on a card: two below the title, a figure and a date at its end. */
export interface CardFields {
  readonly below: readonly Field[]
  readonly figure: Field | undefined
  readonly date: Field | undefined
}

const figures = new Set(['money', 'number', 'percent', 'rating'])
const dates = new Set(['date', 'dateTime'])
const short = new Set(['select', 'user', 'relation', 'tags', 'text', 'phone'])
const rank = ['select', 'relation', 'text', 'phone', 'user', 'tags']

/** `fields`: the listed ones, the title first. */
export function cardFields(fields: readonly Field[]): CardFields {
  const [, ...rest] = fields
  const below = rest
    .filter((field) => short.has(field.type))
    .sort((a, b) => rank.indexOf(a.type) - rank.indexOf(b.type))
    .slice(0, 2)
  return {
    below,
    figure: rest.find((field) => field.type === 'money') ?? rest.find((field) => figures.has(field.type)),
    date: rest.find((field) => dates.has(field.type)),
  }
}

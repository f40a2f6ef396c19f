/** A record of any object: the wire value of `anyRecord`, one or a list of them. */
export interface Reference {
  readonly object: string
  readonly id: string
}

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' &&
  value !== null &&
  'object' in value &&
  typeof value.object === 'string' &&
  'id' in value &&
  typeof value.id === 'string'

export const referencesOf = (value: unknown): readonly Reference[] =>
  (Array.isArray(value) ? value : [value]).filter(isReference)

export const sameReference = (a: Reference, b: Reference): boolean => a.object === b.object && a.id === b.id

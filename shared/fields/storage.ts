import type { FieldType, FieldTypeName } from './field-type.ts'
import { storedFieldTypes } from './stored-field-types.ts'

/** What the name of the column ends with that holds the keyed digest of an encrypted value. */
const digestSuffix = '_digest'

/** Column of the keyed digest of an encrypted field's value: equal for equal values. */
export const digestColumn = (fieldKey: string): string => `_${fieldKey}${digestSuffix}`

type Storage = Pick<FieldType, 'column' | 'kind' | 'sortable'> & {
  /** A further column, `_KEY` and this suffix, with its SQL type. */
  readonly derived?: Pick<NonNullable<FieldType['derived']>, 'suffix' | 'column'>
}

/**
 * How the values of a field are kept: as its type says; encrypted, as a sealed text beside a keyed digest, of which nothing
 * can be asked but whether two are equal.
 */
export function storageOf({
  type,
  encrypted,
}: {
  readonly type: FieldTypeName
  readonly encrypted?: boolean
}): Storage {
  const { kind, ...plain } = storedFieldTypes[type]
  if (encrypted !== true) return { kind, ...plain }
  return { kind, column: 'text', sortable: false, derived: { suffix: digestSuffix, column: 'text' } }
}

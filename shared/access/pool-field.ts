import type { FieldTypeName } from '#shared/fields/field-type.ts'

/** Types whose values lead to other records or files, which a pool does not open. */
const leading: ReadonlySet<FieldTypeName> = new Set(['user', 'relation', 'relations', 'anyRecord', 'file'])

/** Whether a pool can show fields of a type to its members. */
export const poolShows = (type: FieldTypeName): boolean => !leading.has(type)

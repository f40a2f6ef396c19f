import type { ColumnMapping, ColumnProposal, ImportMapping } from '#shared/imports/contract.ts'
import type { CatalogueObject, Field } from '#shared/metadata/catalogue.ts'

/** One use of a column: `mapping` is undefined where the column is left out. */
export interface Use {
  readonly column: string
  readonly mapping: ColumnMapping | undefined
}

export function draftOf(columns: readonly ColumnProposal[]): Use[] {
  return columns.flatMap(({ column, mappings }): Use[] =>
    mappings.length === 0
      ? [{ column, mapping: undefined }]
      : mappings.map((mapping) => ({ column, mapping })),
  )
}

export const mappingOf = (uses: readonly Use[], match: readonly string[]): ImportMapping => {
  const columns = uses.flatMap(({ mapping }) => (mapping === undefined ? [] : [mapping]))
  return { columns, match: match.filter((name) => columns.some(({ field }) => field === name)) }
}

/** A column's first mapping to a field that was chosen by hand; what was proposed for the field is taken over. */
export function mappingTo(field: Field, proposal: ColumnProposal): ColumnMapping {
  const proposed = proposal.mappings.find((mapping) => mapping.field === field.name)
  return proposed ?? { column: proposal.column, field: field.name }
}

export const isDate = (field: Field) => field.type === 'date' || field.type === 'dateTime'
export const isAmount = (field: Field) => field.type === 'number' || field.type === 'money'
export const isRelation = (field: Field) =>
  field.type === 'relation' || field.type === 'relations' || field.type === 'user'

/** Fields a file may fill. */
export const targetsOf = (object: CatalogueObject): readonly Field[] =>
  object.fields.filter((field) => field.writable && field.type !== 'anyRecord' && field.type !== 'file')

/** Fields by which an existing record may be recognised. */
export const keysOf = (object: CatalogueObject, uses: readonly Use[]): readonly Field[] =>
  targetsOf(object).filter(
    (field) =>
      (field.unique === true || field.name === object.title || field.type === 'email') &&
      uses.some(({ mapping }) => mapping?.field === field.name),
  )

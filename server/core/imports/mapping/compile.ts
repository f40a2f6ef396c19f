import { AppError, type Issue, invalidInput } from '#shared/errors.ts'
import type { ColumnMapping, ImportMapping } from '#shared/imports/contract.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { nearest } from '#shared/nearest.ts'

/** A relation whose text is a name: which object holds it, and in which of its fields. */
export interface Target {
  readonly object: CatalogueObject
  readonly by: Field
}

export interface CompiledColumn {
  readonly index: number
  readonly field: Field
  readonly mapping: ColumnMapping
  /** Where the text is looked up; undefined for plain values. */
  readonly target: Target | undefined
}

export interface CompiledMapping {
  readonly object: CatalogueObject
  readonly columns: readonly CompiledColumn[]
  /** Relations to the object itself: resolved when all rows of the file are there. */
  readonly selfColumns: readonly CompiledColumn[]
  readonly match: readonly Field[]
}

const addressParts = ['country', 'province', 'city', 'district', 'street', 'postalCode']

/**
 * Checks a mapping against file and metadata, all of it before it complains.
 * @throws AppError with an issue for each wrong column, field or setting
 */
export function compileMapping(
  catalogue: Catalogue,
  objectName: string,
  fileColumns: readonly string[],
  mapping: ImportMapping,
): CompiledMapping {
  const object = catalogue.object(objectName)
  const issues: Issue[] = []
  const columns: CompiledColumn[] = []
  const takenBy = new Map<string, string>()
  for (const [at, each] of mapping.columns.entries()) {
    const path = `/mapping/columns/${at}`
    const index = fileColumns.indexOf(each.column)
    if (index < 0)
      issues.push(issue(`${path}/column`, 'unknown_column', each.column, nearest(each.column, fileColumns)))
    const field = object.fieldByName.get(each.field) ?? object.fieldByWire.get(each.field)
    if (field === undefined) {
      issues.push({
        path: `${path}/field`,
        code: 'unknown_field',
        parameters: {
          object: object.name,
          name: each.field,
          suggestion: nearest(each.field, object.fieldByName.keys()),
        },
      })
      continue
    }
    if (!field.writable)
      issues.push({ path: `${path}/field`, code: 'read_only_field', parameters: { name: field.name } })
    const taken = `${field.name}.${each.part ?? ''}`
    const first = takenBy.get(taken)
    if (first !== undefined)
      issues.push({
        path: `${path}/field`,
        code: 'column_target_twice',
        parameters: { first, second: each.column, name: field.name },
      })
    takenBy.set(taken, each.column)
    if (each.part !== undefined && !addressParts.includes(each.part))
      issues.push({ path: `${path}/part`, code: 'invalid_address', parameters: { member: each.part } })
    if (each.factor !== undefined && !/^\d{1,12}(\.\d{1,12})?$/.test(each.factor))
      issues.push({ path: `${path}/factor`, code: 'invalid_number' })
    columns.push({ index, field, mapping: each, target: targetOf(catalogue, field, each, path, issues) })
  }
  const match = mapping.match.map((name, at) => {
    const found = columns.find(({ field }) => field.name === name || field.wire === name)
    if (found === undefined)
      issues.push({ path: `/mapping/match/${at}`, code: 'match_not_mapped', parameters: { name } })
    return found?.field
  })
  if (columns.length === 0 && issues.length === 0) throw new AppError('mapping_empty')
  if (issues.length > 0) throw invalidInput(issues)
  const isSelf = ({ target, field }: CompiledColumn) =>
    target?.object.name === object.name && field.type !== 'relations'
  return {
    object,
    columns: columns.filter((column) => !isSelf(column)),
    selfColumns: columns.filter(isSelf),
    match: match.filter((field) => field !== undefined),
  }
}

const issue = (path: string, code: 'unknown_column', name: string, suggestion: string): Issue => ({
  path,
  code,
  parameters: { name, suggestion },
})

function targetOf(
  catalogue: Catalogue,
  field: Field,
  { by }: ColumnMapping,
  path: string,
  issues: Issue[],
): Target | undefined {
  if (field.type !== 'relation' && field.type !== 'relations' && field.type !== 'user') return undefined
  const object = catalogue.object(field.to ?? 'user')
  const named = by === undefined ? object.titleField : object.fieldByName.get(by)
  if (named === undefined) {
    issues.push({
      path: `${path}/by`,
      code: 'unknown_field',
      parameters: {
        object: object.name,
        name: by ?? '',
        suggestion: nearest(by ?? '', object.fieldByName.keys()),
      },
    })
    return undefined
  }
  return { object, by: named }
}

import type { Locale } from '#shared/fields/field-type.ts'
import { fold } from '#shared/imports/fold.ts'
import type { CompiledColumn, CompiledMapping } from '../mapping/compile.ts'
import { readCell } from '../mapping/read-cell.ts'
import type { SourceRow } from '../reading/index.ts'
import type { Found } from './lookup.ts'
import type { KeptIssue } from './row-issue.ts'

export interface FuzzyUse {
  readonly column: string
  readonly text: string
  readonly matched: string
}

export interface ReadRow {
  readonly row: SourceRow
  /** Members by wire name; blank cells are left out, so that an update does not empty a field. */
  readonly values: Readonly<Record<string, unknown>>
  readonly issues: readonly KeptIssue[]
  readonly fuzzy: readonly FuzzyUse[]
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** The text that stands for a cell: corrected by the mapping's values, '' where it is empty. */
export function cellText({ index, mapping }: CompiledColumn, row: SourceRow): string {
  const text = row.cells[index] ?? ''
  if (text === '' || mapping.values === undefined) return text
  const exact = mapping.values[text]
  if (exact !== undefined) return exact
  const folded = fold(text)
  return Object.entries(mapping.values).find(([from]) => fold(from) === folded)?.[1] ?? text
}

/** The names that a cell of a relation holds: several in a `relations` field. */
export function namesIn(column: CompiledColumn, row: SourceRow): string[] {
  const text = cellText(column, row)
  if (text === '') return []
  const parts = column.field.type === 'relations' ? text.split(/[,，;；、\n]/) : [text]
  return parts.map((part) => part.trim()).filter((part) => part !== '' && !uuid.test(part))
}

/** One row of the file as the doors take it. `find` answers for all names of its relations. */
export function readRow(
  { columns }: Pick<CompiledMapping, 'columns'>,
  row: SourceRow,
  locale: Locale,
  find: (column: CompiledColumn, text: string) => Found,
): ReadRow {
  const values: Record<string, unknown> = {}
  const issues: KeptIssue[] = []
  const fuzzy: FuzzyUse[] = []
  const currencyColumn = columns.find(({ field }) => field.name === 'currency')
  const currency = currencyColumn === undefined ? '' : cellText(currencyColumn, row).toUpperCase()
  const rowLocale = currency === '' ? locale : { ...locale, currency }
  const refuse = (column: CompiledColumn, code: string, parameters: KeptIssue['parameters'] = {}) =>
    issues.push({ column: column.mapping.column, field: column.field.name, code, parameters })

  const relate = (column: CompiledColumn, text: string): string | undefined => {
    if (uuid.test(text)) return text
    const found = find(column, text)
    if (found.kind === 'one') {
      if (found.fuzzy !== undefined) fuzzy.push({ column: column.mapping.column, text, matched: found.fuzzy })
      return found.id
    }
    if (found.kind === 'several') refuse(column, 'several_records', { count: found.count, value: text })
    else
      refuse(column, 'no_such_record', {
        object: column.target?.object.label[locale.language] ?? '',
        value: text,
        suggestion: found.suggestion,
      })
    return undefined
  }

  for (const column of columns) {
    const text = cellText(column, row)
    if (text === '') continue
    const { wire, type } = column.field
    if (column.target !== undefined) {
      const names = type === 'relations' ? text.split(/[,，;；、\n]/).map((each) => each.trim()) : [text]
      const ids = names.filter((name) => name !== '').map((name) => relate(column, name))
      values[wire] = type === 'relations' ? ids.filter((id) => id !== undefined) : ids[0]
      continue
    }
    const read = readCell(text, column.field, column.mapping, rowLocale)
    if (!read.ok) refuse(column, read.refusal.code, read.refusal.parameters ?? {})
    else if (type === 'address' && isRecord(read.value) && isRecord(values[wire]))
      values[wire] = { ...values[wire], ...read.value }
    else values[wire] = read.value
  }
  return { row, values, issues, fuzzy }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

import type { ImportMapping } from '#shared/imports/contract.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { KeptRow } from './running/row-issue.ts'

/** The columns of a file that go into encrypted fields: nothing of them is kept in the clear. */
export function secretColumns(
  catalogue: Catalogue,
  objectName: string,
  mapping: ImportMapping | null,
): ReadonlySet<string> {
  const object = catalogue.find(objectName)
  const named = (name: string) => object?.fieldByName.get(name) ?? object?.fieldByWire.get(name)
  const secret = (mapping?.columns ?? []).filter(({ field }) => named(field)?.encrypted === true)
  return new Set(secret.map(({ column }) => column))
}

/**
 * A refused row as it is kept to be mended: without the cells of secret columns, and without what was refused of them. A reason that
 * names no column may speak of any.
 */
export function withoutSecrets(
  kept: KeptRow,
  columns: readonly string[],
  secret: ReadonlySet<string>,
): KeptRow {
  if (secret.size === 0) return kept
  const { row, issues } = kept
  return {
    ...kept,
    row: { ...row, cells: row.cells.map((cell, index) => (secret.has(columns[index] ?? '') ? '' : cell)) },
    issues: issues.map((issue) => (issue.column === null || secret.has(issue.column) ? told(issue) : issue)),
  }
}

const outline = '…'

/** What a reason quotes may be the value itself, unless it tells of the field or of the rule. */
const told = (issue: KeptRow['issues'][number]): KeptRow['issues'][number] => ({
  ...issue,
  parameters: Object.fromEntries(
    Object.entries(issue.parameters).map(([name, value]) => [name, harmless.has(name) ? value : outline]),
  ),
})

const harmless: ReadonlySet<string> = new Set([
  'label',
  'object',
  'expected',
  'least',
  'most',
  'count',
  'first',
  'second',
])

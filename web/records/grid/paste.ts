import type { Locale, Refusal } from '#shared/fields/field-type.ts'
import { readText } from '#shared/fields/index.ts'
import type { RecordData, RecordEdit } from '#web/data/index.ts'
import { type Column, isEditable } from '../list/columns.ts'
import type { PlacedText } from './placement.ts'

/** Why a cell is refused by the grid itself; all other codes are those of the field. */
export const cellRefusals = [
  'cell_read_only',
  'cell_not_yours',
  'cell_required',
  'name_unknown',
  'name_ambiguous',
] as const
export type CellRefusal = (typeof cellRefusals)[number]

/** A related record by the text that names it. */
export type FindNamed = (column: Column, text: string) => RecordData | CellRefusal

interface Pasted {
  readonly edits: readonly RecordEdit[]
  /** Cells whose value is new. */
  readonly written: number
  readonly refused: readonly RefusedText[]
}

export interface RefusedText {
  readonly column: Column
  readonly text: string
  readonly refusal: Refusal
}

const linked = new Set(['relation', 'user'])
/** Types whose text is an id or a whole document: nothing that a cell of a spreadsheet holds. */
const unread = new Set(['relations', 'anyRecord', 'file', 'json'])

/** Texts as edits of the records they fall on, each read by its field; what a field does not understand is told. */
export function readPasted(
  cells: readonly PlacedText[],
  recordAt: (line: number) => RecordData | undefined,
  columns: readonly Column[],
  locale: Locale,
  find: FindNamed,
  mayEdit: (record: RecordData, column: Column) => boolean,
): Pasted {
  const edits = new Map<
    string,
    { record: RecordData; values: Record<string, unknown>; shown: Record<string, unknown> }
  >()
  const refused: RefusedText[] = []
  let written = 0
  for (const { line, column: at, text } of cells) {
    const record = recordAt(line)
    const column = columns[at]
    if (record === undefined || column === undefined) continue
    const read =
      isEditable(column) && !mayEdit(record, column) ? notYours : readCell(text, column, record, locale, find)
    if ('refusal' in read) {
      refused.push({ column, text, refusal: read.refusal })
      continue
    }
    const { wire } = column.field
    if (JSON.stringify(record[wire] ?? null) === JSON.stringify(read.value)) continue
    const edit = edits.get(record.id) ?? { record, values: {}, shown: {} }
    edit.values[wire] = read.value
    if (read.shown !== undefined) edit.shown[column.field.name] = read.shown
    edits.set(record.id, edit)
    written += 1
  }
  return { edits: [...edits.values()], written, refused }
}

type ReadCell = { readonly value: unknown; readonly shown?: RecordData } | { readonly refusal: Refusal }

const notYours: ReadCell = { refusal: { code: 'cell_not_yours' } }

function readCell(
  text: string,
  column: Column,
  record: RecordData,
  locale: Locale,
  find: FindNamed,
): ReadCell {
  const { field } = column
  if (!isEditable(column) || unread.has(field.type)) return { refusal: { code: 'cell_read_only' } }
  if (text.trim() === '') {
    return field.required === true ? { refusal: { code: 'cell_required' } } : { value: null }
  }
  if (linked.has(field.type)) {
    const found = find(column, text.trim())
    return typeof found === 'string' ? { refusal: { code: found } } : { value: found.id, shown: found }
  }
  const currency = typeof record.currency === 'string' ? record.currency : locale.currency
  const parsed = readText(field, text, { ...locale, currency })
  return parsed.ok ? { value: parsed.value } : { refusal: parsed.refusal }
}

/** Reasons with how many cells each met, most frequent first. */
export function reasonsOf(
  refused: readonly RefusedText[],
  textOf: (refusal: Refusal) => string,
): readonly { readonly reason: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const { refusal } of refused) {
    const reason = textOf(refusal)
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count)
}

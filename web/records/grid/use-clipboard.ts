import type { ClipboardEvent } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, type RecordEdit, useCatalogue, useLocale, useUpdateMany } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Column } from '../list/columns.ts'
import type { Lines } from '../list/line.ts'
import { heightOf, isSingle, type Range } from './cell.ts'
import { copiedCell } from './copied.ts'
import { findNamed } from './find-named.ts'
import { printHtmlTable } from './html-table.ts'
import { readPasted } from './paste.ts'
import { placeTable } from './placement.ts'
import { printTable, readTable } from './tsv.ts'
import { useRefusalWords } from './use-refusal-words.ts'

/** Characters of a text that is still read at once; a larger table is a file to import. */
const mostCharacters = 4_000_000
/** Records that one update writes. */
const mostRecords = 1_000

const megabytes = (characters: number) => `${(characters / 1_000_000).toFixed(1)} MB`

interface ClipboardGrid {
  readonly object: CatalogueObject
  readonly columns: readonly Column[]
  readonly lines: Lines
  readonly mayEdit: (record: RecordData, column: Column) => boolean
  readonly range: Range | undefined
  /** Ticked records: they are copied whole where no range is. */
  readonly ticked: readonly RecordData[]
  readonly onRange: (range: Range) => void
}

/** Ranges to and from spreadsheets, clearing and filling: each one update with one undo. */
export function useClipboard(grid: ClipboardGrid) {
  const { t } = useMessages()
  const catalogue = useCatalogue()
  const locale = useLocale()
  const refusalWords = useRefusalWords()
  const many = useUpdateMany(grid.object.name)
  const { columns, lines, range } = grid

  const recordAt = (line: number) => {
    const found = lines.at(line)
    return found?.kind === 'record' ? found.record : undefined
  }
  const recordsIn = ({ top, bottom }: Range) => {
    const records: RecordData[] = []
    for (let line = top; line <= bottom; line++) {
      const record = recordAt(line)
      if (record !== undefined) records.push(record)
    }
    return records
  }
  const write = (edits: readonly RecordEdit[], message: string) => {
    if (edits.length > 0) many.mutate({ edits, message })
  }

  const copy = (event: ClipboardEvent): number => {
    const whole = range === undefined || (isSingle(range) && range.left === 0 && grid.ticked.length > 0)
    const records = whole ? grid.ticked : recordsIn(range)
    const chosen = whole ? columns : columns.slice(range.left, range.right + 1)
    if (records.length === 0) return 0
    const cells = records.map((record) =>
      chosen.map((column) => copiedCell(record, column, catalogue, locale)),
    )
    event.preventDefault()
    event.clipboardData.setData('text/plain', printTable(cells.map((row) => row.map(({ text }) => text))))
    event.clipboardData.setData('text/html', printHtmlTable(cells))
    return records.length * chosen.length
  }

  const clear = (message: (count: number) => string) => {
    if (range === undefined) return
    const chosen = columns.slice(range.left, range.right + 1)
    let count = 0
    const edits = recordsIn(range).flatMap((record): readonly RecordEdit[] => {
      const filled = chosen.filter(
        (column) =>
          (record[column.field.wire] ?? null) !== null &&
          column.field.required !== true &&
          grid.mayEdit(record, column),
      )
      count += filled.length
      return filled.length === 0
        ? []
        : [{ record, values: Object.fromEntries(filled.map(({ field }) => [field.wire, null])) }]
    })
    write(edits, message(count))
  }

  const fillDown = () => {
    if (range === undefined || heightOf(range) < 2) return
    const [first, ...rest] = recordsIn(range)
    if (first === undefined) return
    const chosen = columns.slice(range.left, range.right + 1)
    let count = 0
    const edits = rest.slice(0, mostRecords).flatMap((record): readonly RecordEdit[] => {
      const filled = chosen.filter((column) => grid.mayEdit(record, column))
      if (filled.length === 0) return []
      count += filled.length
      const values = Object.fromEntries(filled.map(({ field }) => [field.wire, first[field.wire] ?? null]))
      const shown = Object.fromEntries(
        filled.flatMap(({ field }) => (field.name === field.wire ? [] : [[field.name, first[field.name]]])),
      )
      return [{ record, values, shown }]
    })
    write(edits, t('table.filled', { count }))
  }

  const paste = async (event: ClipboardEvent) => {
    if (range === undefined) return
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    const refuse = (message: string) => void showToast(message, { tone: 'problem' })
    if (text.length > mostCharacters) {
      refuse(t('table.pasteTooLarge', { size: megabytes(text.length), most: megabytes(mostCharacters) }))
      return
    }
    if (text === '') return refuse(t('table.pasteNothing'))
    const table = readTable(text)
    const reached = Math.max(table.length, heightOf(range))
    if (reached > mostRecords) {
      return refuse(t('table.pasteTooMany', { count: reached, most: mostRecords }))
    }
    const placed = placeTable(table, range, { lines: lines.standing, columns: columns.length })
    const find = await findNamed(placed.cells, columns, catalogue)
    const { edits, written, refused } = readPasted(
      placed.cells,
      recordAt,
      columns,
      locale,
      find,
      grid.mayEdit,
    )
    write(edits, t('table.pasted', { count: written }))
    if (placed.range !== undefined) grid.onRange(placed.range)
    const reasons = await refusalWords(refused, placed.beyond)
    if (reasons !== undefined) refuse(reasons)
  }

  return { copy, paste, clear, fillDown }
}

import { AppError } from '#shared/errors.ts'
import { columnNames, headerIndex, trimCell } from './header.ts'
import { below } from './read-csv.ts'
import { dateText, numberText, type StoredCell } from './sheet-cell.ts'
import { importLimits, type SourceTable } from './table.ts'
import { readWorkbook, unescapeText, type Workbook } from './workbook.ts'
import { parseXml } from './xml.ts'
import { type Archive, openArchive } from './zip.ts'

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Opens the first visible sheet that holds anything.
 * @throws AppError `file_unreadable`, `file_format_unknown`, `file_empty`, `file_too_large`
 */
export async function openXlsx(path: string): Promise<SourceTable> {
  const archive = await openArchive(path)
  const workbook = await readWorkbook(archive)
  for (const sheet of workbook.sheets) {
    const head: Line[] = []
    for await (const line of readSheet(archive, workbook, sheet.part)) if (head.push(line) === 10) break
    const header = head[headerIndex(head.map((line) => line.cells))]
    if (header === undefined) continue
    const columns = columnNames(trimEnd(header.cells))
    return {
      format: 'xlsx',
      detail: { sheet: sheet.name },
      columns,
      headerLine: header.line,
      rows: () => below(header.line, columns.length, readSheet(archive, workbook, sheet.part)),
    }
  }
  throw new AppError('file_empty')
}

const trimEnd = (cells: readonly string[]) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)

async function* readSheet(archive: Archive, workbook: Workbook, part: string): AsyncGenerator<Line> {
  let ready: Line[] = []
  let line = 0
  let cells: string[] = []
  let column = -1
  let cell: { type: string; style: number; text: string } | undefined
  let reading = false
  let phonetic = false
  const parsed = parseXml(archive.read(part, importLimits.unpackedBytes), {
    open: (name, attributes) => {
      if (name === 'row') {
        line = attributes.r === undefined ? line + 1 : Number(attributes.r)
        cells = []
        column = -1
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnIndex(attributes.r)
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '' }
      } else if (name === 'rPh') phonetic = true
      else if (name === 'v' || name === 't') reading = !phonetic
    },
    text: (text) => {
      if (reading && cell !== undefined) cell.text += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'c') {
        if (cell !== undefined && column >= 0 && column < importLimits.columns) {
          while (cells.length < column) cells.push('')
          cells[column] = trimCell(cellText(cell, workbook))
        }
        cell = undefined
      } else if (name === 'row' && cells.some((text) => text !== '')) ready.push({ line, cells })
    },
  })
  for await (const _ of parsed) {
    const lines = ready
    ready = []
    yield* lines
  }
  yield* ready
}

/** `BC12` → 54 */
function columnIndex(reference: string): number {
  let index = 0
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64
    if (code < 1 || code > 26) break
    index = index * 26 + code
  }
  return index - 1
}

function cellText(cell: StoredCell, workbook: Workbook): string {
  switch (cell.type) {
    case 's':
      return workbook.texts[Number(cell.text)] ?? ''
    case 'b':
      return cell.text === '1' ? 'true' : 'false'
    case 'd':
      return cell.text.replace('T', ' ').replace(/ 00:00:00(\.0+)?$/, '')
    case 'n': {
      const kind = workbook.styles[cell.style]
      return kind === undefined ? numberText(cell.text) : dateText(cell.text, kind, workbook.since1904)
    }
    default:
      return unescapeText(cell.text)
  }
}

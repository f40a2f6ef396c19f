import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { CsvError, type InfoRecord, parse } from 'csv-parse'
import { AppError } from '#shared/errors.ts'
import { detectDelimiter } from './delimiter.ts'
import { detectEncoding, type Encoding, readSample } from './encoding.ts'
import { bareCell, columnNames, headerIndex, trimCell } from './header.ts'
import { importLimits, type SourceRow, type SourceTable } from './table.ts'

interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

/** @throws AppError `file_empty`, `file_quote_open` … naming the line */
export async function openCsv(path: string): Promise<SourceTable> {
  const encoding = await detectEncoding(path)
  const sample = new TextDecoder(encoding).decode((await readSample(path)).subarray(0, 256 * 1024), {
    stream: true,
  })
  const delimiter = detectDelimiter(sample)
  const head: Line[] = []
  for await (const line of readLines(path, encoding, delimiter)) if (head.push(line) === 10) break
  const at = headerIndex(head.map((line) => line.cells))
  const header = head[at]
  if (header === undefined) throw new AppError('file_empty')
  const columns = columnNames(header.cells)
  return {
    format: 'csv',
    detail: { encoding, delimiter },
    columns,
    headerLine: header.line,
    rows: () => below(header.line, columns.length, readLines(path, encoding, delimiter)),
  }
}

/** The lines that follow the header, numbered and as wide as it. */
export async function* below(
  headerLine: number,
  width: number,
  lines: AsyncIterable<Line>,
): AsyncGenerator<SourceRow> {
  if (width > importLimits.columns)
    throw new AppError('file_too_many_columns', { most: importLimits.columns })
  let number = 0
  for await (const { line, cells } of lines) {
    if (line <= headerLine || cells.every((cell) => cell === '')) continue
    if (++number > importLimits.rows) throw new AppError('file_too_many_rows', { most: importLimits.rows })
    yield { number, line, cells: Array.from({ length: width }, (_, index) => cells[index] ?? '') }
  }
}

async function* readLines(path: string, encoding: Encoding, delimiter: string): AsyncGenerator<Line> {
  let lastLine = 0
  const parser = parse({
    delimiter,
    bom: true,
    record_delimiter: '\n',
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: importLimits.recordCharacters,
    on_record: (record, { lines }) => {
      lastLine = lines
      return record
    },
  })
  const text = Readable.from(decode(path, encoding))
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: InfoRecord }>) {
      const breaks = record.reduce((count, cell) => count + cell.split('\n').length - 1, 0)
      yield { line: info.lines - breaks, cells: record.map((cell) => bareCell(trimCell(cell))) }
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, lastLine + 1) : error
  } finally {
    text.destroy()
    parser.destroy()
  }
}

/**
 * The file's text with line breaks of one kind, so that the parser counts each once. Bytes that mean nothing in the
 * encoding become U+FFFD: the row that holds one is refused, not the file.
 */
async function* decode(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let held = ''
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    const text = held + decoder.decode(piece, { stream: true })
    held = text.endsWith('\r') ? '\r' : ''
    const ready = held === '' ? text : text.slice(0, -1)
    if (ready !== '') yield ready.replace(/\r\n?/g, '\n')
  }
  const rest = held + decoder.decode()
  if (rest !== '') yield rest.replace(/\r\n?/g, '\n')
}

function unreadable(error: CsvError, line: number): AppError {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new AppError('file_quote_open', { line }, { cause: error })
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new AppError('file_quote_open', { line }, { cause: error })
  return new AppError('file_unreadable', { line }, { cause: error })
}

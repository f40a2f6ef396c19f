import { open, stat } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import { openCsv } from './read-csv.ts'
import { importLimits, type SourceTable } from './table.ts'

/** First bytes of what people take for a table and is none that can be read here. */
const foreignFormats: readonly { readonly start: Buffer; readonly format: string }[] = [
  { start: Buffer.from('d0cf11e0a1b11ae1', 'hex'), format: 'XLS' },
  { start: Buffer.from('%PDF'), format: 'PDF' },
  { start: Buffer.from('89504e47', 'hex'), format: 'PNG' },
  { start: Buffer.from('ffd8ff', 'hex'), format: 'JPEG' },
  { start: Buffer.from('1f8b', 'hex'), format: 'GZIP' },
]

/**
 * Opens a CSV file or a workbook by what it holds, not by its name.
 * @throws AppError `file_too_large`, `file_empty`, `file_format_unknown`, `file_unreadable`, `file_quote_open`
 */
export async function openTable(path: string): Promise<SourceTable> {
  const { size } = await stat(path)
  if (size > importLimits.bytes) throw new AppError('file_too_large', { limit: '200 MB' })
  if (size === 0) throw new AppError('file_empty')
  const start = await firstBytes(path)
  const foreign = foreignFormats.find((each) => start.subarray(0, each.start.length).equals(each.start))
  if (foreign !== undefined) throw new AppError('file_format_unknown', { format: foreign.format })
  if (start[0] === 0x50 && start[1] === 0x4b) {
    const { openXlsx } = await import('./read-xlsx.ts')
    return openXlsx(path)
  }
  return openCsv(path)
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

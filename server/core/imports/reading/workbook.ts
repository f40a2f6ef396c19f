import { AppError } from '#shared/errors.ts'
import { importLimits } from './table.ts'
import { readXml } from './xml.ts'
import type { Archive } from './zip.ts'

/** What a workbook says outside its sheets. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly texts: readonly string[]
  /** For each cell style, whether a number in it is a date, a time of day with it, or neither. */
  readonly styles: readonly ('date' | 'dateTime' | undefined)[]
  readonly since1904: boolean
}

const smallPart = 16 * 1024 * 1024

export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = new Map<string, string>()
  await readPart(archive, 'xl/_rels/workbook.xml.rels', smallPart, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target)
    },
  })
  const sheets: { name: string; part: string }[] = []
  let since1904 = false
  await readPart(archive, 'xl/workbook.xml', smallPart, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
      const target = targets.get(attributes['r:id'] ?? '')
      if (target !== undefined) sheets.push({ name: attributes.name ?? '', part: partName(target) })
    },
  })
  if (sheets.length === 0) throw new AppError('file_format_unknown', { format: 'ZIP' })
  return { sheets, since1904, texts: await readTexts(archive), styles: await readStyles(archive) }
}

const partName = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

async function readPart(
  archive: Archive,
  name: string,
  limit: number,
  handlers: Parameters<typeof readXml>[1],
) {
  if (archive.names.includes(name)) await readXml(archive.read(name, limit), handlers)
}

/** Texts that cells share. Phonetic hints (`rPh`) belong to the reader, not to the text. */
async function readTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let inText = false
  let phonetic = false
  await readPart(archive, 'xl/sharedStrings.xml', importLimits.sharedTextBytes, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') inText = !phonetic
    },
    text: (piece) => {
      if (inText) text += piece
    },
    close: (name) => {
      if (name === 'si') texts.push(unescapeText(text))
      else if (name === 'rPh') phonetic = false
      else if (name === 't') inText = false
    },
  })
  return texts
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
export const unescapeText = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const builtInDates: Readonly<Record<string, 'date' | 'dateTime'>> = Object.fromEntries([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date']),
  ...[18, 19, 20, 21, 22, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'dateTime']),
])

async function readStyles(archive: Archive): Promise<Workbook['styles']> {
  const formats = new Map<string, 'date' | 'dateTime' | undefined>()
  const styles: ('date' | 'dateTime' | undefined)[] = []
  let inCellStyles = false
  await readPart(archive, 'xl/styles.xml', smallPart, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(numFmtId, dateFormat(formatCode))
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles)
        styles.push(formats.has(numFmtId) ? formats.get(numFmtId) : builtInDates[numFmtId])
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return styles
}

/** `yyyy"年"m"月"` shows dates, `h:mm` times; quoted text, colours and escapes say nothing. */
function dateFormat(code: string): 'date' | 'dateTime' | undefined {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase()
  if (/[hs]/.test(bare) && !/general/.test(bare)) return 'dateTime'
  return /[ymd]/.test(bare) ? 'date' : undefined
}

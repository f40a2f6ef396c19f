import { type Cell, daysOf } from './cell.ts'
import { styleOf } from './workbook-xml.ts'

/** Characters that a cell holds; a workbook with a longer text is called damaged. */
const mostCharacters = 32_767
/** Digits that a spreadsheet keeps of a number: a longer one stays whole as text. */
const mostDigits = 15
/** 1900-03-01, from which on its days are those of the calendar. */
const firstDay = -25_508
/** Its day 0, counted from 1970. */
const dayZero = -25_569

/** The first row stays in sight, its texts are bold. */
export const headXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15"/><sheetData>'

export function rowXml(number: number, cells: readonly Cell[]): string {
  const content = cells.map((cell, index) => cellXml(`${columnName(index)}${number}`, cell, number === 1))
  return `<row r="${number}">${content.join('')}</row>`
}

/** 0 → `A`, 27 → `AB` */
function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (index % 26))
}

function cellXml(place: string, cell: Cell, isHead: boolean): string {
  switch (cell.kind) {
    case 'text':
      return textXml(place, cell.text, isHead ? styleOf.head : styleOf.text)
    case 'date':
    case 'dateTime': {
      const { day, seconds } = daysOf(cell.text)
      if (day < firstDay) return textXml(place, cell.text, styleOf.text)
      return `<c r="${place}" s="${styleOf[cell.kind]}"><v>${day - dayZero + seconds / 86_400}</v></c>`
    }
    default:
      return cell.decimal.replace(/\D/g, '').replace(/^0+/, '').length > mostDigits
        ? textXml(place, cell.decimal, styleOf.text)
        : `<c r="${place}" s="${styleOf[cell.kind]}"><v>${cell.decimal}</v></c>`
  }
}

function textXml(place: string, text: string, style: number): string {
  if (text === '') return ''
  const kept = text.length > mostCharacters ? text.slice(0, mostCharacters).toWellFormed() : text
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(kept)}</t></is></c>`
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What XML cannot hold is written as `_x0000_`, and so is the start of a text that looks like it. */
const escapeText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu,
      (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    )
    .replace(/[&<>]/g, (sign) => marks[sign]!)

import type { Cell } from './cell.ts'
import { headXml, rowXml } from './sheet-xml.ts'
import { contentTypes, relationships, stylesXml, workbookRelationships, workbookXml } from './workbook-xml.ts'
import { zipOf } from './zip.ts'

/** A workbook of one sheet, written as the rows come; the first of them names the columns. */
export function xlsxOf(
  rows: AsyncIterable<readonly (readonly Cell[])[]>,
  name: string,
): AsyncGenerator<Buffer> {
  return zipOf([
    { name: '[Content_Types].xml', content: once(contentTypes) },
    { name: '_rels/.rels', content: once(relationships) },
    { name: 'xl/workbook.xml', content: once(workbookXml(name)) },
    { name: 'xl/_rels/workbook.xml.rels', content: once(workbookRelationships) },
    { name: 'xl/styles.xml', content: once(stylesXml) },
    { name: 'xl/worksheets/sheet1.xml', content: sheetXml(rows) },
  ])
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

async function* sheetXml(rows: AsyncIterable<readonly (readonly Cell[])[]>): AsyncGenerator<string> {
  yield headXml
  let number = 0
  for await (const some of rows) yield some.map((cells) => rowXml(++number, cells)).join('')
  yield '</sheetData></worksheet>'
}

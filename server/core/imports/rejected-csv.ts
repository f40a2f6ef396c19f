import type { Context } from '#server/core/context.ts'
import type { Language } from '#shared/language.ts'
import { localiseRow } from './import-status.ts'
import { ImportStore } from './running/store.ts'

const heads: Record<Language, readonly [string, string]> = {
  'zh-CN': ['行号', '原因'],
  'zh-TW': ['列號', '原因'],
  en: ['Line', 'Reason'],
}

const marks: Record<Language, { readonly of: string; readonly and: string }> = {
  'zh-CN': { of: '：', and: '；' },
  'zh-TW': { of: '：', and: '；' },
  en: { of: ': ', and: '; ' },
}

const page = 1000

/**
 * The refused rows as they stood in the file, after line and reason: a file to correct and import again. UTF-8 with a
 * mark, which spreadsheets need to read Chinese.
 * @throws AppError `not_found`
 */
export async function* rejectedCsv(cx: Context, id: string): AsyncGenerator<string> {
  const store = new ImportStore(cx.workspace)
  const { columns } = await store.get(id)
  yield `\ufeff${line([...heads[cx.language], ...columns])}`
  for (let after = 0; ; ) {
    const rows = await store.rejectedRows(id, after, page)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.row
    yield rows
      .map((row) => localiseRow(row, cx.language))
      .map((row) => line([String(row.line), reasonsOf(row.issues, cx.language), ...row.cells]))
      .join('')
  }
}

function reasonsOf(
  issues: readonly { column: string | null; message: string }[],
  language: Language,
): string {
  const { of, and } = marks[language]
  return issues
    .map(({ column, message }) => (column === null ? message : `${column}${of}${message}`))
    .join(and)
}

const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

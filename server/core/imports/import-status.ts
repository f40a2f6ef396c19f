import type { Context } from '#server/core/context.ts'
import { isErrorCode, messageOf } from '#shared/errors.ts'
import type { ImportStatus, RejectedRow } from '#shared/imports/contract.ts'
import type { Language } from '#shared/language.ts'
import { localise } from './running/row-issue.ts'
import { ImportStore, type StoredImport, type StoredRow } from './running/store.ts'

const mostShown = 100

/** @throws AppError `not_found` */
export async function importStatus(cx: Context, id: string): Promise<ImportStatus> {
  const store = new ImportStore(cx.workspace)
  const item = await store.get(id)
  const rows = await store.rejectedRows(id, 0, mostShown)
  return {
    id: item.id,
    object: item.object,
    fileName: item.file_name,
    state: item.state,
    dryRun: item.dry_run,
    rows: item.rows,
    columns: item.columns,
    processed: item.processed,
    created: item.created,
    updated: item.updated,
    rejected: item.rejected,
    related: item.related,
    fuzzy: item.fuzzy,
    rejectedRows: rows.map((row) => localiseRow(row, cx.language)),
    error: errorText(item.error, cx.language),
    createdAt: item.created_at,
    finishedAt: item.finished_at,
  }
}

export const localiseRow = (row: StoredRow, language: Language): RejectedRow => ({
  ...row,
  issues: row.issues.map((issue) => localise(issue, language)),
})

function errorText(error: StoredImport['error'], language: Language): string | null {
  if (error === null) return null
  const code = isErrorCode(error.code) ? error.code : 'internal'
  return messageOf(code, error.parameters, language)
}

import { type ErrorParameters, type Issue, isErrorCode, messageOf } from '#shared/errors.ts'
import type { RowIssue } from '#shared/imports/contract.ts'
import type { Language } from '#shared/language.ts'
import type { SourceRow } from '../reading/index.ts'

/** Why a row is refused, as it is kept: the text is made in the reader's language. */
export interface KeptIssue {
  readonly column: string | null
  readonly field: string | null
  readonly code: string
  readonly parameters: ErrorParameters
}

export interface KeptRow {
  readonly row: SourceRow
  readonly stored: boolean
  readonly issues: readonly KeptIssue[]
}

export function localise(issue: KeptIssue, language: Language): RowIssue {
  const code: Issue['code'] = isErrorCode(issue.code) ? issue.code : 'internal'
  return {
    column: issue.column,
    field: issue.field,
    code,
    message: messageOf(code, issue.parameters, language),
  }
}

import type { AppError } from '#shared/errors.ts'
import type { Skipped } from './report.ts'

/** Why a door refused a row, for the report: codes, each with the member of the row that it is about. */
export function refusalOf(subject: string, name: string, error: AppError): Skipped {
  const [issue] = error.issues
  const member = issue?.path.split('/').at(-1)
  const detail = issue === undefined ? error.code : [member, issue.code].filter(Boolean).join(': ')
  return { subject, name, reason: 'refused', detail }
}

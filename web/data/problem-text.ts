import type { Translate } from '#web/messages/translate.ts'
import { ApiError } from './api-error.ts'

/** What to tell a person of a failed request: the server's own words, or ours where it gave none. */
export function problemText(t: Translate, error: unknown): string | undefined {
  if (error === null || error === undefined) return undefined
  if (!(error instanceof ApiError) || error.status === 0) return t('shell.loadFailedWhat')
  const { lostWrites } = error.members
  if (typeof lostWrites !== 'number') return error.detail
  return t('auth.lostWrites', { reason: error.detail, count: lostWrites })
}

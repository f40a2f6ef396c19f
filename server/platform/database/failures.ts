import { AppError } from '#shared/errors.ts'

/** Whether an error is PostgreSQL's own, with this SQLSTATE or a class of it (its first two characters). */
export function isDatabaseError(error: unknown, state: string): boolean {
  const code = codeOf(error)
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && code.startsWith(state)
}

// 08P01 is a statement of ours that breaks the protocol, not a lost connection.
const lostConnection =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH)$|^(08(?!P01)|57P0|53300)/
const lostMessages =
  /^(Connection terminated|Client has encountered a connection error|timeout expired|timeout exceeded when trying to connect|Client was closed|Query read timeout)/

/**
 * What a failure of the database's own means to the caller: `database_unavailable` for a lost or refused connection,
 * `disk_full` for no room; undefined for everything else.
 */
export function databaseFailure(error: unknown): AppError | undefined {
  const code = codeOf(error)
  if (code === '57014') return new AppError('query_too_slow', {}, { cause: error })
  if (code === '53100') return new AppError('disk_full', {}, { cause: error })
  if (code !== undefined && lostConnection.test(code))
    return new AppError('database_unavailable', {}, { cause: error })
  if (error instanceof Error && lostMessages.test(error.message))
    return new AppError('database_unavailable', {}, { cause: error })
  if (error instanceof AggregateError) return error.errors.map(databaseFailure).find(Boolean)
  return undefined
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

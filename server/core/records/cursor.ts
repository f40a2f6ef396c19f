import { createHash } from 'node:crypto'
import { AppError } from '#shared/errors.ts'

/**
 * A cursor is the query's fingerprint and the sort values of the last row that was read, as PostgreSQL prints them
 * (microseconds included). It holds nothing that its reader could not see.
 */
export function encodeCursor(fingerprint: string, values: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify([fingerprint, ...values])).toString('base64url')
}

/** @throws AppError `invalid_cursor` when it is none, or belongs to another query */
export function decodeCursor(cursor: string, fingerprint: string, length: number): (string | null)[] {
  const parts = parseParts(cursor)
  if (parts === undefined || parts.length !== length + 1 || parts[0] !== fingerprint)
    throw new AppError('invalid_cursor')
  return parts.slice(1)
}

function parseParts(cursor: string): (string | null)[] | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(parsed)) return undefined
    const sound = parsed.every((part) => part === null || (typeof part === 'string' && !part.includes('\0')))
    return sound ? (parsed as (string | null)[]) : undefined
  } catch {
    return undefined
  }
}

/** What makes two pages pages of one query. */
export function fingerprintOf(...parts: readonly unknown[]): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('base64url').slice(0, 12)
}

import { hash } from 'node:crypto'
import { isDatabaseError } from '#server/platform/database/index.ts'
import { AppError, invalidInput } from '#shared/errors.ts'

/**
 * A cursor is the query's fingerprint and the sort values of the last row that was read, as PostgreSQL prints them
 * (microseconds included). It holds nothing that its reader could not see.
 */
export function encodeCursor(fingerprint: string, values: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify([fingerprint, ...values])).toString('base64url')
}

/**
 * @param length how many columns the order has; undefined where there are no further pages
 * @throws AppError `invalid_cursor` when it is none, or belongs to another query
 */
export function decodeCursor(
  cursor: string,
  fingerprint: string,
  length: number | undefined,
): (string | null)[] {
  const parts = parseParts(cursor)
  if (length === undefined || parts?.length !== length + 1 || parts[0] !== fingerprint)
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

/**
 * Whoever reads a cursor can write one, with values that are none of their type: PostgreSQL then finds no use for them.
 * @throws AppError `invalid_cursor` in place of that failure
 */
export async function readFrom<T>(
  cursor: string | undefined,
  place: string,
  reading: Promise<T>,
): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (cursor === undefined || !isDatabaseError(error, dataException)) throw error
    throw invalidInput([{ path: place, code: 'invalid_cursor' }])
  }
}

/** Class of SQLSTATEs: a value that is none of its type, or out of its range. */
const dataException = '22'

/** What makes two pages pages of one query. */
export function fingerprintOf(...parts: readonly unknown[]): string {
  return hash('sha1', JSON.stringify(parts), 'base64url').slice(0, 12)
}

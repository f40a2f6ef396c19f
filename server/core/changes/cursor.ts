import { AppError } from '#shared/errors.ts'

/**
 * Where a reader of the change log stands: all that was visible in the snapshot `from` is read. While it reads what became
 * visible until the snapshot `to`, `seq` is the last entry it has of that. Snapshots of one era mean nothing in another.
 */
export interface ChangeCursor {
  readonly era: number
  readonly from: string
  readonly to?: string
  readonly seq?: string
}

/** The snapshot in which nothing is visible. */
export const nothing = '1:1:'

// PostgreSQL takes numbers beyond 64 bits for the greatest one, in which everything has been read.
const snapshot = /^\d{1,18}:\d{1,18}:(\d{1,18}(,\d{1,18})*)?$/

export function encodeChangeCursor({ era, from, to, seq }: ChangeCursor): string {
  return Buffer.from([era, from, ...(to === undefined ? [] : [to, seq ?? '0'])].join('|')).toString(
    'base64url',
  )
}

/** `0` is the beginning. @throws AppError `invalid_cursor`; `cursor_expired` when it is of another era */
export function decodeChangeCursor(text: string, era: number): ChangeCursor {
  if (text === '0') return { era, from: nothing }
  const [own, from, to, seq, ...more] = Buffer.from(text, 'base64url').toString('utf8').split('|')
  const sound =
    more.length === 0 &&
    /^\d{1,9}$/.test(own ?? '') &&
    snapshot.test(from ?? '') &&
    (to === undefined || (snapshot.test(to) && /^\d{1,19}$/.test(seq ?? '')))
  if (!sound) throw new AppError('invalid_cursor')
  if (Number(own) !== era) throw new AppError('cursor_expired')
  return { era, from: from!, ...(to !== undefined && { to, seq: seq! }) }
}

import { AppError } from '#shared/errors.ts'

/**
 * Where a reader of the change log stands: all that was visible in the snapshot `from` is read. While it reads what became
 * visible until the snapshot `to`, `seq` is the last entry it has of that. Snapshots of one era mean nothing in another.
 */
interface ChangeCursor {
  /** Undefined of the beginning, which every era has. */
  readonly era?: number
  readonly from: string
  readonly to?: string
  readonly seq?: string
}

/** The snapshot in which nothing is visible. */
export const nothing = '1:1:'

// PostgreSQL takes numbers beyond 64 bits for the greatest one, in which everything has been read.
const snapshot = /^\d{1,18}:\d{1,18}:(\d{1,18}(,\d{1,18})*)?$/

export function encodeChangeCursor({ era, from, to, seq }: ChangeCursor & { readonly era: number }): string {
  return Buffer.from([era, from, ...(to === undefined ? [] : [to, seq ?? '0'])].join('|')).toString(
    'base64url',
  )
}

/** `0` is the beginning. @throws AppError `invalid_cursor` */
export function decodeChangeCursor(text: string): ChangeCursor {
  if (text === '0') return { from: nothing }
  const [era, from, to, seq, ...more] = Buffer.from(text, 'base64url').toString('utf8').split('|')
  const sound =
    more.length === 0 &&
    /^\d{1,9}$/.test(era ?? '') &&
    snapshot.test(from ?? '') &&
    (to === undefined || (snapshot.test(to) && /^\d{1,19}$/.test(seq ?? '')))
  if (!sound) throw new AppError('invalid_cursor')
  return { era: Number(era), from: from!, ...(to !== undefined && { to, seq: seq! }) }
}

/** @throws AppError `cursor_expired` for a cursor of another era */
export function checkEra(cursor: ChangeCursor, era: number): void {
  if (cursor.era !== undefined && cursor.era !== era) throw new AppError('cursor_expired')
}

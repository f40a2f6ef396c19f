import { createHash } from 'node:crypto'
import { uuidv7At, uuidv7Time } from '#shared/uuid.ts'

/**
 * Id of the record that a row of an import becomes: the same each time the row is tried, so that a chunk that is
 * repeated after a crash meets its own records. Ids of one import sort as its rows do.
 */
export function rowId(importId: string, row: number): string {
  const digest = createHash('sha256').update(importId).digest()
  return uuidv7At(
    uuidv7Time(importId),
    row >>> 8,
    ((row & 0xff) << 22) | (digest.readUInt32BE(0) & 0x3fffff),
    digest.readUInt32BE(4),
  )
}

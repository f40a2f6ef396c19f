import type { RecordData } from '#web/data/index.ts'

/** A card of a test: `stageId` is its column. */
export const card = (id: string, stageId: string | null, rank: string, more: object = {}): RecordData => ({
  id,
  version: 1,
  stageId,
  rank,
  ...more,
})

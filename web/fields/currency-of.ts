import type { RecordData } from '#web/data/index.ts'

/** The currency of a record's amounts: its own, or else the workspace's. */
export const currencyOf = (record: RecordData, workspace: string): string =>
  typeof record.currency === 'string' ? record.currency : workspace

import { iso } from './world.ts'

/** A record as the write door takes it, with wire names; `createdAt` lies in the past. */
export type RecordInput = Record<string, unknown>

/** A record that activities and tasks can be about. */
export interface Party {
  readonly object: 'company' | 'contact' | 'lead' | 'deal'
  readonly id: string
  readonly record: RecordInput
  /** Unix milliseconds. */
  readonly createdAt: number
  readonly ownerId: string | null
  /** Last activity and first open task, Unix milliseconds; 0 where there is none. */
  lastActivity: number
  nextActivity: number
}

export function reached(party: Party, at: number): void {
  if (at > party.lastActivity) party.lastActivity = at
}

export function planned(party: Party, at: number): void {
  if (party.nextActivity === 0 || at < party.nextActivity) party.nextActivity = at
}

/** The finished record, with the times of its activities. */
export function recordOf({ record, lastActivity, nextActivity }: Party): RecordInput {
  if (lastActivity > 0) record.lastActivityAt = iso(lastActivity)
  if (nextActivity > 0) record.nextActivityAt = iso(nextActivity)
  return record
}

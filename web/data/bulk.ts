import type { Values } from './records.ts'
import { request } from './request.ts'

/** Milliseconds that a change of a hundred thousand records may take. */
const longest = 120_000

export type Lists = Readonly<Record<string, readonly string[]>>

/** What a bulk change reaches: all that a filter and a search find, or records by id. */
export interface BulkChange {
  readonly filter?: string | undefined
  readonly search?: string | undefined
  readonly ids?: readonly string[] | undefined
  /** Wire values that each of them gets. */
  readonly values?: Values | undefined
  /** By wire name of a field of tags or choices: what each list gains and loses; the rest of it stays. */
  readonly add?: Lists | undefined
  readonly remove?: Lists | undefined
  readonly delete?: true | undefined
}

export interface BulkResult {
  readonly count: number
  /** Token for `POST /undo`. */
  readonly undo: string
}

export interface UndoResult {
  readonly undone: number
  /** Records that somebody changed since: they are left alone. */
  readonly skipped: number
}

/** `key` makes a retry of the same change safe. */
export async function bulk(object: string, change: BulkChange, key?: string): Promise<BulkResult> {
  const headers: Record<string, string> = key === undefined ? {} : { 'Idempotency-Key': key }
  const options = { body: change, headers, patience: longest }
  return (await request<{ data: BulkResult }>('POST', `/records/${object}/bulk`, options)).data.data
}

export async function undo(token: string): Promise<UndoResult> {
  return (await request<{ data: UndoResult }>('POST', '/undo', { body: { token }, patience: longest })).data
    .data
}

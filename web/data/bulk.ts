import type { Values } from './records.ts'
import { request } from './request.ts'

/** What a bulk change reaches: all that a filter and a search find, or records by id. */
export interface BulkChange {
  readonly filter?: string | undefined
  readonly search?: string | undefined
  readonly ids?: readonly string[] | undefined
  /** Wire values that each of them gets. */
  readonly values?: Values | undefined
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

export async function bulk(object: string, change: BulkChange): Promise<BulkResult> {
  return (await request<{ data: BulkResult }>('POST', `/records/${object}/bulk`, { body: change })).data.data
}

export async function undo(token: string): Promise<UndoResult> {
  return (await request<{ data: UndoResult }>('POST', '/undo', { body: { token } })).data.data
}

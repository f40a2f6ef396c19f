import type { Context } from '#server/core/context.ts'
import {
  type BulkWork,
  type Chosen,
  type Idempotency,
  type ListEdits,
  noProgress,
  writeChosen,
} from '#server/core/records/index.ts'
import { AppError, invalidInput } from '#shared/errors.ts'
import { undoToken } from './undo.ts'

export type BulkRequest = Chosen &
  ListEdits & {
    readonly values?: Readonly<Record<string, unknown>>
    readonly delete?: true
  }

/**
 * Changes or deletes what was chosen, and names it for `undo`.
 * @throws AppError `bulk_stopped` where a part was done before something was refused, with its undo token among the details;
 * else what the write door throws
 */
export async function changeInBulk(
  cx: Context,
  object: string,
  request: BulkRequest,
  idempotency?: Idempotency,
): Promise<{ count: number; undo: string }> {
  const { values, add, remove, delete: away, ...chosen } = request
  const writes = values !== undefined || add !== undefined || remove !== undefined
  const work: BulkWork = away ? { delete: true } : { values: values ?? {}, add, remove }
  // One of the two is asked for, and not both.
  if (writes === (away === true)) {
    throw invalidInput([{ path: '/values', code: 'required', parameters: { label: 'values' } }])
  }
  let progress = noProgress
  const onProgress = (next: typeof progress): void => {
    progress = next
  }
  try {
    await writeChosen(cx, object, chosen, work, { idempotency, onProgress })
  } catch (error) {
    if (progress.count === 0 || !(error instanceof AppError)) throw error
    const undo = await undoToken(cx, progress.transactions)
    const { issues } = error
    throw new AppError('bulk_stopped', { count: progress.count }, { issues, details: { undo }, cause: error })
  }
  return { count: progress.count, undo: await undoToken(cx, progress.transactions) }
}

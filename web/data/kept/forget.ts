import { ApiError } from '../api-error.ts'
import { closeLine } from '../outbox/line.ts'
import { dropUnwritten } from './answers.ts'
import { wipeKept } from './scope.ts'

/** Leaves nothing of anybody in this browser. */
export async function forgetAll(): Promise<void> {
  closeLine()
  dropUnwritten()
  await wipeKept()
}

/** Whoever may no longer enter any workspace has nothing to keep here. */
export async function forgetIfExpelled(error: unknown): Promise<void> {
  if (error instanceof ApiError && error.code === 'no_workspace') await forgetAll()
}

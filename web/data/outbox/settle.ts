import type { Pending } from './outbox.ts'
import { errorOf } from './verdict.ts'

/** Somebody takes a refusal for as long as nobody was told that the write is merely waiting. */
export function untilWaiting(add: (heard: () => boolean) => Pending): Pending {
  let waiting = false
  const pending = add(() => !waiting)
  void pending.accepted.then(({ state }) => {
    waiting = state === 'waiting'
  })
  return pending
}

/**
 * What the server gave, or undefined where the write is kept to be sent later.
 * @throws ApiError where it was refused
 */
export async function acceptedResult({ accepted }: Pending): Promise<unknown> {
  const outcome = await accepted
  if (outcome.state === 'refused') throw errorOf(outcome.problem)
  return outcome.state === 'saved' ? outcome.result : undefined
}

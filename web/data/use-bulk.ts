import { useMutation } from '@tanstack/react-query'
import type { BulkChange, BulkResult } from './bulk.ts'
import { outbox } from './outbox/line.ts'
import { acceptedResult, untilWaiting } from './outbox/settle.ts'
import { takeBack } from './outbox/take-back.ts'
import { offerUndo } from './undo.ts'

interface BulkEdit extends BulkChange {
  /** What the toast says was done; it offers to undo all of it. */
  readonly message: string
}

/**
 * Changes or deletes all that a filter finds, in one request. The mutation gives `{count, undo}`, or undefined where the
 * server is away and the change is kept to be sent.
 */
export function useBulk(object: string) {
  return useMutation<BulkResult | undefined, unknown, BulkEdit>({
    mutationFn: async ({ message, ...change }) => {
      const line = outbox()
      const write = { kind: 'bulk', object, change } as const
      const pending = untilWaiting((heard) => line.add([write], heard)[0]!)
      const result = await acceptedResult(pending)
      offerUndo({ message, undo: () => takeBack(line, [{ write, pending }]) })
      return result as BulkResult | undefined
    },
    networkMode: 'always',
  })
}

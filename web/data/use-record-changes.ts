import { useMutation } from '@tanstack/react-query'
import { uuidv7 } from '#shared/uuid.ts'
import type { Write } from './outbox/entry.ts'
import { outbox } from './outbox/line.ts'
import type { Pending } from './outbox/outbox.ts'
import { recordOf } from './outbox/pending.ts'
import { acceptedResult, untilWaiting } from './outbox/settle.ts'
import type { RecordData, Values } from './records.ts'
import { useAlive } from './use-alive.ts'

/** Puts one write in line; who called is told of a refusal, unless it was told that the write waits. */
const put = (write: Write, alive: () => boolean = () => true): Pending =>
  untilWaiting((heard) => outbox().add([write], () => heard() && alive())[0]!)

/**
 * Creates a record: in the lists at once, with an id made here, so that sending it twice makes one. The mutation gives
 * the record as the server has it; where the server is away, as it was filled in, to be sent later.
 */
export function useCreateRecord(object: string) {
  const alive = useAlive()
  return useMutation({
    // `key` is of a time when ids were made by the server: the id does it now.
    mutationFn: async ({ values }: { values: Values; key?: string }): Promise<RecordData> => {
      const write = { kind: 'create', object, id: idIn(values) ?? uuidv7(), values } as const
      const made = await acceptedResult(put(write, alive))
      return (made as RecordData | undefined) ?? recordOf(write)
    },
    networkMode: 'always',
  })
}

const idIn = ({ id }: Values): string | undefined => (typeof id === 'string' ? id : undefined)

/** Moves records to the recycle bin: out of the lists at once, back where the server refuses. */
export function useDeleteRecords(object: string) {
  return useMutation({
    mutationFn: async (ids: readonly string[]): Promise<void> => {
      await acceptedResult(put({ kind: 'delete', object, ids }))
    },
    networkMode: 'always',
  })
}

/** Brings records back from the recycle bin: the undo of a deletion. */
export function useRestoreRecords(object: string) {
  return useMutation({
    mutationFn: async (ids: readonly string[]): Promise<void> => {
      const line = outbox()
      // Out of the line where it was not sent yet: then nothing has to be brought back.
      for (const { id, write } of line.get().waiting) {
        const same = write.kind === 'delete' && write.object === object && sameIds(write.ids, ids)
        if (same && (await line.withdraw(id))) return
      }
      await acceptedResult(put({ kind: 'restore', object, ids }))
    },
    networkMode: 'always',
  })
}

const sameIds = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((id) => b.includes(id))

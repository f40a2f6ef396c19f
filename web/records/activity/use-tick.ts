import { offerUndo, type RecordData, useTimelineChanges, useUpdateField } from '#web/data/index.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** A task as far as ticking it needs it. */
export interface Tickable {
  readonly id: string
  readonly version: number
  readonly status: string | null
  readonly name: string
}

const done = 'done'
const open = 'open'

export const isDone = (status: unknown): boolean => status === done || status === 'cancelled'

/** Ticks a task, or takes the tick away; shown at once, undone with the same touch or key. */
export function useTick(): (task: Tickable) => void {
  const { t } = useMessages()
  const timelines = useTimelineChanges()
  const show = (id: string, status: string) =>
    timelines.patch((entry) =>
      entry.task === undefined || entry.recordId !== id
        ? entry
        : { ...entry, task: { ...entry.task, status } },
    )
  const update = useUpdateField({
    onProblem: (error) => {
      timelines.refresh()
      showToast(error.errors[0]?.message ?? error.detail, { tone: 'problem' })
    },
    onConflict: () => timelines.refresh(),
    onSaved: () => timelines.refresh(),
  })
  const write = (record: RecordData, status: string) => {
    show(record.id, status)
    return update.mutateAsync({ object: 'task', record, values: { status } })
  }
  return ({ id, version, status, name }) => {
    const before = status ?? open
    const next = isDone(before) ? open : done
    const written = write({ id, version, status: before }, next).catch(() => undefined)
    offerUndo({
      message: t(next === done ? 'activity.ticked' : 'activity.reopened', { name }),
      undo: async () => {
        const saved = await written
        if (saved === undefined) return { undone: 0, skipped: 0 }
        await write(saved, before)
        return { undone: 1, skipped: 0 }
      },
    })
  }
}

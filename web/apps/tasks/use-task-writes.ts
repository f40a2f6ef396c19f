import { type RecordData, type RecordEdit, useLocale, useSettings, useUpdateMany } from '#web/data/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { movedReminder, movedTo } from './due-choices.ts'
import { dayWords } from './due-words.ts'
import type { Task } from './task.ts'

/** What is done with tasks, one or many: at once, undone together. */
export function useTaskWrites() {
  const { t } = useMessages()
  const locale = useLocale()
  const { calendar } = useSettings()
  const update = useUpdateMany('task')
  const named = (tasks: readonly Task[]) => ({ count: tasks.length, name: tasks[0]?.subject ?? '' })
  const write = (edits: readonly RecordEdit[], message: string) => {
    if (edits.length > 0) update.mutate({ edits, message })
  }
  return {
    finish(tasks: readonly Task[]) {
      const open = tasks.filter(({ done }) => !done)
      const edits = open.map(({ record }) => ({ record, values: { status: 'done' } }))
      const { count, name } = named(open)
      write(edits, count === 1 ? t('activity.ticked', { name }) : t('tasks.finishedMany', { count }))
    },
    /** @param day see shared/fields/calendar.ts; null: no date */
    reschedule(tasks: readonly Task[], day: number | null) {
      const edits = tasks.map(({ record, dueAt, remindAt }) => {
        if (day === null) return { record, values: { dueAt: null, remindAt: null } }
        const due = movedTo(day, dueAt, calendar.closes, locale.timeZone)
        const reminder = movedReminder(remindAt, dueAt, due)
        return { record, values: { dueAt: due, ...(reminder !== undefined && { remindAt: reminder }) } }
      })
      const { count, name } = named(tasks)
      const to = day === null ? t('tasks.undated') : dayWords(day, locale, t)
      write(
        edits,
        count === 1 ? t('tasks.movedOne', { name, day: to }) : t('tasks.movedMany', { count, day: to }),
      )
    },
    assign(tasks: readonly Task[], person: RecordData) {
      const edits = tasks.map(({ record }) => ({
        record,
        values: { assigneeId: person.id },
        shown: { assignee: person },
      }))
      const { count, name } = named(tasks)
      const to = String(person.name)
      write(
        edits,
        count === 1
          ? t('tasks.assignedOne', { name, person: to })
          : t('tasks.assignedMany', { count, person: to }),
      )
    },
    /** @param remindAt ISO 8601 UTC, or null */
    remind(task: Task, remindAt: string | null) {
      write(
        [{ record: task.record, values: { remindAt } }],
        t(remindAt === null ? 'tasks.reminderOff' : 'tasks.reminderSet'),
      )
    },
  }
}

export type TaskWrites = ReturnType<typeof useTaskWrites>

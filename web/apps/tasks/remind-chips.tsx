import { IconBell } from '@tabler/icons-react'
import { useLocale } from '#web/data/index.ts'
import { shortDateTime } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Chip, ChipRow } from '#web/records/activity/chip.tsx'
import type { Task } from './task.ts'
import classes from './task-panel.module.css'

/** Minutes before a task is due. */
const leads = [
  { words: 'tasks.remindThen', minutes: 0 },
  { words: 'tasks.remindMinutes', minutes: 15 },
  { words: 'tasks.remindDay', minutes: 24 * 60 },
] as const

const before = (dueAt: string, minutes: number) =>
  new Date(Date.parse(dueAt) - minutes * 60_000).toISOString().replace('.000Z', 'Z')

interface RemindChipsProps {
  readonly task: Task
  readonly onRemind: (remindAt: string | null) => void
}

/** When the person is reminded of a task: then, or a while before it is due. */
export function RemindChips({ task, onRemind }: RemindChipsProps) {
  const { t } = useMessages()
  const locale = useLocale()
  const { dueAt, remindAt } = task
  if (dueAt === undefined) return <p className={classes.quiet}>{t('tasks.remindNeedsDue')}</p>
  const same = (at: string) => remindAt !== undefined && Date.parse(at) === Date.parse(remindAt)
  const other = remindAt !== undefined && !leads.some(({ minutes }) => same(before(dueAt, minutes)))
  return (
    <ChipRow label={t('tasks.remind')}>
      {leads.map(({ words, minutes }) => {
        const at = before(dueAt, minutes)
        return (
          <Chip key={words} pressed={same(at)} onClick={() => onRemind(same(at) ? null : at)}>
            {t(words)}
          </Chip>
        )
      })}
      {other && (
        <Chip icon={IconBell} pressed onClick={() => onRemind(null)}>
          {shortDateTime(remindAt, locale)}
        </Chip>
      )}
    </ChipRow>
  )
}

import { printDay } from '#shared/fields/calendar.ts'
import { useLocale } from '#web/data/index.ts'
import { shortDate } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Chip, ChipRow } from '#web/records/activity/chip.tsx'
import { dayOfChoice, offeredChoices } from './due-choices.ts'
import { dayOf } from './sections.ts'
import type { Task } from './task.ts'

/** Another day for a task, by one touch. */
export function DueChips({ task, onDay }: { task: Task; onDay: (day: number) => void }) {
  const { t } = useMessages()
  const locale = useLocale()
  const due = task.dueAt === undefined ? undefined : dayOf(task.dueAt, locale.timeZone)
  return (
    <ChipRow label={t('tasks.reschedule')}>
      {offeredChoices(locale).map((choice) => {
        const day = dayOfChoice(choice, locale)
        return (
          <Chip
            key={choice}
            pressed={due === day}
            detail={choice === 'today' ? undefined : shortDate(printDay(day) ?? '', locale)}
            onClick={() => onDay(day)}
          >
            {t(`tasks.${choice}`)}
          </Chip>
        )
      })}
    </ChipRow>
  )
}

import { lazy, Suspense } from 'react'
import type { Locale } from '#shared/fields/field-type.ts'
import { readDay } from '#shared/fields/read-date.ts'
import { useLocale } from '#web/data/index.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './day-dialog.module.css'

const Calendar = lazy(() => import('#web/fields/calendar.tsx'))

interface DayDialogProps {
  readonly onDay: (day: number) => void
  readonly onClose: () => void
}

/** Any other day, from a calendar. */
export function DayDialog({ onDay, onClose }: DayDialogProps) {
  const { t } = useMessages()
  const locale: Locale = useLocale()
  return (
    <Dialog opened onClose={onClose} title={t('tasks.reschedule')} width={320}>
      <div className={classes.calendar}>
        <Suspense>
          <Calendar
            value={null}
            onClose={onClose}
            onChoose={(chosen) => {
              const day = readDay(chosen, locale)
              onClose()
              if (day !== undefined) onDay(day)
            }}
          />
        </Suspense>
      </div>
    </Dialog>
  )
}

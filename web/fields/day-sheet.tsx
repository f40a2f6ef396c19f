import { lazy, Suspense } from 'react'
import { printDay } from '#shared/fields/calendar.ts'
import { dayOfNow } from '#shared/fields/read-date.ts'
import { useLocale } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { LateDialog } from '#web/design/late-dialog.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './day-sheet.module.css'

const Calendar = lazy(() => import('./calendar.tsx'))

export interface DaySheetProps {
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly value: string | null
  /** `HH:MM`, where there is a time as well; undefined where a day is all. */
  readonly time?: string | undefined
  readonly onTime?: (time: string) => void
  readonly onChoose: (day: string) => void
  readonly onClear?: (() => void) | undefined
  /** The day is to be written rather than chosen. */
  readonly onType?: (() => void) | undefined
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Days that are asked for most, counted from today. */
const near = [
  ['tasks.today', 0],
  ['tasks.tomorrow', 1],
  ['fields.inAWeek', 7],
] as const

/** A day, and the time where there is one, chosen by a thumb. */
export function DaySheet(props: DaySheetProps) {
  const { t } = useMessages()
  const today = dayOfNow(useLocale())
  return (
    <LateDialog
      opened
      still
      onClose={props.onClose}
      title={props.title}
      act={
        props.onClear !== undefined && (
          <Button variant="subtle" onClick={props.onClear}>
            {t('design.clear')}
          </Button>
        )
      }
      footer={
        props.time === undefined ? undefined : (
          <Button variant="primary" onClick={props.onDone}>
            {t('fields.choiceDone')}
          </Button>
        )
      }
    >
      <div className={classes.near}>
        {near.map(([text, days]) => {
          const day = printDay(today + days) ?? ''
          return (
            <button
              key={text}
              type="button"
              className={classes.chip}
              aria-pressed={day === props.value}
              onClick={() => props.onChoose(day)}
            >
              {t(text)}
            </button>
          )
        })}
        {props.onType !== undefined && (
          <button type="button" className={classes.chip} data-quiet onClick={props.onType}>
            {t('fields.typeIt')}
          </button>
        )}
      </div>
      <div className={classes.days}>
        <Suspense fallback={null}>
          <Calendar value={props.value} onClose={props.onClose} onChoose={props.onChoose} />
        </Suspense>
      </div>
      {props.time !== undefined && (
        <label className={classes.time}>
          <span>{t('fields.time')}</span>
          <input
            type="time"
            value={props.time}
            onChange={(event) => props.onTime?.(event.currentTarget.value)}
          />
        </label>
      )}
    </LateDialog>
  )
}

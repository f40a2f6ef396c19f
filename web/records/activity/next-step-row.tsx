import { IconCalendar, IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useCatalogue, useLocale, useSettings } from '#web/data/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { fieldViews } from '#web/fields/index.ts'
import { shortDate } from '#web/fields/short-date.ts'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Chip, ChipRow } from './chip.tsx'
import type { NextStep } from './composer-draft.ts'
import classes from './next-step-row.module.css'
import { type NextTimeName, nextTimes } from './next-times.ts'

interface NextStepRowProps {
  readonly next: NextStep | null
  /** The subject of the task where nobody types another one. */
  readonly proposed: string
  readonly onChange: (next: NextStep | null) => void
}

const words = {
  tomorrow: 'activity.tomorrow',
  inThreeDays: 'activity.inThreeDays',
  nextMonday: 'activity.nextMonday',
  nextMonth: 'activity.nextMonth',
} as const satisfies Record<NextTimeName, string>
const blankRecord = { id: '', version: 0 }

/** When to go on: a touch makes the task along with what is written down. */
export function NextStepRow({ next, proposed, onChange }: NextStepRowProps) {
  const { t } = useMessages()
  const locale = useLocale()
  const { calendar } = useSettings()
  const id = useId()
  const dueAt = useCatalogue().find('task')?.fieldByName.get('dueAt')
  const [refused, setRefused] = useState<string | null>(null)
  if (dueAt === undefined) return null
  const times = nextTimes(locale, calendar)
  const { Editor } = fieldViews[dueAt.type]
  const change = (part: Partial<NextStep>) => onChange({ at: null, subject: '', ...next, ...part })
  return (
    <>
      <ChipRow label={t('activity.next')}>
        {times.map(({ name, at }) => (
          <Chip
            key={name}
            pressed={next?.at === at}
            detail={shortDate(wallTime(at, locale.timeZone), locale)}
            onClick={() => (next?.at === at ? onChange(null) : change({ at }))}
          >
            {t(words[name])}
          </Chip>
        ))}
        <Chip
          icon={IconCalendar}
          pressed={next !== null && !times.some(({ at }) => at === next.at)}
          onClick={() => change({ at: null })}
        >
          {t('activity.pickTime')}
        </Chip>
      </ChipRow>
      {next !== null && (
        <div className={classes.task}>
          <div className={classes.when}>
            <Editor
              id={`${id}-when`}
              object="task"
              field={dueAt}
              record={blankRecord}
              value={next.at}
              label={t('activity.dueAt')}
              autoFocus={next.at === null}
              invalid={refused !== null}
              describedBy={`${id}-reason`}
              onRefuse={setRefused}
              onChange={(at) => change({ at: typeof at === 'string' ? at : null })}
            />
          </div>
          <input
            className={classes.subject}
            aria-label={t('activity.taskSubject')}
            placeholder={proposed}
            maxLength={500}
            value={next.subject}
            onChange={(event) => change({ subject: event.currentTarget.value })}
          />
          <IconButton
            size="sm"
            icon={IconX}
            label={t('activity.withoutTask')}
            onClick={() => onChange(null)}
          />
          {refused !== null && (
            <span id={`${id}-reason`} className={classes.reason} role="alert">
              {refused}
            </span>
          )}
        </div>
      )}
    </>
  )
}

import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './calendar-bar.module.css'
import type { Span } from './range.ts'

interface CalendarBarProps {
  readonly title: string
  readonly span: Span
  readonly spans: readonly Span[]
  readonly onSpan: (span: Span) => void
  readonly onStep: (by: 1 | -1) => void
  readonly onToday: () => void
  readonly onCreate: (button: HTMLElement) => void
  /** Further choices, at the right. */
  readonly beside?: ReactNode
}

const keyOf = { month: 'M', week: 'W', day: undefined } as const

/** Which days are shown, and how many of them. */
export function CalendarBar(props: CalendarBarProps) {
  const { title, span, spans } = props
  const { t } = useMessages()
  return (
    <div className={classes.bar}>
      <Button keyHint="T" onClick={props.onToday}>
        {t('calendar.today')}
      </Button>
      <IconButton
        data-move
        icon={IconChevronLeft}
        label={t(`calendar.earlier_${span}`)}
        onClick={() => props.onStep(-1)}
      />
      <IconButton
        data-move
        icon={IconChevronRight}
        label={t(`calendar.later_${span}`)}
        onClick={() => props.onStep(1)}
      />
      <h2 className={classes.title} aria-live="polite">
        {title}
      </h2>
      <span className={classes.rest} />
      {props.beside}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row in a bar */}
      <div className={classes.spans} role="group" aria-label={t('calendar.span')}>
        {spans.map((one) => (
          <button
            key={one}
            type="button"
            className={classes.span}
            aria-pressed={one === span}
            title={keyOf[one]}
            onClick={() => props.onSpan(one)}
          >
            {t(`calendar.${one}`)}
          </button>
        ))}
      </div>
      <IconButton
        data-move
        icon={IconPlus}
        label={t('calendar.create')}
        keyHint="N"
        onClick={(event) => props.onCreate(event.currentTarget)}
      />
    </div>
  )
}

import { Popover } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { DaySheet, type DaySheetProps } from './day-sheet.tsx'

const Calendar = lazy(() => import('./calendar.tsx'))

interface CalendarButtonProps {
  readonly value: unknown
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
  readonly onChoose: (day: string) => void
  /** `id` of the input beside it, which gets the focus back. */
  readonly input: string
  /** On a phone a sheet takes the place of what opens beside the input. */
  readonly sheet?: Omit<DaySheetProps, 'value' | 'onChoose'> | undefined
}

/** Opens a calendar beside a typed date; the calendar is loaded when it is first opened. */
export function CalendarButton(props: CalendarButtonProps) {
  const { value, opened, onOpened, onChoose, input, sheet } = props
  const { t } = useMessages()
  const close = () => {
    onOpened(false)
    document.getElementById(input)?.focus()
  }
  const day = typeof value === 'string' ? value.slice(0, 10) : null
  const button = (
    <IconButton
      size="sm"
      tabIndex={-1}
      icon={IconCalendar}
      label={t('fields.openCalendar')}
      keyHint="↓"
      // The input must not lose the focus: leaving it saves.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpened(!opened)}
    />
  )
  if (sheet !== undefined)
    return (
      <>
        {button}
        {opened && <DaySheet {...sheet} value={day} onChoose={onChoose} />}
      </>
    )
  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? onOpened(true) : close())}
      position="bottom-end"
      shadow="md"
      trapFocus
      withinPortal
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown p={8} data-beside onMouseDown={(event) => event.preventDefault()}>
        <Suspense fallback={<div style={{ width: 252, height: 280 }} />}>
          <Calendar
            value={day}
            onClose={close}
            onChoose={(day) => {
              close()
              onChoose(day)
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

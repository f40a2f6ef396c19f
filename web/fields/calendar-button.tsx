import { Popover } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

const Calendar = lazy(() => import('./calendar.tsx'))

interface CalendarButtonProps {
  readonly value: unknown
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
  readonly onChoose: (day: string) => void
  /** `id` of the input beside it, which gets the focus back. */
  readonly input: string
}

/** Opens a calendar beside a typed date; the calendar is loaded when it is first opened. */
export function CalendarButton({ value, opened, onOpened, onChoose, input }: CalendarButtonProps) {
  const { t } = useMessages()
  const close = () => {
    onOpened(false)
    document.getElementById(input)?.focus()
  }
  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? onOpened(true) : close())}
      position="bottom-end"
      shadow="md"
      trapFocus
      withinPortal
    >
      <Popover.Target>
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
      </Popover.Target>
      <Popover.Dropdown p={8} data-beside onMouseDown={(event) => event.preventDefault()}>
        <Suspense fallback={<div style={{ width: 252, height: 280 }} />}>
          <Calendar
            value={typeof value === 'string' ? value.slice(0, 10) : null}
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

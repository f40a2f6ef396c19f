import { Popover } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

const Calendar = lazy(() => import('./calendar.tsx'))

/** Opens a calendar beside a typed date; the calendar is loaded when it is first opened. */
export function CalendarButton({ value, onChoose }: { value: unknown; onChoose: (day: string) => void }) {
  const { t } = useMessages()
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus withinPortal>
      <Popover.Target>
        <IconButton
          size="sm"
          icon={IconCalendar}
          label={t('fields.openCalendar')}
          // The input must not lose the focus: leaving it saves.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setOpened((open) => !open)}
        />
      </Popover.Target>
      <Popover.Dropdown p={8} onMouseDown={(event) => event.preventDefault()}>
        <Suspense fallback={<div style={{ width: 252, height: 280 }} />}>
          <Calendar
            value={typeof value === 'string' ? value.slice(0, 10) : null}
            onChoose={(day) => {
              setOpened(false)
              onChoose(day)
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

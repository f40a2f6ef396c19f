import { Menu } from '@mantine/core'
import { IconCalendar, IconCalendarEvent, IconCalendarOff } from '@tabler/icons-react'
import { useEffect } from 'react'
import { printDay } from '#shared/fields/calendar.ts'
import { useLocale } from '#web/data/index.ts'
import { MenuItem } from '#web/design/menu-item.tsx'
import { shortDate } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { dayOfChoice, offeredChoices } from './due-choices.ts'
import classes from './due-items.module.css'

interface DueItemsProps {
  /** @param day see shared/fields/calendar.ts; null: without a date */
  readonly onDay: (day: number | null) => void
  readonly onPickDay: () => void
  /** Whether the digits choose. */
  readonly withKeys: boolean
}

/** Lines of a menu: the days that a task is put off to. */
export function DueItems({ onDay, onPickDay, withKeys }: DueItemsProps) {
  const { t } = useMessages()
  const locale = useLocale()
  const choices = offeredChoices(locale)
  useEffect(() => {
    if (!withKeys) return
    const onKeyDown = (event: KeyboardEvent) => {
      const choice = choices[Number(event.key) - 1]
      if (choice === undefined || event.metaKey || event.ctrlKey || event.altKey) return
      event.preventDefault()
      onDay(dayOfChoice(choice, locale))
    }
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  })
  return (
    <>
      {choices.map((choice, index) => {
        const day = dayOfChoice(choice, locale)
        return (
          <Menu.Item
            key={choice}
            leftSection={<IconCalendarEvent aria-hidden />}
            rightSection={
              <span className={classes.date}>
                {shortDate(printDay(day) ?? '', locale)}
                {withKeys && <kbd className={classes.key}>{index + 1}</kbd>}
              </span>
            }
            onClick={() => onDay(day)}
          >
            {t(`tasks.${choice}`)}
          </Menu.Item>
        )
      })}
      <MenuItem icon={IconCalendar} onClick={onPickDay}>
        {t('tasks.pickDay')}
      </MenuItem>
      <MenuItem icon={IconCalendarOff} onClick={() => onDay(null)}>
        {t('tasks.undated')}
      </MenuItem>
    </>
  )
}

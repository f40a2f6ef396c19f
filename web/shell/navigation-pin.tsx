import { Menu, Tooltip } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconCalendar,
  IconDots,
  IconLayoutKanban,
  IconPinnedOff,
  IconTable,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import type { View, ViewKind } from '#shared/metadata/view.ts'
import { useRecordCount } from '#web/data/use-record-count.ts'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import item from './navigation-line.module.css'
import { NavigationLine } from './navigation-line.tsx'
import classes from './navigation-pin.module.css'

const icons = {
  list: IconTable,
  board: IconLayoutKanban,
  calendar: IconCalendar,
} satisfies Record<ViewKind, unknown>

interface NavigationPinProps {
  readonly view: View
  readonly rail: boolean
  /** One place up (-1) or down (1). */
  readonly onMove: (by: -1 | 1) => void
  readonly onUnpin: () => void
}

/** One pinned view, how many records it holds, and a menu of what can be done with the pin. */
export function NavigationPin({ view, rail, onMove, onUnpin }: NavigationPinProps) {
  const { t, language } = useMessages()
  const { filter } = view.definition
  const broken = view.problems.some(({ path }) => path === 'filter')
  const count = useRecordCount(view.object, { filter }, filter !== undefined && !broken)
  const Icon = icons[view.kind]

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <div className={classes.pin}>
      <Tooltip label={view.name} position="right" disabled={!rail}>
        <Link
          to="/o/$object"
          params={{ object: view.object }}
          search={{ view: view.id }}
          className={item.item}
          data-rail={rail || undefined}
          activeOptions={{ includeSearch: true }}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          aria-label={rail ? view.name : undefined}
          draggable={false}
          onKeyDown={onKeyDown}
        >
          <NavigationLine
            icon={<Icon aria-hidden />}
            name={view.name}
            rail={rail}
            count={count === undefined || count >= 10_000 ? undefined : count.toLocaleString(language)}
          />
        </Link>
      </Tooltip>
      {!rail && (
        <Menu position="bottom-end">
          <Menu.Target>
            <button
              type="button"
              className={classes.more}
              aria-label={t('shell.pinMenu', { name: view.name })}
            >
              <IconDots aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <MenuItem icon={IconArrowUp} keyHint="Alt ↑" onClick={() => onMove(-1)}>
              {t('shell.moveUp')}
            </MenuItem>
            <MenuItem icon={IconArrowDown} keyHint="Alt ↓" onClick={() => onMove(1)}>
              {t('shell.moveDown')}
            </MenuItem>
            <Menu.Divider />
            <MenuItem icon={IconPinnedOff} onClick={onUnpin}>
              {t('shell.unpin')}
            </MenuItem>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

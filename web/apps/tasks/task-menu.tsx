import { Menu } from '@mantine/core'
import {
  IconArrowsDiagonal,
  IconCheck,
  IconMessagePlus,
  IconSquareCheck,
  IconUser,
} from '@tabler/icons-react'
import { useState } from 'react'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { DueItems } from './due-items.tsx'
import classes from './task-menu.module.css'

/** Where on the screen a menu opens. */
export interface Place {
  readonly x: number
  readonly y: number
}

interface TaskMenuProps {
  readonly title: string
  readonly place: Place
  /** Only the days; otherwise all that is done with a task. */
  readonly daysOnly: boolean
  /** It is not this person's to change. */
  readonly fixed: boolean
  readonly onDay: (day: number | null) => void
  readonly onPickDay: () => void
  readonly onFinish: () => void
  readonly onOpen: () => void
  readonly onSelect: () => void
  readonly onWrite: (() => void) | undefined
  readonly onAssign: () => void
  readonly onClose: () => void
}

/** All that swiping and keys do with a task, to be seen. */
export function TaskMenu(props: TaskMenuProps) {
  const { place, daysOnly, fixed, onClose } = props
  const { t } = useMessages()
  const [opened, setOpened] = useState(true)
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      onExitTransitionEnd={onClose}
      position={daysOnly ? 'bottom-start' : 'bottom-end'}
      shadow="md"
    >
      <Menu.Target>
        <span aria-hidden className={classes.anchor} style={{ left: place.x, top: place.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={props.title}>
        {!daysOnly && (
          <>
            {!fixed && (
              <MenuItem icon={IconCheck} keyHint="D" onClick={props.onFinish}>
                {t('tasks.finish')}
              </MenuItem>
            )}
            <MenuItem icon={IconArrowsDiagonal} keyHint="↵" onClick={props.onOpen}>
              {t('records.open')}
            </MenuItem>
            {props.onWrite && (
              <MenuItem icon={IconMessagePlus} keyHint="N" onClick={props.onWrite}>
                {t('activity.write')}
              </MenuItem>
            )}
            {!fixed && (
              <MenuItem icon={IconUser} keyHint="A" onClick={props.onAssign}>
                {t('tasks.assign')}
              </MenuItem>
            )}
            <MenuItem icon={IconSquareCheck} keyHint="X" onClick={props.onSelect}>
              {t('tasks.select')}
            </MenuItem>
            {!fixed && <Menu.Divider />}
          </>
        )}
        {!fixed && (
          <>
            <Menu.Label>{t('tasks.reschedule')}</Menu.Label>
            <DueItems onDay={props.onDay} onPickDay={props.onPickDay} withKeys={daysOnly} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

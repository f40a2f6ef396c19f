import { Menu } from '@mantine/core'
import { IconCheck, IconCopyPlus, IconPencil, IconSquareCheck, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { type RecordData, useMay } from '#web/data/index.ts'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { CardActs } from './record-card.tsx'
import classes from './row-menu.module.css'

export interface CardMenuPlace {
  readonly record: RecordData
  readonly line: number
  readonly x: number
  readonly y: number
}

interface CardMenuProps {
  /** Name of the record's object. */
  readonly object: string
  readonly title: string
  readonly place: CardMenuPlace
  readonly completes: boolean
  readonly removes: boolean
  readonly acts: CardActs
  readonly onClose: () => void
}

/** All that swiping and long pressing do, to be seen. */
export function CardMenu({ object, title, place, completes, removes, acts, onClose }: CardMenuProps) {
  const { t } = useMessages()
  const [opened, setOpened] = useState(true)
  const { may } = useMay()
  const { record, line } = place
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      onExitTransitionEnd={onClose}
      position="bottom-end"
      shadow="md"
    >
      <Menu.Target>
        <span className={classes.anchor} style={{ left: place.x, top: place.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={title}>
        {completes && (
          <MenuItem icon={IconCheck} onClick={() => acts.complete(record)}>
            {t('table.complete')}
          </MenuItem>
        )}
        {may('activity', 'create') && (
          <MenuItem icon={IconPencil} onClick={() => acts.write(record)}>
            {t('table.writeActivity')}
          </MenuItem>
        )}
        <MenuItem icon={IconSquareCheck} onClick={() => acts.select(record, line)}>
          {t('table.select')}
        </MenuItem>
        {may(object, 'create') && (
          <MenuItem icon={IconCopyPlus} onClick={() => acts.duplicate(record)}>
            {t('activity.duplicate')}
          </MenuItem>
        )}
        {removes && (
          <MenuItem icon={IconTrash} danger onClick={() => acts.remove(record)}>
            {t('records.delete')}
          </MenuItem>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

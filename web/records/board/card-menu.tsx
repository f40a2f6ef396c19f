import { Menu } from '@mantine/core'
import {
  IconArrowsDiagonal,
  IconArrowsMove,
  IconArrowsRightLeft,
  IconDots,
  IconLayoutSidebarRight,
  IconLink,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import type { RecordData } from '#web/data/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useBoard } from './board-context.ts'
import classes from './card.module.css'

interface CardMenuProps {
  readonly record: RecordData
  readonly name: string
  readonly reachable: boolean
}

/** Everything that can be done with a card, with the keys that do the same. */
export function CardMenu({ record, name, reachable }: CardMenuProps) {
  const { t } = useMessages()
  const { acts, store, query, phone } = useBoard()
  // A phone has no keys.
  const key = (keyHint: string) => (phone ? {} : { keyHint })
  const copy = async () => {
    await navigator.clipboard.writeText(`${location.origin}/o/${query.object.name}/${record.id}`)
    showToast(t('board.linkCopied'))
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <IconButton
          className={classes.menu}
          icon={IconDots}
          size="sm"
          label={t('board.cardMenu', { name })}
          tabIndex={reachable ? 0 : -1}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <MenuItem icon={IconArrowsDiagonal} {...key('↵')} onClick={() => acts.open(record.id)}>
          {t('board.open')}
        </MenuItem>
        {!phone && (
          <MenuItem
            icon={IconLayoutSidebarRight}
            {...key(t('board.spaceKey'))}
            onClick={() => store.set({ active: record.id, peeking: true })}
          >
            {t('board.peek')}
          </MenuItem>
        )}
        <MenuItem icon={IconPencil} {...key('E')} onClick={() => store.set({ editing: record.id })}>
          {t('board.rename')}
        </MenuItem>
        <MenuItem icon={IconArrowsRightLeft} onClick={() => acts.askWhere([record.id])}>
          {t('board.moveTo')}
        </MenuItem>
        {!phone && (
          <MenuItem icon={IconArrowsMove} {...key('M')} onClick={() => acts.lift(record.id)}>
            {t('board.lift')}
          </MenuItem>
        )}
        <MenuItem icon={IconLink} onClick={() => void copy()}>
          {t('board.copyLink')}
        </MenuItem>
        <Menu.Divider />
        <MenuItem icon={IconTrash} danger onClick={() => acts.remove([record])}>
          {t('board.remove')}
        </MenuItem>
      </Menu.Dropdown>
    </Menu>
  )
}

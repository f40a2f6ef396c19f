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
import { useMayWith } from '#web/data/use-may-with.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useCopyToast } from '#web/design/use-copy-toast.ts'
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
  const { acts, store, query, phone, mayCross, mayLift } = useBoard()
  const may = useMayWith()
  // A phone has no keys.
  const key = (keyHint: string) => (phone ? {} : { keyHint })
  const copyToast = useCopyToast()
  const copy = () => copyToast(`${location.origin}/o/${query.object.name}/${record.id}`)
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
            {...key('Space')}
            onClick={() => store.set({ active: record.id, peeking: true })}
          >
            {t('board.peek')}
          </MenuItem>
        )}
        {query.object.titleField.writable && may(query.object, record, 'update') && (
          <MenuItem icon={IconPencil} {...key('E')} onClick={() => store.set({ editing: record.id })}>
            {t('board.rename')}
          </MenuItem>
        )}
        {mayCross(record) && (
          <MenuItem icon={IconArrowsRightLeft} onClick={() => acts.askWhere([record.id])}>
            {t('board.moveTo')}
          </MenuItem>
        )}
        {!phone && mayLift(record) && (
          <MenuItem icon={IconArrowsMove} {...key('M')} onClick={() => acts.lift(record.id)}>
            {t('board.lift')}
          </MenuItem>
        )}
        <MenuItem icon={IconLink} onClick={() => void copy()}>
          {t('board.copyLink')}
        </MenuItem>
        {may(query.object, record, 'delete') && (
          <>
            <Menu.Divider />
            <MenuItem icon={IconTrash} danger onClick={() => acts.remove([record])}>
              {t('board.remove')}
            </MenuItem>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

import { Menu } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowRight,
  IconCopy,
  IconDots,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconTrash,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import type { View } from '#shared/metadata/view.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ViewActions } from './use-view-actions.ts'

interface ViewMenuProps {
  readonly view: View
  readonly index: number
  readonly count: number
  readonly actions: ViewActions
  /** Whether it is the one that is shown. */
  readonly current: boolean
  readonly onRename: () => void
}

/** What can be done with the view that is shown; what another's shared view does not allow is not offered. */
export function ViewMenu({ view, index, count, actions, current, onRename }: ViewMenuProps) {
  const { t } = useMessages()
  const mine = actions.mayChange(view)
  const pinned = actions.isPinned(view.id)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <IconButton icon={IconDots} size="sm" label={t('views.menu')} />
      </Menu.Target>
      <Menu.Dropdown>
        {mine && (
          <MenuItem icon={IconPencil} onClick={onRename}>
            {t('views.rename')}
          </MenuItem>
        )}
        <MenuItem icon={IconCopy} onClick={() => void actions.duplicate(view)}>
          {t('views.duplicate')}
        </MenuItem>
        {mine && (
          <MenuItem
            icon={view.shared ? IconUser : IconUsers}
            onClick={() => void actions.share(view, !view.shared)}
          >
            {t(view.shared ? 'views.unshare' : 'views.share')}
          </MenuItem>
        )}
        <MenuItem icon={pinned ? IconPinnedOff : IconPin} onClick={() => actions.togglePin(view)}>
          {t(pinned ? 'views.unpin' : 'views.pin')}
        </MenuItem>
        {mine && (
          <>
            <Menu.Divider />
            <MenuItem
              icon={IconArrowLeft}
              disabled={index === 0}
              keyHint="Alt ←"
              onClick={() => void actions.move(view, index - 1)}
            >
              {t('views.moveLeft')}
            </MenuItem>
            <MenuItem
              icon={IconArrowRight}
              disabled={index === count - 1}
              keyHint="Alt →"
              onClick={() => void actions.move(view, index + 1)}
            >
              {t('views.moveRight')}
            </MenuItem>
            <Menu.Divider />
            <MenuItem icon={IconTrash} danger onClick={() => void actions.remove(view, current)}>
              {t('views.delete')}
            </MenuItem>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

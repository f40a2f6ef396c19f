import { Menu } from '@mantine/core'
import { IconDots, IconTrash, IconUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** What is done with a list now and then. */
export function ListMenu({ object }: { object: string }) {
  const { t } = useMessages()
  const phone = usePhone()
  const navigate = useNavigate()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton icon={IconDots} label={t('design.more')} />
      </Menu.Target>
      <Menu.Dropdown>
        {phone && (
          <MenuItem
            icon={IconUpload}
            onClick={() => void navigate({ to: '/import/{-$object}', params: { object } })}
          >
            {t('records.import')}
          </MenuItem>
        )}
        <MenuItem
          icon={IconTrash}
          onClick={() => void navigate({ to: '/o/$object/bin', params: { object } })}
        >
          {t('records.bin')}
        </MenuItem>
      </Menu.Dropdown>
    </Menu>
  )
}

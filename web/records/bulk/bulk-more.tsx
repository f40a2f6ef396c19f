import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { BulkAct } from './use-bulk-acts.tsx'

/** What is done with the chosen ones now and then: a file of them. */
export function BulkMore({ acts }: { acts: readonly BulkAct[] }) {
  const { t } = useMessages()
  return (
    <Menu position="top-end">
      <Menu.Target>
        <IconButton icon={IconDots} label={t('table.moreActs')} />
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map(({ id, title, icon, run }) => (
          <MenuItem key={id} icon={icon} onClick={run}>
            {title}
          </MenuItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

import { Menu } from '@mantine/core'
import { IconChevronDown, IconSettings } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useSession, useSettings } from '#web/data/use-session.ts'
import { useSwitchWorkspace } from '#web/data/use-session-changes.ts'
import { BrandMark } from '#web/design/brand-mark.tsx'
import { MenuChoice } from '#web/design/menu-choice.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './workspace-menu.module.css'

/** Names the workspace; opens its settings and the account's other workspaces. */
export function WorkspaceMenu({ folded }: { folded: boolean }) {
  const { t } = useMessages()
  const navigate = useNavigate()
  const { workspace, workspaces = [] } = useSession()
  const { name } = useSettings()
  const switchWorkspace = useSwitchWorkspace()
  const shownName = name || workspace.name

  return (
    <Menu width={220}>
      <Menu.Target>
        <button
          type="button"
          className={classes.workspace}
          data-folded={folded || undefined}
          aria-label={`${shownName}, ${t('shell.workspaceMenu')}`}
        >
          <BrandMark />
          {!folded && (
            <>
              <span>{shownName}</span>
              <IconChevronDown aria-hidden />
            </>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {workspaces.length > 1 && (
          <>
            <Menu.Label>{t('shell.switchWorkspace')}</Menu.Label>
            {workspaces.map(({ id, name }) => (
              <MenuChoice key={id} checked={id === workspace.id} onClick={() => switchWorkspace.mutate(id)}>
                {name}
              </MenuChoice>
            ))}
            <Menu.Divider />
          </>
        )}
        <MenuItem icon={IconSettings} onClick={() => void navigate({ to: '/settings' })}>
          {t('shell.settings')}
        </MenuItem>
      </Menu.Dropdown>
    </Menu>
  )
}

import { Menu } from '@mantine/core'
import { IconHelpCircle, IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { accessQuery } from '#web/data/use-may.ts'
import { useSession } from '#web/data/use-session.ts'
import { useSignOut } from '#web/data/use-session-changes.ts'
import { ownRecordQuery } from '#web/data/use-time-zone.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './account-bar.module.css'
import { LanguageChoices } from './language-choices.tsx'
import { ThemeChoices } from './theme-choices.tsx'

/** The foot of the navigation: who is signed in, how things look, help and settings. */
export function AccountBar({ folded, onKeys }: { folded: boolean; onKeys: () => void }) {
  const { t } = useMessages()
  const navigate = useNavigate()
  const { user } = useSession()
  const { roles } = useSuspenseQuery(accessQuery).data
  const signOut = useSignOut()
  const { jobTitle } = useSuspenseQuery(ownRecordQuery(user.id)).data
  const second =
    typeof jobTitle === 'string' && jobTitle !== ''
      ? jobTitle
      : roles.map(({ name }) => name).join(t('records.listSeparator'))

  return (
    <div className={classes.bar} data-folded={folded || undefined}>
      <Menu position="top-start" width={220}>
        <Menu.Target>
          <button
            type="button"
            className={classes.account}
            aria-label={folded ? `${user.name}, ${t('shell.accountMenu')}` : undefined}
          >
            <Avatar id={user.id} name={user.name} size={24} />
            {!folded && (
              <span className={classes.who}>
                <span className={classes.name}>{user.name}</span>
                <span className={classes.role}>{second}</span>
              </span>
            )}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuItem icon={IconUserCircle} onClick={() => void navigate({ to: '/settings/profile' })}>
            {t('shell.profile')}
          </MenuItem>
          <Menu.Divider />
          <LanguageChoices />
          <Menu.Divider />
          <ThemeChoices />
          <Menu.Divider />
          <MenuItem icon={IconLogout} onClick={() => signOut.mutate()}>
            {t('shell.signOut')}
          </MenuItem>
        </Menu.Dropdown>
      </Menu>
      <IconButton icon={IconHelpCircle} label={t('shell.keys')} keyHint="?" size="sm" onClick={onKeys} />
      <IconButton
        icon={IconSettings}
        label={t('shell.settings')}
        size="sm"
        onClick={() => void navigate({ to: '/settings' })}
      />
    </div>
  )
}

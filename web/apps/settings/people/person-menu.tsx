import { Menu } from '@mantine/core'
import {
  IconArrowsExchange,
  IconDots,
  IconKey,
  IconShield,
  IconShieldOff,
  IconSitemap,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react'
import type { PersonLine } from '#shared/operations/people.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

/** What can be done with a member, each in a dialog of its own. */
export const acts = ['roles', 'place', 'password', 'factors', 'handOver', 'deactivate'] as const
export type Act = (typeof acts)[number]

interface PersonMenuProps {
  readonly person: PersonLine
  readonly own: boolean
  readonly onAct: (act: Act) => void
  readonly onReactivate: () => void
}

export function PersonMenu({ person, own, onAct, onReactivate }: PersonMenuProps) {
  const { t } = useMessages()
  const { isActive, account, name } = person
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <IconButton icon={IconDots} size="sm" label={t('people.menuOf', { name })} />
      </Menu.Target>
      <Menu.Dropdown>
        <MenuItem icon={IconShield} onClick={() => onAct('roles')}>
          {t('people.changeRoles')}
        </MenuItem>
        <MenuItem icon={IconSitemap} onClick={() => onAct('place')}>
          {t('people.changePlace')}
        </MenuItem>
        {!own && isActive && account !== null && (
          <MenuItem icon={IconKey} onClick={() => onAct('password')}>
            {t('settings.resetPassword')}
          </MenuItem>
        )}
        {!own && isActive && account !== null && (
          <MenuItem icon={IconShieldOff} onClick={() => onAct('factors')}>
            {t('signInPolicy.resetFactors')}
          </MenuItem>
        )}
        {!own && (
          <>
            <Menu.Divider />
            <MenuItem icon={IconArrowsExchange} onClick={() => onAct('handOver')}>
              {t('people.handOver')}
            </MenuItem>
            {isActive ? (
              <MenuItem icon={IconUserOff} danger onClick={() => onAct('deactivate')}>
                {t('people.deactivate')}
              </MenuItem>
            ) : (
              <MenuItem icon={IconUserCheck} onClick={onReactivate}>
                {t('people.reactivate')}
              </MenuItem>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

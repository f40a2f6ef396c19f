import { Menu } from '@mantine/core'
import { IconDots, IconLink, IconMailForward, IconX } from '@tabler/icons-react'
import type { TeamLine } from '#shared/operations/people.ts'
import type { Role } from '#shared/operations/roles.ts'
import type { Invitation, Invited } from '#web/data/people.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useLocale } from '#web/data/use-locale.ts'
import { useInvitationChanges } from '#web/data/use-people.ts'
import table from '#web/design/data-table.module.css'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { StatusDot } from '#web/design/status-dot.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { shortDateTime } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'

interface InvitationCellsProps {
  readonly invitation: Invitation
  readonly teams: readonly TeamLine[]
  readonly roles: readonly Role[]
  readonly mail: boolean
  /** Shows the link that was made anew. */
  readonly onReady: (invited: Invited) => void
}

/** Who is asked to join, and as what. */
export function InvitationCells({ invitation, teams, roles, mail, onReady }: InvitationCellsProps) {
  const { t } = useMessages()
  const locale = useLocale()
  const { renew, withdraw } = useInvitationChanges()
  const { id, email, mobile, roleIds, teamId, expired, expiresAt } = invitation
  const name = email ?? mobile ?? t('people.linkForAnyone')
  const team = teams.find((one) => one.id === teamId)
  const names = roles.filter((role) => roleIds.includes(role.id)).map((role) => role.name)
  const onError = (error: unknown) =>
    showToast(problemText(t, error) ?? t('design.failed'), { tone: 'problem' })
  const again = (send: boolean) => renew.mutate({ id, send }, { onSuccess: onReady, onError })
  const end = () => withdraw.mutate(id, { onSuccess: () => showToast(t('people.withdrawn')), onError })
  return (
    <>
      <th scope="row" className={table.cell}>
        <span>{name}</span>
      </th>
      <td className={table.cell}>
        <StatusDot color={expired ? 'grey' : 'amber'}>
          {t(expired ? 'people.expired' : 'people.invited')}
        </StatusDot>
      </td>
      <td className={table.cell} data-head={t('people.roles')}>
        {names.join(t('records.listSeparator'))}
      </td>
      <td className={table.cell} data-head={team && t('people.team')}>
        {team?.name}
      </td>
      <td className={table.cell} data-head={t('people.validTo')}>
        {shortDateTime(expiresAt, locale)}
      </td>
      <td className={table.cell}>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <IconButton icon={IconDots} size="sm" label={t('people.menuOf', { name })} />
          </Menu.Target>
          <Menu.Dropdown>
            {mail && email !== null && (
              <MenuItem icon={IconMailForward} onClick={() => again(true)}>
                {t('people.renew')}
              </MenuItem>
            )}
            <MenuItem icon={IconLink} onClick={() => again(false)}>
              {t('people.copyNewLink')}
            </MenuItem>
            <Menu.Divider />
            <MenuItem icon={IconX} danger onClick={end}>
              {t('people.withdraw')}
            </MenuItem>
          </Menu.Dropdown>
        </Menu>
      </td>
    </>
  )
}

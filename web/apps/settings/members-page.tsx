import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Member } from '#web/data/members.ts'
import { problemText } from '#web/data/problem-text.ts'
import { membersQuery } from '#web/data/use-members.ts'
import { useIsAdmin, useSession } from '#web/data/use-session.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { Button } from '#web/design/button.tsx'
import table from '#web/design/data-table.module.css'
import { ErrorState } from '#web/design/error-state.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { AddMemberDialog } from './add-member-dialog.tsx'
import { ResetPasswordDialog } from './reset-password-dialog.tsx'
import { SettingsPage } from './settings-page.tsx'
import { SettingsTable } from './settings-table.tsx'

/** Who works in this workspace. */
export function Component() {
  const { t } = useMessages()
  const members = useQuery(membersQuery)
  const { user } = useSession()
  const isAdmin = useIsAdmin()
  const [adding, setAdding] = useState(false)
  const [resetting, setResetting] = useState<Member>()

  return (
    <SettingsPage
      title={t('settings.members')}
      action={
        isAdmin && (
          <Button variant="primary" icon={IconPlus} onClick={() => setAdding(true)}>
            {t('settings.addMember')}
          </Button>
        )
      }
    >
      {members.isError ? (
        <ErrorState detail={problemText(t, members.error) ?? ''} onRetry={() => void members.refetch()} />
      ) : (
        <SettingsTable
          label={t('settings.members')}
          heads={[t('settings.memberName'), t('auth.identifier'), t('settings.role')]}
          {...(isAdmin && { actionsHead: t('shell.actions') })}
          rows={members.data}
        >
          {(member) => (
            <>
              <th scope="row" className={table.cell}>
                <Avatar id={member.id} name={member.name} />
                <span>{member.name}</span>
                {member.id === user.id && <span className={table.quiet}>{t('settings.you')}</span>}
              </th>
              <td className={table.cell}>{member.email ?? member.mobile}</td>
              <td className={table.cell}>
                {t(member.role === 'admin' ? 'settings.roleAdmin' : 'settings.roleMember')}
              </td>
              {isAdmin && (
                <td className={table.cell}>
                  {member.id !== user.id && (
                    <IconButton
                      icon={IconKey}
                      size="sm"
                      label={t('settings.resetPasswordNamed', { name: member.name })}
                      onClick={() => setResetting(member)}
                    />
                  )}
                </td>
              )}
            </>
          )}
        </SettingsTable>
      )}
      {adding && <AddMemberDialog onClose={() => setAdding(false)} />}
      {resetting && <ResetPasswordDialog member={resetting} onClose={() => setResetting(undefined)} />}
    </SettingsPage>
  )
}

import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { member } from '#shared/access/shipped-roles.ts'
import { problemText } from '#web/data/problem-text.ts'
import { rolesQuery } from '#web/data/use-roles.ts'
import { Button } from '#web/design/button.tsx'
import table from '#web/design/data-table.module.css'
import { ErrorState } from '#web/design/error-state.tsx'
import { Tag } from '#web/design/tag.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { useOwnPermissions } from '../granting/use-own-permissions.ts'
import { SettingsPage } from '../settings-page.tsx'
import { SettingsTable } from '../settings-table.tsx'
import { NewRoleDialog } from './new-role-dialog.tsx'
import { ownDescription } from './own-description.ts'
import classes from './roles-page.module.css'
import { useSummary } from './use-summary.ts'

/** The roles of the workspace: what each is for, in words what it permits, and how many bear it. */
export function Component() {
  const { t } = useMessages()
  const navigate = useNavigate()
  const roles = useQuery(rolesQuery)
  const { mayGive } = useOwnPermissions()
  const summary = useSummary()
  const [making, setMaking] = useState(false)
  const copies = roles.data?.filter(mayGive) ?? []
  return (
    <div className={classes.page}>
      <SettingsPage
        title={t('access.roles')}
        detail={t('access.rolesDetail')}
        action={
          <Button variant="primary" icon={IconPlus} onClick={() => setMaking(true)}>
            {t('access.newRole')}
          </Button>
        }
      >
        {roles.isError ? (
          <ErrorState detail={problemText(t, roles.error) ?? ''} onRetry={() => void roles.refetch()} />
        ) : (
          <SettingsTable
            label={t('access.roles')}
            heads={[t('access.roleName'), t('access.permits'), t('access.members')]}
            rows={roles.data}
          >
            {(role) => (
              <>
                <th scope="row" className={`${table.cell} ${classes.name}`}>
                  <Link to="/settings/roles/$id" params={{ id: role.id }}>
                    {role.name}
                  </Link>
                  {role.shipped && <Tag>{t('access.shipped')}</Tag>}
                </th>
                <td className={`${table.cell} ${classes.what}`}>
                  {ownDescription(role) !== undefined && <span>{ownDescription(role)}</span>}
                  {role.permissions !== undefined && (
                    <span className={classes.summary}>{summary(role.permissions)}</span>
                  )}
                </td>
                <td className={table.cell}>{t('access.bearers', { count: role.members })}</td>
              </>
            )}
          </SettingsTable>
        )}
        {making && (
          <NewRoleDialog
            roles={copies}
            from={copies.find(({ key }) => key === member) ?? copies[0]}
            onMade={({ id }) => void navigate({ to: '/settings/roles/$id', params: { id } })}
            onClose={() => setMaking(false)}
          />
        )}
      </SettingsPage>
    </div>
  )
}

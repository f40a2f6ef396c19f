import { Input } from '@mantine/core'
import { IconUsers, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Role } from '#shared/operations/roles.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useMay } from '#web/data/use-may.ts'
import { assignmentsQuery, rolesQuery, useAssignRoles } from '#web/data/use-roles.ts'
import { Button } from '#web/design/button.tsx'
import table from '#web/design/data-table.module.css'
import { EmptyState } from '#web/design/empty-state.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useNames } from '#web/fields/index.ts'
import { Person } from '#web/fields/person.tsx'
import { RecordPicker } from '#web/fields/record-picker.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { SettingsTable } from '../settings-table.tsx'
import classes from './role-page.module.css'

/** Members that are drawn at once. */
const page = 50

/** Who bears a role; adds and removes them. */
export function RoleMembers({ role }: { role: Role }) {
  const { t } = useMessages()
  return useMay().right('people') ? (
    <Bearers role={role} />
  ) : (
    <EmptyState
      icon={IconUsers}
      title={t('access.bearers', { count: role.members })}
      detail={t('access.membersElsewhere')}
    />
  )
}

interface Bearer {
  readonly id: string
  readonly name: string
  readonly others: readonly Role[]
}

function Bearers({ role }: { role: Role }) {
  const { t } = useMessages()
  const inputId = useId()
  const roles = useQuery(rolesQuery).data ?? []
  const assignments = useQuery(assignmentsQuery)
  const assign = useAssignRoles()
  const [shown, setShown] = useState(page)
  const [leaving, setLeaving] = useState<Bearer>()
  const bearing = assignments.data?.filter(({ roleIds }) => roleIds.includes(role.id))
  const names = useNames('user', bearing?.slice(0, shown).map(({ userId }) => userId) ?? [])
  const rolesOf = (userId: string) => assignments.data?.find((one) => one.userId === userId)?.roleIds ?? []
  const bearers = bearing?.slice(0, shown).map(
    ({ userId, roleIds }, index): Bearer => ({
      id: userId,
      name: names[index]?.label ?? '',
      others: roles.filter(({ id }) => id !== role.id && roleIds.includes(id)),
    }),
  )
  const add = (userId: string) =>
    assign.mutate({ userId, roleIds: [...new Set([...rolesOf(userId), role.id])] })
  const remove = ({ id, name }: Bearer) =>
    assign.mutate(
      { userId: id, roleIds: rolesOf(id).filter((one) => one !== role.id) },
      {
        onSuccess: () => {
          setLeaving(undefined)
          showToast(t('access.bearerRemoved', { name, role: role.name }), { undo: () => add(id) })
        },
      },
    )
  return (
    <>
      <Input.Wrapper id={inputId} className={classes.add ?? ''} label={t('access.addMember')}>
        <RecordPicker
          id={inputId}
          to="user"
          chosen={[]}
          multiple={false}
          creates={false}
          onChange={([id]) => id !== undefined && !rolesOf(id).includes(role.id) && add(id)}
        />
      </Input.Wrapper>
      {leaving === undefined && assign.isError && <FormProblem>{problemText(t, assign.error)}</FormProblem>}
      {bearers?.length === 0 ? (
        <EmptyState icon={IconUsers} title={t('access.noBearers')} detail={t('access.noBearersWhat')} />
      ) : (
        <SettingsTable
          label={t('access.members')}
          heads={[t('access.bearer'), t('access.otherRoles')]}
          actionsHead={t('shell.actions')}
          rows={bearers}
        >
          {(bearer) => (
            <>
              <th scope="row" className={table.cell}>
                <Person id={bearer.id} name={bearer.name} />
              </th>
              <td className={table.cell}>
                {bearer.others.map(({ name }) => name).join(t('records.listSeparator')) || (
                  <span className={table.quiet}>{t('access.none')}</span>
                )}
              </td>
              <td className={table.cell}>
                <IconButton
                  icon={IconX}
                  size="sm"
                  label={t('access.removeBearer', { name: bearer.name })}
                  onClick={() => (bearer.others.length === 0 ? setLeaving(bearer) : remove(bearer))}
                />
              </td>
            </>
          )}
        </SettingsTable>
      )}
      {bearing !== undefined && bearing.length > shown && (
        <Button variant="subtle" onClick={() => setShown(shown + page)}>
          {t('access.more')}
        </Button>
      )}
      {leaving !== undefined && (
        <ConfirmDialog
          title={t('access.removeBearer', { name: leaving.name })}
          action={t('access.remove')}
          busy={assign.isPending}
          error={assign.error}
          onConfirm={() => remove(leaving)}
          onClose={() => {
            assign.reset()
            setLeaving(undefined)
          }}
        >
          {t('access.lastRoleWhat', { name: leaving.name })}
        </ConfirmDialog>
      )}
    </>
  )
}

import { IconCopy, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Role } from '#shared/operations/roles.ts'
import { rolesQuery, useRoleChanges } from '#web/data/use-roles.ts'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { useOwnPermissions } from '../granting/use-own-permissions.ts'
import { NewRoleDialog } from './new-role-dialog.tsx'
import { RenameRoleDialog } from './rename-role-dialog.tsx'
import classes from './role-page.module.css'

/** What is done with a role as a whole. */
export function RoleActs({ role, locked }: { role: Role; locked: boolean }) {
  const { t } = useMessages()
  const navigate = useNavigate()
  const roles = useQuery(rolesQuery).data ?? []
  const { mayGive } = useOwnPermissions()
  const { remove } = useRoleChanges()
  const [asked, setAsked] = useState<'copy' | 'rename' | 'delete'>()
  const close = () => setAsked(undefined)
  const { name, members } = role
  const kept = members > 0 ? t('access.deleteRoleInUse', { count: members }) : undefined
  const erase = () =>
    remove.mutate(role.id, {
      onSuccess: () => {
        showToast(t('access.roleDeleted', { name }))
        void navigate({ to: '/settings/roles', ignoreBlocker: true })
      },
    })
  return (
    <div className={classes.acts}>
      {!locked && (
        <IconButton edge icon={IconPencil} label={t('access.rename')} onClick={() => setAsked('rename')} />
      )}
      {mayGive(role) && (
        <Button icon={IconCopy} onClick={() => setAsked('copy')}>
          {t('access.copyRole')}
        </Button>
      )}
      {!locked && !role.shipped && (
        <Button icon={IconTrash} disabledReason={kept} onClick={() => setAsked('delete')}>
          {t('access.deleteRole')}
        </Button>
      )}
      {asked === 'rename' && <RenameRoleDialog role={role} onClose={close} />}
      {asked === 'copy' && (
        <NewRoleDialog
          roles={roles.filter(mayGive)}
          from={role}
          onMade={({ id }) => {
            close()
            void navigate({ to: '/settings/roles/$id', params: { id } })
          }}
          onClose={close}
        />
      )}
      {asked === 'delete' && (
        <ConfirmDialog
          title={t('access.deleteRoleNamed', { name })}
          action={t('access.deleteRole')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={erase}
          onClose={close}
        >
          {t('access.deleteRoleWhat')}
        </ConfirmDialog>
      )}
    </div>
  )
}

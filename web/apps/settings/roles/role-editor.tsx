import { IconChevronLeft, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { administrator } from '#shared/access/shipped-roles.ts'
import { Tabs } from '#web/design/tabs.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useOwnPermissions } from '../granting/use-own-permissions.ts'
import { SettingsPage } from '../settings-page.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { LeaveQuestion } from './leave-question.tsx'
import { ownDescription } from './own-description.ts'
import { RoleActs } from './role-acts.tsx'
import { RoleMembers } from './role-members.tsx'
import classes from './role-page.module.css'
import { RolePermissions } from './role-permissions.tsx'
import { SaveBar } from './save-bar.tsx'
import { type OpenRole, useRoleDraft } from './use-role-draft.ts'
import { useSummary } from './use-summary.ts'

const panel = 'role-panel'

/** A role open for change: its sentence follows every cell; what was changed is kept when it is saved. */
export function RoleEditor({ role }: { role: OpenRole }) {
  const { t } = useMessages()
  const [tab, setTab] = useState<'permissions' | 'members'>('permissions')
  const summary = useSummary()
  const description = ownDescription(role)
  const { own, mayGive } = useOwnPermissions()
  const draft = useRoleDraft(role, () => showToast(t('access.roleSaved', { name: role.name })))
  const { permissions, changes, conflict, change } = draft
  const why =
    role.key === administrator
      ? t('access.lockedAdministrator')
      : mayGive(role)
        ? undefined
        : t('access.lockedBeyond')
  return (
    <div className={classes.page}>
      <SettingsPage
        title={role.name}
        {...(description !== undefined && { detail: description })}
        before={
          <Link to="/settings/roles" className={classes.back}>
            <IconChevronLeft size={14} aria-hidden />
            {t('access.roles')}
          </Link>
        }
        action={<RoleActs role={role} locked={why !== undefined} />}
      >
        <p className={classes.summary} aria-live="polite">
          {summary(permissions)}
        </p>
        {why !== undefined && (
          <p className={classes.locked}>
            <IconLock size={16} aria-hidden />
            {why}
          </p>
        )}
        <Tabs
          tabs={[
            { name: 'permissions', label: t('access.permissions') },
            { name: 'members', label: t('access.members'), count: role.members },
          ]}
          current={tab}
          onChange={setTab}
          label={role.name}
          panelId={panel}
        />
        <div id={panel} role="tabpanel" className={classes.panel}>
          {tab === 'members' ? (
            <RoleMembers role={role} />
          ) : (
            <RolePermissions editing={{ permissions, own, locked: why !== undefined, change }} />
          )}
        </div>
        <SaveBar
          count={changes.length}
          saving={draft.saving}
          error={draft.error}
          onSave={draft.save}
          onDiscard={draft.discard}
        />
      </SettingsPage>
      <LeaveQuestion name={role.name} count={changes.length} />
      {conflict !== undefined && (
        <ConflictDialog
          name={role.name}
          mine={changes}
          theirs={conflict.theirs}
          onJoin={() => draft.join(conflict)}
          onTakeTheirs={() => draft.takeTheirs(conflict)}
          onClose={draft.leaveConflict}
        />
      )}
    </div>
  )
}

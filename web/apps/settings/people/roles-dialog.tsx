import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonLine } from '#shared/operations/people.ts'
import { keys } from '#web/data/keys.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useAssignRoles } from '#web/data/use-roles.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { RoleChoices } from './role-choices.tsx'

/** Which roles a member bears. */
export function RolesDialog({ person, onClose }: { person: PersonLine; onClose: () => void }) {
  const { t } = useMessages()
  const client = useQueryClient()
  const [roleIds, setRoleIds] = useState<readonly string[]>(person.roleIds)
  const assign = useAssignRoles()
  const save = () =>
    assign.mutate(
      { userId: person.id, roleIds },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: keys.people })
          showToast(t('people.rolesChanged'))
          onClose()
        },
      },
    )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('people.rolesOf', { name: person.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button variant="primary" busy={assign.isPending} onClick={save}>
            {t('people.save')}
          </Button>
        </>
      }
    >
      <FormProblem>{problemText(t, assign.error)}</FormProblem>
      <RoleChoices chosen={roleIds} onChange={setRoleIds} />
    </Dialog>
  )
}

import { type FormEvent, useId, useState } from 'react'
import type { Role } from '#shared/operations/roles.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useRoleChanges } from '#web/data/use-roles.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import page from '../settings-page.module.css'
import { RoleForm } from './role-form.tsx'

/** Name and description of a role, kept at once. */
export function RenameRoleDialog({ role, onClose }: { role: Role; onClose: () => void }) {
  const { t } = useMessages()
  const formId = useId()
  const [name, setName] = useState(role.name)
  const [description, setDescription] = useState(role.description)
  const { update } = useRoleChanges()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || update.isPending) return
    const change = { name: name.trim(), description: description.trim() }
    update.mutate({ id: role.id, change, version: role.version }, { onSuccess: onClose })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('access.rename')}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={update.isPending}>
            {t('access.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={page.dialogForm} onSubmit={submit} noValidate>
        <FormProblem>{problemText(t, update.error)}</FormProblem>
        <RoleForm
          name={name}
          description={description}
          missing={name.trim() === ''}
          onName={setName}
          onDescription={setDescription}
        />
      </form>
    </Dialog>
  )
}

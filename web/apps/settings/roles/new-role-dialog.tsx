import { type FormEvent, useId, useState } from 'react'
import { type Permissions, verbs } from '#shared/access/permissions.ts'
import type { Role } from '#shared/operations/roles.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useRoleChanges } from '#web/data/use-roles.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import page from '../settings-page.module.css'
import { RoleForm } from './role-form.tsx'

interface NewRoleDialogProps {
  /** Roles that may be copied. */
  readonly roles: readonly Role[]
  readonly from: Role | undefined
  readonly onMade: (role: Role) => void
  readonly onClose: () => void
}

const blank = 'blank'
const nothing: Permissions = {
  usual: Object.fromEntries(verbs.map((verb) => [verb, 'none'])) as Permissions['usual'],
  objects: {},
  fields: {},
  rights: [],
}

/** A new role, blank or with the permissions of another one to begin with. */
export function NewRoleDialog({ roles, from, onMade, onClose }: NewRoleDialogProps) {
  const { t } = useMessages()
  const formId = useId()
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const [start, setStart] = useState(from?.id ?? blank)
  const [sent, setSent] = useState(false)
  const { create } = useRoleChanges()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (name.trim() === '' || create.isPending) return
    const permissions = roles.find(({ id }) => id === start)?.permissions ?? nothing
    create.mutate({ name: name.trim(), description: description.trim(), permissions }, { onSuccess: onMade })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('access.newRole')}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={create.isPending}>
            {t('access.newRole')}
          </Button>
        </>
      }
    >
      <form id={formId} className={page.dialogForm} onSubmit={submit} noValidate>
        <FormProblem>{problemText(t, create.error)}</FormProblem>
        <RoleForm
          name={name}
          description={description}
          missing={sent && name.trim() === ''}
          onName={setName}
          onDescription={setDescription}
        />
        <Select
          label={t('access.startFrom')}
          choices={[
            ...roles.map((role) => ({ value: role.id, label: t('access.copyOf', { name: role.name }) })),
            { value: blank, label: t('access.blankRole') },
          ]}
          value={start}
          onChange={setStart}
        />
      </form>
    </Dialog>
  )
}

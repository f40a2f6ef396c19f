import { Textarea, TextInput } from '@mantine/core'
import { useMessages } from '#web/messages/use-messages.ts'

interface RoleFormProps {
  readonly name: string
  readonly description: string
  readonly missing: boolean
  readonly onName: (name: string) => void
  readonly onDescription: (description: string) => void
}

/** What a role is called and what it is for. */
export function RoleForm({ name, description, missing, onName, onDescription }: RoleFormProps) {
  const { t } = useMessages()
  return (
    <>
      <TextInput
        label={t('access.roleName')}
        placeholder={t('access.roleNameExample')}
        data-autofocus
        maxLength={80}
        value={name}
        error={missing && t('auth.missing', { field: t('access.roleName') })}
        onChange={(event) => onName(event.target.value)}
      />
      <Textarea
        label={t('access.roleDescription')}
        autosize
        minRows={2}
        maxLength={500}
        value={description}
        onChange={(event) => onDescription(event.target.value)}
      />
    </>
  )
}

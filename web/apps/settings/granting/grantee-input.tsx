import { Input } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { type Grantee, granteeKinds } from '#shared/operations/sharing.ts'
import { rolesQuery } from '#web/data/use-roles.ts'
import { Select } from '#web/design/select.tsx'
import { useNames } from '#web/fields/index.ts'
import { RecordPicker } from '#web/fields/record-picker.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './grantee-input.module.css'

interface GranteeInputProps {
  readonly label: string
  readonly grantee: Grantee
  readonly error: string | undefined
  readonly onChange: (grantee: Grantee) => void
}

/** With whom: first what kind, then which one. */
export function GranteeInput({ label, grantee, error, onChange }: GranteeInputProps) {
  const { t } = useMessages()
  const { kind } = grantee
  return (
    <div className={classes.grantee}>
      <Select
        label={label}
        choices={granteeKinds.map((one) => ({ value: one, label: t(`access.grantee_${one}`) }))}
        value={kind}
        onChange={(next) => onChange({ kind: next })}
      />
      {kind === 'role' && <RoleInput grantee={grantee} error={error} onChange={onChange} />}
      {kind !== 'role' && kind !== 'everybody' && (
        <RecordInput
          key={kind}
          to={kind === 'user' ? 'user' : 'team'}
          grantee={grantee}
          error={error}
          onChange={onChange}
        />
      )}
    </div>
  )
}

type WhichProps = Omit<GranteeInputProps, 'label'>

function RoleInput({ grantee: { kind, id }, error, onChange }: WhichProps) {
  const { t } = useMessages()
  const roles = useQuery(rolesQuery).data ?? []
  return (
    <Select
      label={t('access.grantee_role')}
      choices={roles.map(({ id: value, name: label }) => ({ value, label }))}
      value={id ?? null}
      error={error}
      onChange={(next) => onChange({ kind, id: next })}
    />
  )
}

function RecordInput({ to, grantee: { kind, id }, error, onChange }: WhichProps & { to: string }) {
  const { t } = useMessages()
  const inputId = useId()
  const names = useNames(to, id === undefined ? [] : [id])
  return (
    <Input.Wrapper
      id={inputId}
      label={t(to === 'user' ? 'access.grantee_user' : 'access.grantee_team')}
      error={error}
    >
      <RecordPicker
        id={inputId}
        to={to}
        chosen={names}
        multiple={false}
        creates={false}
        invalid={error !== undefined}
        onChange={([next]) => onChange(next === undefined ? { kind } : { kind, id: next })}
      />
    </Input.Wrapper>
  )
}

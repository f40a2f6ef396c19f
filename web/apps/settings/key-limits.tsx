import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { keyLifetimes } from '#shared/access/key-lifetimes.ts'
import type { NewKey } from '#web/data/api-keys.ts'
import { rolesQuery } from '#web/data/use-roles.ts'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { KeyObjects } from './key-objects.tsx'

export type KeyLimitsValue = Omit<NewKey, 'name'>

interface KeyLimitsProps {
  readonly value: KeyLimitsValue
  /** What is missing is to be told. */
  readonly sent: boolean
  readonly onChange: (part: Partial<KeyLimitsValue>) => void
}

const whole = 'whole'

/** What a key may within what its person may, and for how long. */
export function KeyLimits({ value, sent, onChange }: KeyLimitsProps) {
  const { t } = useMessages()
  const roles = useQuery(rolesQuery).data ?? []
  return (
    <>
      <Select
        label={t('signInPolicy.keyRole')}
        choices={[
          { value: whole, label: t('signInPolicy.keyWhole') },
          ...roles.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={value.roleId ?? whole}
        onChange={(next) => onChange({ roleId: next === whole ? undefined : next })}
      />
      <KeyObjects value={value.objects} sent={sent} onChange={(objects) => onChange({ objects })} />
      <Checkbox
        label={t('signInPolicy.keyReadOnly')}
        description={t('signInPolicy.keyReadOnlyWhat')}
        checked={value.readOnly}
        onChange={(event) => onChange({ readOnly: event.target.checked })}
      />
      <Select
        label={t('signInPolicy.keyExpires')}
        choices={[...keyLifetimes, null].map((days) => ({
          value: String(days),
          label: days === null ? t('signInPolicy.keyForever') : t('signInPolicy.keyDays', { count: days }),
        }))}
        value={String(value.expiresInDays)}
        onChange={(next) => onChange({ expiresInDays: next === 'null' ? null : Number(next) })}
      />
    </>
  )
}

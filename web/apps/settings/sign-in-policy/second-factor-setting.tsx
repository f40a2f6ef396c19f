import { Checkbox } from '@mantine/core'
import { useId } from 'react'
import { administrator } from '#shared/access/shipped-roles.ts'
import type { SignInPolicy } from '#shared/access/sign-in-policy.ts'
import type { Role } from '#shared/operations/roles.ts'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingLine } from '../setting-line.tsx'
import classes from './second-factor-setting.module.css'

type SecondFactor = SignInPolicy['secondFactor']

interface SecondFactorSettingProps {
  readonly value: SecondFactor
  readonly roles: readonly Role[]
  readonly onChange: (next: SecondFactor) => void
}

/** Who must show a second factor: nobody, everybody, or who bears one of some roles. */
export function SecondFactorSetting({ value, roles, onChange }: SecondFactorSettingProps) {
  const { t } = useMessages()
  const id = useId()
  const choices = (['optional', 'everybody', 'byRole'] as const).map((choice) => ({
    value: choice,
    label: t(`signInPolicy.${choice}`),
  }))
  // One role at least: administrators, whose accounts open most.
  const first = roles.filter(({ key }) => key === administrator).map((role) => role.id)
  return (
    <SettingLine
      label={t('signInPolicy.secondFactor')}
      help={t('signInPolicy.secondFactorWhat')}
      controlId={id}
    >
      <div className={classes.column}>
        <Select
          id={id}
          aria-label={t('signInPolicy.secondFactor')}
          choices={choices}
          value={typeof value === 'string' ? value : 'byRole'}
          onChange={(next) => onChange(next === 'byRole' ? { roles: first } : next)}
        />
        {typeof value !== 'string' && (
          <Checkbox.Group
            aria-label={t('signInPolicy.roles')}
            value={[...value.roles]}
            onChange={(chosen) => chosen.length > 0 && onChange({ roles: chosen })}
          >
            <div className={classes.roles}>
              {roles.map((role) => (
                <Checkbox key={role.id} value={role.id} label={role.name} />
              ))}
            </div>
          </Checkbox.Group>
        )}
      </div>
    </SettingLine>
  )
}

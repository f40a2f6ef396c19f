import { Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { SignInPolicy } from '#shared/access/sign-in-policy.ts'
import type { Role } from '#shared/operations/roles.ts'
import { problemText } from '#web/data/problem-text.ts'
import { saveSignInPolicy, signInPolicyQuery } from '#web/data/sign-in-policy.ts'
import { Button } from '#web/design/button.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { Select } from '#web/design/select.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingLine } from '../setting-line.tsx'
import { absoluteChoices, idleChoices, lengthChoices } from './choices.ts'
import classes from './policy-form.module.css'
import { SecondFactorSetting } from './second-factor-setting.tsx'

interface PolicyFormProps {
  readonly policy: SignInPolicy
  readonly roles: readonly Role[]
}

/** Saved as a whole: what looks harmless alone may lock everybody out together. */
export function PolicyForm({ policy, roles }: PolicyFormProps) {
  const { t } = useMessages()
  const id = useId()
  const client = useQueryClient()
  const [draft, setDraft] = useState(policy)
  const change = (part: Partial<SignInPolicy>) => setDraft((former) => ({ ...former, ...part }))
  const saving = useMutation({
    mutationFn: saveSignInPolicy,
    onSuccess: (saved) => {
      client.setQueryData(signInPolicyQuery.queryKey, saved)
      showToast(t('signInPolicy.saved'))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!saving.isPending) saving.mutate(draft)
  }
  const selects = [
    { member: 'idleMinutes', text: 'idle', choices: idleChoices(t) },
    { member: 'absoluteHours', text: 'absolute', choices: absoluteChoices(t) },
    { member: 'passwordLength', text: 'passwordLength', choices: lengthChoices(t) },
  ] as const
  return (
    <form className={classes.form} onSubmit={submit}>
      <div>
        <SecondFactorSetting
          value={draft.secondFactor}
          roles={roles}
          onChange={(secondFactor) => change({ secondFactor })}
        />
        <SettingLine label={t('signInPolicy.password')} help={t('signInPolicy.passwordWhat')}>
          <Switch
            label={t('signInPolicy.passwordAllowed')}
            aria-label={`${t('signInPolicy.password')}: ${t('signInPolicy.passwordAllowed')}`}
            checked={draft.password}
            onChange={(event) => change({ password: event.target.checked })}
          />
        </SettingLine>
        {selects.map(({ member, text, choices }) => (
          <SettingLine
            key={member}
            label={t(`signInPolicy.${text}`)}
            help={t(`signInPolicy.${text}What`)}
            controlId={`${id}${member}`}
          >
            <Select
              id={`${id}${member}`}
              aria-label={t(`signInPolicy.${text}`)}
              choices={choices(draft[member])}
              value={String(draft[member])}
              onChange={(next) => change({ [member]: next === 'null' ? null : Number(next) })}
            />
          </SettingLine>
        ))}
      </div>
      <FormProblem>{problemText(t, saving.error)}</FormProblem>
      <Button
        type="submit"
        variant="primary"
        busy={saving.isPending}
        disabled={JSON.stringify(draft) === JSON.stringify(policy)}
      >
        {t('signInPolicy.save')}
      </Button>
    </form>
  )
}

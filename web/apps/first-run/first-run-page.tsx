import { Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useRouter } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { languages } from '#shared/language.ts'
import { ApiError } from '#web/data/api-error.ts'
import { problemText } from '#web/data/problem-text.ts'
import { installationQuery } from '#web/data/use-session.ts'
import { useFirstRun } from '#web/data/use-session-changes.ts'
import { Button } from '#web/design/button.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { PasswordInput } from '#web/design/password-input.tsx'
import { PlainPage } from '#web/design/plain-page.tsx'
import { Select } from '#web/design/select.tsx'
import { languageNames } from '#web/messages/language-names.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useCurrencyChoices, useTimeZoneChoices } from '#web/messages/use-place-choices.ts'
import { leastPassword, useFirstRunForm } from './use-first-run-form.ts'

/** Makes the first workspace and account, and opens it. */
export function Component() {
  const { t, setLanguage } = useMessages()
  const router = useRouter()
  const installation = useQuery(installationQuery)
  const { draft, change, problems, check } = useFirstRunForm()
  const firstRun = useFirstRun()
  const timeZones = useTimeZoneChoices()
  const currencies = useCurrencyChoices()

  if (installation.data?.complete === true && !firstRun.isSuccess) return <Navigate to="/" replace />

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const input = check()
    if (input === undefined || firstRun.isPending) return
    firstRun.mutate(input, { onSuccess: () => router.navigate({ to: '/', replace: true }) })
  }
  const refused = firstRun.error instanceof ApiError ? firstRun.error : undefined
  const field = (name: 'workspaceName' | 'name' | 'identifier' | 'password') => ({
    name,
    value: draft[name],
    required: true,
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
    error:
      problems[name] ??
      (name === 'identifier'
        ? (refused?.messageFor('email') ?? refused?.messageFor('mobile'))
        : refused?.messageFor(name)),
  })

  return (
    <PlainPage title={t('auth.welcome')} detail={t('auth.welcomeWhat')}>
      <form className={form.form} onSubmit={submit} noValidate>
        <TextInput
          {...field('workspaceName')}
          label={t('auth.workspaceName')}
          placeholder={t('auth.workspaceNameExample')}
          autoComplete="organization"
          autoFocus
        />
        <Select
          label={t('shell.language')}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={draft.language}
          onChange={(language) => {
            change({ language })
            void setLanguage(language)
          }}
        />
        <div className={form.pair}>
          <Select
            label={t('auth.timeZone')}
            choices={timeZones}
            searchable
            value={draft.timeZone}
            onChange={(timeZone) => change({ timeZone })}
          />
          <Select
            label={t('auth.currency')}
            choices={currencies}
            searchable
            value={draft.currency}
            onChange={(currency) => change({ currency })}
          />
        </div>
        <h2 className={form.section}>{t('auth.account')}</h2>
        <TextInput
          {...field('name')}
          label={t('auth.name')}
          placeholder={t('auth.nameExample')}
          autoComplete="name"
        />
        <TextInput
          {...field('identifier')}
          label={t('auth.identifier')}
          autoComplete="username"
          autoCapitalize="none"
        />
        <PasswordInput
          {...field('password')}
          label={t('auth.password')}
          {...(problems.password === undefined && {
            description: t('auth.passwordHint', { least: leastPassword }),
          })}
          autoComplete="new-password"
        />
        <Switch
          checked={draft.demo}
          onChange={(event) => change({ demo: event.currentTarget.checked })}
          label={t('auth.demoData')}
          description={t('auth.demoDataWhat')}
        />
        <FormProblem>{problemText(t, firstRun.error)}</FormProblem>
        <Button type="submit" variant="primary" busy={firstRun.isPending}>
          {t(
            !firstRun.isPending ? 'auth.createWorkspace' : draft.demo ? 'auth.creatingDemo' : 'auth.creating',
          )}
        </Button>
      </form>
    </PlainPage>
  )
}

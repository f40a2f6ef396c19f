import { Switch, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import type { Provider, ProviderKind } from '#web/data/providers.ts'
import { useSaveProvider } from '#web/data/use-providers.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { Select } from '#web/design/select.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { CopiedAddress } from '../copied-address.tsx'
import page from '../settings-page.module.css'
import { ProviderField } from './provider-field.tsx'
import { formOf, providerForms } from './provider-forms.ts'
import classes from './sign-on.module.css'

interface ProviderDialogProps {
  /** None: a new one. */
  readonly provider?: Provider
  readonly onClose: () => void
}

/** Sets a provider up; its form is a row of `providerForms`. */
export function ProviderDialog({ provider, onClose }: ProviderDialogProps) {
  const { t } = useMessages()
  const formId = useId()
  const [kind, setKind] = useState<ProviderKind>(provider?.kind ?? 'oidc')
  const [name, setName] = useState(provider?.name ?? '')
  const [enabled, setEnabled] = useState(provider?.enabled ?? false)
  const [provision, setProvision] = useState(provider?.provision ?? false)
  const [config, setConfig] = useState(provider?.config ?? {})
  const [sent, setSent] = useState(false)
  const save = useSaveProvider()
  const fields = formOf(kind)?.fields ?? []

  const missing = (value: string | boolean | undefined, label: string) =>
    sent && (value === undefined || value === '') ? t('auth.missing', { field: label }) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    const complete = fields.every(({ key, required }) => required !== true || config[key])
    if (name.trim() === '' || !complete || save.isPending) return
    // What is empty is left out: a secret then stays as it is.
    const given = Object.fromEntries(
      fields.flatMap(({ key }) => {
        const value = config[key]
        return value === undefined || value === '' || value === false
          ? []
          : [[key, typeof value === 'string' ? value.trim() : value]]
      }),
    )
    save.mutate(
      { id: provider?.id, kind, input: { name: name.trim(), enabled, provision, config: given } },
      {
        onSuccess: (saved) => {
          showToast(t('providers.saved', { name: saved.name }))
          onClose()
        },
      },
    )
  }

  return (
    <Dialog
      opened
      onClose={onClose}
      title={provider === undefined ? t('providers.add') : t('providers.edit', { name: provider.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={save.isPending}>
            {t(provider === undefined ? 'providers.add' : 'providers.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={page.dialogForm} onSubmit={submit} noValidate>
        <FormProblem>{problemText(t, save.error)}</FormProblem>
        {provider === undefined && (
          <Select
            label={t('providers.kind')}
            choices={providerForms.map((form) => ({ value: form.kind, label: t(form.label) }))}
            value={kind}
            onChange={(next) => {
              setKind(next)
              setConfig({})
            }}
          />
        )}
        <TextInput
          label={t('providers.name')}
          description={t('providers.nameHelp')}
          placeholder={t('providers.nameExample')}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={missing(name.trim(), t('providers.name'))}
        />
        {fields.map((field) => (
          <ProviderField
            key={`${kind} ${field.key}`}
            field={field}
            value={config[field.key] ?? ''}
            kept={provider?.secrets.includes(field.key) === true}
            error={field.required && missing(config[field.key], t(field.label))}
            onChange={(value) => setConfig({ ...config, [field.key]: value })}
          />
        ))}
        {provider === undefined && kind !== 'ldap' && (
          <p className={classes.hint}>{t('providers.addressesLater')}</p>
        )}
        {provider?.callbackUrl && (
          <CopiedAddress
            label={t('providers.callbackUrl')}
            help={t('providers.callbackUrlHelp')}
            address={provider.callbackUrl}
          />
        )}
        {provider?.metadataUrl && (
          <CopiedAddress
            label={t('providers.metadataUrl')}
            help={t('providers.metadataUrlHelp')}
            address={provider.metadataUrl}
          />
        )}
        <Switch
          label={t('providers.provision')}
          description={t('providers.provisionHelp')}
          checked={provision}
          onChange={(event) => setProvision(event.currentTarget.checked)}
        />
        <Switch
          label={t('providers.enabled')}
          description={t('providers.enabledHelp')}
          checked={enabled}
          onChange={(event) => setEnabled(event.currentTarget.checked)}
        />
      </form>
    </Dialog>
  )
}

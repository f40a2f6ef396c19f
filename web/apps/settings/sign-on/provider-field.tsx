import { Switch, Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { Button } from '#web/design/button.tsx'
import { PasswordInput } from '#web/design/password-input.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ProviderField as Field } from './provider-forms.ts'
import classes from './sign-on.module.css'

interface ProviderFieldProps {
  readonly field: Field
  readonly value: string | boolean
  /** A secret that is kept already. */
  readonly kept: boolean
  readonly error: string | undefined
  readonly onChange: (value: string | boolean) => void
}

/** One member of a provider's configuration. */
export function ProviderField({ field, value, kept, error, onChange }: ProviderFieldProps) {
  const { t } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const { label, help, example } = field
  const text = typeof value === 'string' ? value : ''
  const shared = {
    label: t(label),
    description: kept ? t('providers.secretKept') : help && t(help),
    error,
  }
  switch (field.input) {
    case 'switch':
      return (
        <Switch
          label={t(label)}
          description={help && t(help)}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'secret':
      return (
        <PasswordInput
          {...shared}
          autoComplete="new-password"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )
    case 'file':
      return (
        <div className={classes.file}>
          <Textarea
            {...shared}
            rows={5}
            spellCheck={false}
            classNames={{ input: classes.code }}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
          <input
            ref={input}
            type="file"
            accept=".xml,text/xml,application/xml"
            hidden
            onChange={(event) => {
              void event.target.files?.[0]?.text().then(onChange)
              event.target.value = ''
            }}
          />
          <Button onClick={() => input.current?.click()}>{t('providers.chooseFile')}</Button>
        </div>
      )
    case 'text':
      return (
        <TextInput
          {...shared}
          placeholder={example}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )
  }
}

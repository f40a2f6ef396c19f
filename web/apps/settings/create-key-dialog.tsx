import { TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type FormEvent, useId, useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { useCreateKey } from '#web/data/use-api-keys.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './settings-page.module.css'

/** Makes a key, then shows it the one time that it can be shown. */
export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages()
  const formId = useId()
  const [name, setName] = useState('')
  const [sent, setSent] = useState(false)
  const [copied, setCopied] = useState(false)
  const create = useCreateKey()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (name.trim() !== '' && !create.isPending) create.mutate(name.trim())
  }
  const copy = async (key: string) => {
    await navigator.clipboard.writeText(key)
    setCopied(true)
  }

  if (create.data !== undefined) {
    const key = create.data
    return (
      <Dialog
        opened
        onClose={onClose}
        title={name}
        footer={
          <>
            <Button icon={copied ? IconCheck : IconCopy} onClick={() => void copy(key)}>
              {t(copied ? 'design.copied' : 'design.copy')}
            </Button>
            <Button variant="primary" onClick={onClose}>
              {t('settings.done')}
            </Button>
          </>
        }
      >
        <div className={classes.dialogForm}>
          <p className={form.notice}>{t('settings.keyOnce')}</p>
          <TextInput
            aria-label={t('settings.key')}
            value={key}
            readOnly
            data-autofocus
            onFocus={(event) => event.target.select()}
          />
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('settings.createKey')}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={create.isPending}>
            {t('settings.createKey')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.dialogForm} onSubmit={submit} noValidate>
        <FormProblem>{problemText(t, create.error)}</FormProblem>
        <TextInput
          label={t('settings.keyName')}
          placeholder={t('settings.keyNameExample')}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={sent && name.trim() === '' && t('auth.missing', { field: t('settings.keyName') })}
        />
      </form>
    </Dialog>
  )
}

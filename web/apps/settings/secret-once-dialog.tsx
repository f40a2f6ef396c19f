import { TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { UseMutationResult } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useCopy } from '#web/design/use-copy.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './settings-page.module.css'

interface SecretTexts {
  /** Of the dialog, and of the button that makes it. */
  readonly make: string
  readonly name: string
  readonly nameExample: string
  /** What the secret is called. */
  readonly secret: string
  /** That it is shown this once. */
  readonly once: string
}

interface SecretOnceDialogProps<Input> {
  readonly texts: SecretTexts
  /** Makes it, and gives the secret. */
  readonly create: UseMutationResult<string, Error, Input>
  /** Undefined where something is missing. */
  readonly inputOf: (name: string) => Input | undefined
  /** Further fields of the form; `sent`: what is missing is to be told. */
  readonly children?: (sent: boolean) => ReactNode
  readonly onClose: () => void
}

/** Makes a secret with a name, then shows it the one time that it can be shown. */
export function SecretOnceDialog<Input>({
  texts,
  create,
  inputOf,
  children,
  onClose,
}: SecretOnceDialogProps<Input>) {
  const { t } = useMessages()
  const formId = useId()
  const [name, setName] = useState('')
  const [sent, setSent] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    const input = inputOf(name.trim())
    if (name.trim() !== '' && input !== undefined && !create.isPending) create.mutate(input)
  }
  if (create.data !== undefined)
    return <MadeSecret title={name} texts={texts} secret={create.data} onClose={onClose} />
  return (
    <Dialog
      opened
      onClose={onClose}
      title={texts.make}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={create.isPending}>
            {texts.make}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.dialogForm} onSubmit={submit} noValidate>
        <FormProblem>{problemText(t, create.error)}</FormProblem>
        <TextInput
          label={texts.name}
          placeholder={texts.nameExample}
          data-autofocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={sent && name.trim() === '' && t('auth.missing', { field: texts.name })}
        />
        {children?.(sent)}
      </form>
    </Dialog>
  )
}

interface MadeSecretProps {
  readonly title: string
  readonly texts: SecretTexts
  readonly secret: string
  readonly onClose: () => void
}

function MadeSecret({ title, texts, secret, onClose }: MadeSecretProps) {
  const { t } = useMessages()
  const { place, copied, copy } = useCopy<HTMLInputElement>(() => secret)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button icon={copied ? IconCheck : IconCopy} onClick={() => void copy()}>
            {t(copied ? 'design.copied' : 'design.copy')}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t('settings.done')}
          </Button>
        </>
      }
    >
      <div className={classes.dialogForm}>
        <p className={form.notice}>{texts.once}</p>
        <TextInput
          ref={place}
          aria-label={texts.secret}
          classNames={{ input: classes.once }}
          value={secret}
          readOnly
          data-autofocus
          onFocus={(event) => event.target.select()}
        />
      </div>
    </Dialog>
  )
}

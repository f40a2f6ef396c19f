import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Button } from '#web/design/button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './provider-choices.module.css'

interface WorkspaceFormProps {
  /** The one that was given has no single sign-on. */
  readonly unknown: boolean
  readonly onGiven: (slug: string) => void
}

/** Asks whose account it is, where a server has several workspaces. */
export function WorkspaceForm({ unknown, onGiven }: WorkspaceFormProps) {
  const { t } = useMessages()
  const [slug, setSlug] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (slug.trim() !== '') onGiven(slug.trim().toLowerCase())
  }
  return (
    <form className={classes.choices} onSubmit={submit} noValidate>
      <TextInput
        label={t('providers.workspace')}
        description={t('providers.workspaceHelp')}
        autoCapitalize="none"
        autoFocus
        value={slug}
        onChange={(event) => setSlug(event.target.value)}
        error={unknown && t('providers.noneThere')}
      />
      <Button type="submit">{t('providers.go')}</Button>
    </form>
  )
}

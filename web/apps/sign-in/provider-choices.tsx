import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { beginVisit, type ProviderChoice, providerChoices } from '#web/data/providers.ts'
import { Button } from '#web/design/button.tsx'
import form from '#web/design/form.module.css'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './provider-choices.module.css'
import { ProviderPassword } from './provider-password.tsx'
import { WorkspaceForm } from './workspace-form.tsx'

interface ProviderChoicesProps {
  /** A path of this app. */
  readonly returnTo: string
  readonly onSignedIn: () => void
}

/** Ways to sign in that the workspace has beside Kith's own; nothing where it has none. */
export function ProviderChoices({ returnTo, onSignedIn }: ProviderChoicesProps) {
  const { t } = useMessages()
  const [workspace, setWorkspace] = useState<string>()
  const [asking, setAsking] = useState(false)
  const [typing, setTyping] = useState<ProviderChoice>()
  const { data: choices } = useQuery({
    queryKey: ['sign-in', 'providers', workspace ?? ''],
    queryFn: () => providerChoices(workspace),
    retry: false,
  })
  const going = useMutation({
    mutationFn: ({ id }: ProviderChoice) => beginVisit(id, { purpose: 'signIn', returnTo }),
    onSuccess: (address) => location.assign(address),
  })
  const offered = choices?.data ?? []
  if (offered.length === 0 && choices?.elsewhere !== true && workspace === undefined) return null
  if (typing !== undefined)
    return <ProviderPassword choice={typing} onSignedIn={onSignedIn} onBack={() => setTyping(undefined)} />
  return (
    <div className={classes.choices}>
      <p className={classes.or}>{t('providers.or')}</p>
      <FormProblem>{problemText(t, going.error)}</FormProblem>
      {offered.map((choice) => (
        <Button
          key={choice.id}
          title={choice.name}
          busy={going.isPending && going.variables.id === choice.id}
          onClick={() => (choice.way === 'password' ? setTyping(choice) : going.mutate(choice))}
        >
          {t('providers.signInWith', { name: choice.name })}
        </Button>
      ))}
      {offered.length === 0 &&
        (asking || workspace !== undefined ? (
          <div className={form.form}>
            <WorkspaceForm
              unknown={workspace !== undefined && choices !== undefined}
              onGiven={setWorkspace}
            />
          </div>
        ) : (
          <Button onClick={() => setAsking(true)}>{t('providers.elsewhere')}</Button>
        ))}
    </div>
  )
}

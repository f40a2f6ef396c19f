import { Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { TeamLine } from '#shared/operations/people.ts'
import type { Invited } from '#web/data/people.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useInvitationChanges } from '#web/data/use-people.ts'
import { rolesQuery } from '#web/data/use-roles.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import page from '../settings-page.module.css'
import { Links } from './links.tsx'
import { RoleChoices } from './role-choices.tsx'

interface InviteDialogProps {
  readonly teams: readonly TeamLine[]
  /** Whether mail goes out by itself. */
  readonly mail: boolean
  readonly onClose: () => void
}

const none = 'none'

/** Asks people to join: by mail, or by links that are shown once. */
export function InviteDialog({ teams, mail, onClose }: InviteDialogProps) {
  const { t } = useMessages()
  const formId = useId()
  const [typed, setTyped] = useState('')
  const [given, setGiven] = useState<readonly string[]>()
  const [teamId, setTeamId] = useState(none)
  const [sent, setSent] = useState(false)
  const [ready, setReady] = useState<readonly Invited[]>()
  const usual = useQuery(rolesQuery).data?.find(({ key }) => key === 'member')?.id
  const { invite } = useInvitationChanges()
  const roleIds = given ?? (usual === undefined ? [] : [usual])
  const emails = [...new Set(typed.split(/[\s,;，；、]+/).filter(Boolean))]

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (roleIds.length === 0 || invite.isPending) return
    const team = teamId === none ? null : teamId
    invite.mutate({ roleIds, teamId: team, ...(emails.length > 0 && { emails }) }, { onSuccess: setReady })
  }

  if (ready !== undefined)
    return (
      <Dialog
        opened
        onClose={onClose}
        title={t('people.invitationsReady')}
        width={520}
        footer={
          <Button variant="primary" onClick={onClose}>
            {t('settings.done')}
          </Button>
        }
      >
        <Links invited={ready} />
      </Dialog>
    )
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('people.invite')}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" busy={invite.isPending}>
            {t(mail && emails.length > 0 ? 'people.sendInvitations' : 'people.makeLinks')}
          </Button>
        </>
      }
    >
      <form id={formId} className={page.dialogForm} onSubmit={submit} noValidate>
        <p>{t(mail ? 'people.inviteWhat' : 'people.inviteByHand')}</p>
        <FormProblem>{problemText(t, invite.error)}</FormProblem>
        <Textarea
          label={t('people.emails')}
          description={t('people.emailsHelp')}
          inputMode="email"
          autoCapitalize="none"
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <RoleChoices
          chosen={roleIds}
          onChange={setGiven}
          error={sent && roleIds.length === 0 ? t('people.rolesMissing') : undefined}
        />
        {teams.length > 0 && (
          <Select
            label={t('people.team')}
            searchable
            choices={[
              { value: none, label: t('people.noTeam') },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={teamId}
            onChange={setTeamId}
          />
        )}
      </form>
    </Dialog>
  )
}

import { TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { invitationsQuery, peopleQuery } from '#web/data/use-people.ts'
import { Button } from '#web/design/button.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { Tabs } from '#web/design/tabs.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { AddMemberDialog } from './add-member-dialog.tsx'
import { InviteDialog } from './people/invite-dialog.tsx'
import classes from './people/people.module.css'
import { PeopleTable } from './people/people-table.tsx'
import { type PersonState, shownPeople, states } from './people/shown-people.ts'
import { SettingsPage } from './settings-page.tsx'

/** Who works in this workspace, did, and is asked to. */
export function Component() {
  const { t } = useMessages()
  const people = useQuery(peopleQuery)
  const invitations = useQuery(invitationsQuery)
  const [state, setState] = useState<PersonState>('active')
  const [search, setSearch] = useState('')
  const panelId = useId()
  const [asking, setAsking] = useState<'invite' | 'add'>()
  const { data: invited = [], mail = false } = invitations.data ?? {}
  const everybody = people.data
  const failed = people.error ?? invitations.error
  const count = (one: PersonState): number | undefined =>
    everybody && shownPeople(everybody, invited, { state: one, search: '' }).length
  const lines = everybody === undefined ? [] : shownPeople(everybody, invited, { state, search })

  return (
    <SettingsPage
      wide
      title={t('settings.members')}
      action={
        <span className={classes.actions}>
          <Button onClick={() => setAsking('add')}>{t('people.addDirectly')}</Button>
          <Button variant="primary" icon={IconPlus} onClick={() => setAsking('invite')}>
            {t('people.invite')}
          </Button>
        </span>
      }
    >
      <div className={classes.bar}>
        <Tabs
          label={t('people.state')}
          tabs={states.map((name) => ({ name, label: t(`people.${name}`), count: count(name) }))}
          current={state}
          onChange={setState}
          panelId={panelId}
        />
        <TextInput
          className={classes.search ?? ''}
          type="search"
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <div id={panelId} role="tabpanel" aria-label={t(`people.${state}`)}>
        {failed !== null ? (
          <ErrorState detail={problemText(t, failed) ?? ''} onRetry={() => void people.refetch()} />
        ) : everybody === undefined ? (
          <Skeleton width={320} />
        ) : lines.length === 0 ? (
          <p>{t('people.noMatch')}</p>
        ) : (
          <PeopleTable key={state} everybody={everybody} mail={mail} state={state} lines={lines} />
        )}
      </div>
      {asking === 'invite' && (
        <InviteDialog teams={everybody?.teams ?? []} mail={mail} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'add' && <AddMemberDialog onClose={() => setAsking(undefined)} />}
    </SettingsPage>
  )
}

import { IconPlus, IconSitemap } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { People, TeamLine as Team } from '#shared/operations/people.ts'
import { problemText } from '#web/data/problem-text.ts'
import { peopleQuery, usePlaceChanges } from '#web/data/use-people.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingsPage } from '../settings-page.tsx'
import { TeamDialog } from './team-dialog.tsx'
import { TeamLine } from './team-line.tsx'
import { placesOf } from './team-tree.ts'
import classes from './teams.module.css'

/** The teams of the workspace as a tree. */
export function Component() {
  const { t } = useMessages()
  const people = useQuery(peopleQuery)
  const [open, setOpen] = useState<{ readonly team?: Team; readonly above?: string }>()
  const add = (
    <Button variant="primary" icon={IconPlus} onClick={() => setOpen({})}>
      {t('people.addTeam')}
    </Button>
  )
  const everybody = people.data
  const empty = everybody?.teams.length === 0
  return (
    <SettingsPage title={t('people.teams')} detail={t('people.teamsWhat')} action={!empty && add}>
      {people.isError ? (
        <ErrorState detail={problemText(t, people.error) ?? ''} onRetry={() => void people.refetch()} />
      ) : everybody === undefined ? (
        <Skeleton width={320} />
      ) : empty ? (
        <EmptyState icon={IconSitemap} title={t('people.noTeams')} action={add} />
      ) : (
        <Tree everybody={everybody} onOpen={setOpen} />
      )}
      {open && everybody && (
        <TeamDialog
          team={open.team}
          above={open.above ?? null}
          everybody={everybody}
          onClose={() => setOpen(undefined)}
        />
      )}
    </SettingsPage>
  )
}

interface TreeProps {
  readonly everybody: People
  readonly onOpen: (what: { readonly team?: Team; readonly above?: string }) => void
}

function Tree({ everybody, onOpen }: TreeProps) {
  const { t } = useMessages()
  const { change, remove } = usePlaceChanges('team')
  const onError = (error: unknown) =>
    showToast(problemText(t, error) ?? t('design.failed'), { tone: 'problem' })
  const move = (id: string, parentId: string) => {
    const name = everybody.teams.find((team) => team.id === id)?.name ?? ''
    const onSuccess = () => showToast(t('people.moved', { name }))
    change.mutate({ id, values: { parentId } }, { onSuccess, onError })
  }
  return (
    <ul className={classes.tree} aria-label={t('people.teamTree')}>
      {placesOf(everybody).map((place) => (
        <TeamLine
          key={place.team.id}
          place={place}
          people={everybody.people}
          onEdit={() => onOpen({ team: place.team })}
          onAddBelow={() => onOpen({ above: place.team.id })}
          onRemove={() =>
            remove.mutate(place.team.id, {
              onSuccess: () => showToast(t('people.removed', { name: place.team.name })),
              onError,
            })
          }
          onTake={(id) => move(id, place.team.id)}
        />
      ))}
    </ul>
  )
}

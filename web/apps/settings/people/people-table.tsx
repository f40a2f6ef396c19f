import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { People, PersonLine } from '#shared/operations/people.ts'
import type { Invitation, Invited } from '#web/data/people.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useMembershipChanges } from '#web/data/use-people.ts'
import { rolesQuery } from '#web/data/use-roles.ts'
import { useSession } from '#web/data/use-session.ts'
import { Button } from '#web/design/button.tsx'
import table from '#web/design/data-table.module.css'
import { Dialog } from '#web/design/dialog.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingsTable } from '../settings-table.tsx'
import { InvitationCells } from './invitation-cells.tsx'
import { Links } from './links.tsx'
import classes from './people.module.css'
import { PersonCells } from './person-cells.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { type Act, PersonMenu } from './person-menu.tsx'
import type { Line, PersonState } from './shown-people.ts'

interface PeopleTableProps {
  readonly everybody: People
  readonly mail: boolean
  readonly state: PersonState
  readonly lines: readonly Line[]
}

/** Lines that are drawn at once. */
const page = 100

/** Members or invitations, with what can be done with each. */
export function PeopleTable({ everybody, mail, state, lines }: PeopleTableProps) {
  const { t } = useMessages()
  const { user } = useSession()
  const roles = useQuery(rolesQuery).data ?? []
  const [shown, setShown] = useState(page)
  const [doing, setDoing] = useState<{ readonly act: Act; readonly person: PersonLine }>()
  const [ready, setReady] = useState<Invited>()
  const { reactivate } = useMembershipChanges()
  const comeBack = ({ id, name }: PersonLine) =>
    reactivate.mutate(id, {
      onSuccess: () => showToast(t('people.reactivatedNamed', { name })),
      onError: (error) => showToast(problemText(t, error) ?? t('design.failed'), { tone: 'problem' }),
    })
  const invited = state === 'invited'
  const heads = invited
    ? [t('people.emails'), t('people.state'), t('people.roles'), t('people.team'), t('people.validTo')]
    : [
        t('settings.memberName'),
        t('people.waysIn'),
        t('people.roles'),
        t('people.team'),
        t('people.manager'),
        t('people.lastSignIn'),
      ]
  const teams = everybody.teams
  const invitationCells = (invitation: Invitation) => (
    <InvitationCells invitation={invitation} teams={teams} roles={roles} mail={mail} onReady={setReady} />
  )
  return (
    <>
      <SettingsTable
        label={t('settings.members')}
        heads={heads}
        actionsHead={t('shell.actions')}
        rows={lines.slice(0, shown)}
      >
        {(line) =>
          'invitation' in line ? (
            invitationCells(line.invitation)
          ) : (
            <>
              <PersonCells person={line.person} everybody={everybody} roles={roles} />
              <td className={table.cell}>
                <PersonMenu
                  person={line.person}
                  own={line.id === user.id}
                  onAct={(act) => setDoing({ act, person: line.person })}
                  onReactivate={() => comeBack(line.person)}
                />
              </td>
            </>
          )
        }
      </SettingsTable>
      {lines.length > shown && (
        <div className={classes.more}>
          <Button onClick={() => setShown(shown + page)}>
            {t('people.showMore', { count: Math.min(page, lines.length - shown) })}
          </Button>
        </div>
      )}
      {doing && <PersonDialog {...doing} everybody={everybody} onClose={() => setDoing(undefined)} />}
      {ready && (
        <Dialog
          opened
          onClose={() => setReady(undefined)}
          title={t('people.invitationsReady')}
          width={520}
          footer={
            <Button variant="primary" onClick={() => setReady(undefined)}>
              {t('settings.done')}
            </Button>
          }
        >
          <Links invited={[ready]} />
        </Dialog>
      )}
    </>
  )
}

import type { People, PersonLine } from '#shared/operations/people.ts'
import type { Role } from '#shared/operations/roles.ts'
import { useLocale } from '#web/data/use-locale.ts'
import { useSession } from '#web/data/use-session.ts'
import { Avatar } from '#web/design/avatar.tsx'
import table from '#web/design/data-table.module.css'
import { shortDateTime } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './people.module.css'

interface PersonCellsProps {
  readonly person: PersonLine
  readonly everybody: People
  readonly roles: readonly Role[]
}

/** Who somebody is here; what can be done with them stands in the cell after these. */
export function PersonCells({ person, everybody, roles }: PersonCellsProps) {
  const { t } = useMessages()
  const locale = useLocale()
  const { user } = useSession()
  const { account } = person
  const names = roles.filter(({ id }) => person.roleIds.includes(id)).map(({ name }) => name)
  const team = everybody.teams.find(({ id }) => id === person.teamId)
  const manager = everybody.people.find(({ id }) => id === person.managerId)
  return (
    <>
      <th scope="row" className={table.cell}>
        <Avatar id={person.id} name={person.name} />
        <span>{person.name}</span>
        {person.id === user.id && <span className={table.quiet}>{t('settings.you')}</span>}
      </th>
      <td className={table.cell}>
        {account === null ? (
          <span className={table.quiet}>{t('people.noAccount')}</span>
        ) : (
          (account.email ?? account.mobile)
        )}
      </td>
      <td className={table.cell} data-head={names.length > 0 ? t('people.roles') : undefined}>
        <span className={classes.names}>{names.join(t('records.listSeparator'))}</span>
      </td>
      <td className={table.cell} data-head={team && t('people.team')}>
        {team?.name}
      </td>
      <td className={table.cell} data-head={manager && t('people.manager')}>
        {manager?.name}
      </td>
      <td className={table.cell} data-head={t('people.lastSignIn')}>
        {account?.lastSignInAt ? (
          shortDateTime(account.lastSignInAt, locale)
        ) : (
          <span className={table.quiet}>{t('people.never')}</span>
        )}
      </td>
    </>
  )
}

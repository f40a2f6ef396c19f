import type { Grantee } from '#shared/operations/sharing.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { GranteeName } from '../granting/grantee-name.tsx'
import classes from './pools.module.css'

/** So many stand by name. */
const named = 2

/** Who looks into a pool: the first of them, and how many more. */
export function PoolMembers({ members }: { members: readonly Grantee[] }) {
  const { t } = useMessages()
  return (
    <span className={classes.members}>
      {members.slice(0, named).map((member) => (
        <span key={`${member.kind} ${member.id}`} className={classes.member}>
          <GranteeName grantee={member} />
        </span>
      ))}
      {members.length > named && (
        <span className={classes.others}>{t('pools.others', { count: members.length - named })}</span>
      )}
    </span>
  )
}

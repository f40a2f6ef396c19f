import { useQuery } from '@tanstack/react-query'
import type { Grantee } from '#shared/operations/sharing.ts'
import { rolesQuery } from '#web/data/use-roles.ts'
import { useRecordName } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** Objects whose records are grantees, by kind. */
export const granteeObjects: Partial<Record<Grantee['kind'], string>> = {
  user: 'user',
  team: 'team',
  teamAndBelow: 'team',
}

/** What a person, team or role is called with whom something is shared. */
export function useGranteeName({ kind, id = '' }: Grantee): string {
  const { t } = useMessages()
  const object = granteeObjects[kind]
  const record = useRecordName({ object: object ?? 'user', id: object === undefined ? '' : id })
  const roles = useQuery({ ...rolesQuery, enabled: kind === 'role' })
  if (kind === 'everybody') return t('sharing.kind_everybody')
  if (object !== undefined) return record
  return roles.data?.find((role) => role.id === id)?.name ?? (roles.isSuccess ? t('sharing.gone') : '')
}

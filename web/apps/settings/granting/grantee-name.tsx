import { useQuery } from '@tanstack/react-query'
import type { Grantee } from '#shared/operations/sharing.ts'
import { rolesQuery } from '#web/data/use-roles.ts'
import { Tag } from '#web/design/tag.tsx'
import { useNames } from '#web/fields/index.ts'
import { Person } from '#web/fields/person.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

/** With whom something is shared. */
export function GranteeName({ grantee: { kind, id } }: { grantee: Grantee }) {
  const { t } = useMessages()
  if (kind === 'everybody' || id === undefined) return t('access.grantee_everybody')
  if (kind === 'role') return <RoleName id={id} />
  return <NamedRecord kind={kind} id={id} />
}

function RoleName({ id }: { id: string }) {
  const role = useQuery(rolesQuery).data?.find((one) => one.id === id)
  return <Tag>{role?.name ?? '…'}</Tag>
}

function NamedRecord({ kind, id }: { kind: 'user' | 'team' | 'teamAndBelow'; id: string }) {
  const { t } = useMessages()
  const [record] = useNames(kind === 'user' ? 'user' : 'team', [id])
  const name = record?.label ?? ''
  if (kind === 'user') return <Person id={id} name={name} />
  return kind === 'team' ? name : t('access.andBelow', { name })
}

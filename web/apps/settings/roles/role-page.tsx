import { IconMapQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { problemText } from '#web/data/problem-text.ts'
import { rolesQuery } from '#web/data/use-roles.ts'
import { ButtonLink } from '#web/design/button-link.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { RoleEditor } from './role-editor.tsx'

/** One role: what it permits, and who bears it. */
export function Component() {
  const { t } = useMessages()
  const { id } = useParams({ from: '/shell/settings/roles/$id' })
  const roles = useQuery(rolesQuery)
  const role = roles.data?.find((one) => one.id === id)
  if (roles.isError)
    return <ErrorState detail={problemText(t, roles.error) ?? ''} onRetry={() => void roles.refetch()} />
  if (roles.data === undefined) return <Skeleton width={320} />
  if (role?.permissions === undefined)
    return (
      <EmptyState
        icon={IconMapQuestion}
        title={t('access.roleMissing')}
        action={<ButtonLink to="/settings/roles">{t('access.roles')}</ButtonLink>}
      />
    )
  // Another role is another draft.
  return <RoleEditor key={id} role={{ ...role, permissions: role.permissions }} />
}

import { useQuery } from '@tanstack/react-query'
import { problemText } from '#web/data/problem-text.ts'
import { signInPolicyQuery } from '#web/data/sign-in-policy.ts'
import { rolesQuery } from '#web/data/use-roles.ts'
import { ErrorState } from '#web/design/error-state.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingsPage } from '../settings-page.tsx'
import { PolicyForm } from './policy-form.tsx'

/** How people come into this workspace. */
export function Component() {
  const { t } = useMessages()
  const policy = useQuery(signInPolicyQuery)
  const roles = useQuery(rolesQuery)
  const error = policy.error ?? roles.error
  return (
    <SettingsPage title={t('signInPolicy.title')} detail={t('signInPolicy.detail')}>
      {error !== null ? (
        <ErrorState
          detail={problemText(t, error) ?? ''}
          onRetry={() => {
            void policy.refetch()
            void roles.refetch()
          }}
        />
      ) : policy.data === undefined || roles.data === undefined ? (
        <Skeleton width={280} />
      ) : (
        <PolicyForm key={JSON.stringify(policy.data)} policy={policy.data} roles={roles.data} />
      )}
    </SettingsPage>
  )
}

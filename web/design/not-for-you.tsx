import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { EmptyState } from './empty-state.tsx'

/** A page that was opened by its address by somebody whom it is not for: tells nothing of it but the way out. */
export function NotForYou({ wayOut }: { wayOut: ReactNode }) {
  const { t } = useMessages()
  return (
    <>
      <title>{`${t('access.notForYou')} · ${t('shell.kith')}`}</title>
      <EmptyState
        icon={IconLock}
        title={t('access.notForYou')}
        detail={t('access.notForYouWhat')}
        action={wayOut}
      />
    </>
  )
}

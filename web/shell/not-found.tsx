import { IconMapQuestion } from '@tabler/icons-react'
import { ButtonLink } from '#web/design/button-link.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useMessages()
  return (
    <>
      <title>{`${t('shell.notFound')} · ${t('shell.kith')}`}</title>
      <EmptyState
        whole
        icon={IconMapQuestion}
        title={t('shell.notFound')}
        detail={t('shell.notFoundWhat')}
        action={<ButtonLink to="/">{t('shell.toStart')}</ButtonLink>}
      />
    </>
  )
}

import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { AppError } from '#shared/app-error.ts'
import { ApiError } from '#web/data/api-error.ts'
import { ErrorState } from '#web/design/error-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { NotFound } from './not-found.tsx'

/** A page that could not be shown; the navigation around it stays. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useMessages()
  const router = useRouter()
  // An address that names an object which is not there.
  if (error instanceof AppError && error.code === 'unknown_object') return <NotFound />
  const detail = error instanceof ApiError && error.status !== 0 ? error.detail : t('shell.loadFailedWhat')
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return <ErrorState title={t('shell.loadFailed')} detail={detail} onRetry={retry} />
}

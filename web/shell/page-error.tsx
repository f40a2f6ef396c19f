import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { AppError, messageOf } from '#shared/errors.ts'
import { ApiError } from '#web/data/api-error.ts'
import { ErrorState } from '#web/design/error-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

/** A page that could not be shown; the navigation around it stays. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t, language } = useMessages()
  const router = useRouter()
  const detail =
    error instanceof AppError
      ? messageOf(error.code, error.parameters, language)
      : error instanceof ApiError && error.status !== 0
        ? error.detail
        : t('shell.loadFailedWhat')
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return <ErrorState title={t('shell.loadFailed')} detail={detail} onRetry={retry} />
}

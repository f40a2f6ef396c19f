import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import { useMessages } from '#web/messages/use-messages.ts'
import { Button } from './button.tsx'
import classes from './state.module.css'

interface ErrorStateProps {
  readonly title?: string
  /** What happened and what to do, as the server says it. */
  readonly detail: string
  readonly onRetry?: () => void
}

/** Something failed here; the rest of the page goes on. */
export function ErrorState({ title, detail, onRetry }: ErrorStateProps) {
  const { t } = useMessages()
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle className={classes.alarm} aria-hidden />
      <p className={classes.title}>{title ?? t('design.failed')}</p>
      <p className={classes.detail}>{detail}</p>
      {onRetry !== undefined && (
        <div className={classes.action}>
          <Button icon={IconRefresh} onClick={onRetry}>
            {t('design.retry')}
          </Button>
        </div>
      )}
    </div>
  )
}

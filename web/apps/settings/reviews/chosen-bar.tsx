import { Button } from '#web/design/button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './chosen-bar.module.css'

interface ChosenBarProps {
  readonly count: number
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onWithdraw: () => void
  readonly onClear: () => void
}

/** What can be done with the selected lines together. */
export function ChosenBar({ count, busy, onConfirm, onWithdraw, onClear }: ChosenBarProps) {
  const { t } = useMessages()
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('reviews.chosen', { count })}>
      <span className={classes.count}>{t('reviews.chosen', { count })}</span>
      <Button size="sm" variant="primary" busy={busy} keyHint="Y" onClick={onConfirm}>
        {t('reviews.confirm')}
      </Button>
      <Button size="sm" variant="danger" busy={busy} keyHint="W" onClick={onWithdraw}>
        {t('reviews.withdraw')}
      </Button>
      <Button size="sm" variant="subtle" onClick={onClear}>
        {t('reviews.clear')}
      </Button>
    </div>
  )
}

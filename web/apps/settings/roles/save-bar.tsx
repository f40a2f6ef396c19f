import { IconAlertCircle } from '@tabler/icons-react'
import { ApiError } from '#web/data/index.ts'
import { problemText } from '#web/data/problem-text.ts'
import { Button } from '#web/design/button.tsx'
import { useKeys, withMod } from '#web/design/use-keys.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './save-bar.module.css'

interface SaveBarProps {
  readonly count: number
  readonly saving: boolean
  readonly error: unknown
  readonly onSave: () => void
  readonly onDiscard: () => void
}

/** What was changed and is not kept yet: at the foot of the page for as long as there is any. */
export function SaveBar({ count, saving, error, onSave, onDiscard }: SaveBarProps) {
  const { t } = useMessages()
  useKeys({ 'mod+s': onSave }, count > 0)
  if (count === 0) return null
  const problem =
    error instanceof ApiError ? (error.errors[0]?.message ?? error.detail) : problemText(t, error)
  return (
    <section className={classes.bar} aria-label={t('access.changes')}>
      {problem === undefined ? (
        <span className={classes.count} role="status">
          {t('access.changed', { count })}
        </span>
      ) : (
        <span className={classes.problem} role="alert">
          <IconAlertCircle aria-hidden />
          {problem}
        </span>
      )}
      <Button variant="subtle" onClick={onDiscard}>
        {t('access.discard')}
      </Button>
      <Button variant="primary" busy={saving} keyHint={withMod('S')} onClick={onSave}>
        {t('access.save')}
      </Button>
    </section>
  )
}

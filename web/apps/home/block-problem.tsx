import { problemText } from '#web/data/problem-text.ts'
import { Button } from '#web/design/button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './block.module.css'

/** Why a block shows nothing, at its place; the others are as they were. */
export function BlockProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useMessages()
  return (
    <div className={classes.problem} role="alert">
      <p>{problemText(t, error)}</p>
      <Button size="sm" onClick={onRetry}>
        {t('design.retry')}
      </Button>
    </div>
  )
}

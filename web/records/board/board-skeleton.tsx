import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './board.module.css'
import { CardSkeleton } from './card-skeleton.tsx'

/** The board before its columns are known. */
export function BoardSkeleton() {
  const { t } = useMessages()
  return (
    <div className={classes.skeleton} role="status" aria-busy="true" aria-label={t('board.loading')}>
      {[4, 3, 3, 2, 1].map((cards, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have nothing else
        <div key={column}>
          <Skeleton width="60%" />
          {Array.from({ length: cards }, (_, card) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have nothing else
            <CardSkeleton key={card} />
          ))}
        </div>
      ))}
    </div>
  )
}

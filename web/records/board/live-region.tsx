import { titleOf } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './board.module.css'
import { useBoard } from './board-context.ts'
import { useMoment } from './board-store.ts'

export const keysHintId = 'board-keys'

/** For those who do not see the board: how cards are moved, and where the lifted one is. */
export function LiveRegion() {
  const { t } = useMessages()
  const { store, columns, places, query } = useBoard()
  const lift = useMoment(store, (moment) => moment.lift)
  const target = useMoment(store, (moment) => moment.target)
  const column = columns.find(({ id }) => id === target?.column)
  const name = lift === undefined ? '' : titleOf(query.object, lift.record)
  const count = (places.get(target?.column ?? '')?.stack.starts.length ?? 0) + 1
  const untouched = lift?.from === target?.column && lift?.index === target?.index
  const said =
    lift === undefined || target === undefined || column === undefined
      ? ''
      : untouched
        ? t('board.lifted', { name })
        : target.index === undefined
          ? t('board.overSorted', { column: column.name })
          : t('board.over', { column: column.name, place: target.index + 1, count })
  return (
    <>
      <p id={keysHintId} className={classes.hidden}>
        {t('board.cardKeys')}
      </p>
      <div className={classes.hidden} aria-live="assertive">
        {said}
      </div>
    </>
  )
}

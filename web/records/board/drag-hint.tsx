import { Kbd } from '#web/design/kbd.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './board.module.css'
import { useBoard } from './board-context.ts'
import { useMoment } from './board-store.ts'
import { demandsOf } from './demands.ts'

/** Where the card in the hand would go, and what that column will ask for. */
export function DragHint() {
  const { t, label } = useMessages()
  const { store, columns, query } = useBoard()
  const lift = useMoment(store, (moment) => moment.lift)
  const over = useMoment(store, ({ target }) => target?.column)
  const column = columns.find(({ id }) => id === over)
  if (lift === undefined || column === undefined) return null
  const fields = column.id === lift.from ? [] : demandsOf(query.object, column, lift.record)
  const names = fields.map((field) => label(field.label)).join(t('records.listSeparator'))
  return (
    <div className={classes.hint} aria-hidden>
      <span>{t('board.goingTo')}</span>
      <strong>{column.name}</strong>
      {fields.length > 0 && <span>{t('board.needs', { fields: names })}</span>}
      <hr />
      {lift.by === 'keys' && <span>{t('board.keys')}</span>}
      <Kbd>Esc</Kbd>
      <span>{t('board.putBack')}</span>
    </div>
  )
}

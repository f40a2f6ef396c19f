import { IconPlus } from '@tabler/icons-react'
import { useMay } from '#web/data/index.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { dotColor } from '#web/design/dot-color.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { StatusDot } from '#web/design/status-dot.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { BoardColumn } from './board-column.ts'
import { useBoard } from './board-context.ts'
import classes from './column.module.css'
import { ColumnFigures } from './column-figures.tsx'
import { ColumnMenu } from './column-menu.tsx'
import { useColumnTotals } from './use-column-totals.ts'

/** Name, count, probability and sums of a column; while a card is in the hand, as they would become. */
export function ColumnHead({
  column,
  weighted,
  share,
}: {
  column: BoardColumn
  weighted: boolean
  share: number
}) {
  const { t, language } = useMessages()
  const { may } = useMay()
  const { store, sum, query, phone } = useBoard()
  const { totals, before } = useColumnTotals(column.id)
  const changes = before !== undefined && before.count !== totals.count
  const filled = column.probability ?? share * 100
  return (
    <header className={classes.head}>
      <div className={classes.names}>
        <h2 title={column.name}>
          {query.field.type === 'user' && column.value !== null ? (
            <span className={classes.member}>
              <Avatar id={column.id} name={column.name} />
              <span>{column.name}</span>
            </span>
          ) : (
            <StatusDot color={column.color}>{column.name}</StatusDot>
          )}
        </h2>
        <span className={classes.count} data-changes={changes || undefined}>
          {changes ? `${before.count.toLocaleString(language)}→` : ''}
          {totals.count.toLocaleString(language)}
        </span>
        {column.probability !== undefined && (
          <span className={classes.probability}>{column.probability}%</span>
        )}
        <span className={classes.acts}>
          <ColumnMenu column={column} />
          {may(query.object.name, 'create') && (
            <IconButton
              icon={IconPlus}
              size={phone ? 'md' : 'sm'}
              label={t('board.add', { column: column.name })}
              onClick={() => store.set({ adding: column.id })}
            />
          )}
        </span>
      </div>
      {sum !== undefined && (
        <ColumnFigures sum={sum} weighted={weighted} totals={totals} before={changes ? before : undefined} />
      )}
      <div className={classes.bar} aria-hidden>
        <span style={{ width: `${Math.min(100, filled)}%`, background: dotColor[column.color] }} />
      </div>
    </header>
  )
}

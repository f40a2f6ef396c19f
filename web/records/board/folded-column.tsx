import { IconChevronLeft } from '@tabler/icons-react'
import { memo } from 'react'
import { StatusDot } from '#web/design/status-dot.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { BoardColumn } from './board-column.ts'
import { useBoard } from './board-context.ts'
import { useMoment } from './board-store.ts'
import classes from './column.module.css'
import { useColumnTotals } from './use-column-totals.ts'
import { useSumFormat } from './use-sum-format.ts'

/** A column of which only the name and count are left; a card can be put into it all the same. */
export const FoldedColumn = memo(function FoldedColumn({
  column,
  left,
}: {
  column: BoardColumn
  left: number
}) {
  const { t, language } = useMessages()
  const { acts, store, sum } = useBoard()
  const print = useSumFormat(sum)
  const { totals } = useColumnTotals(column.id)
  const over = useMoment(store, ({ lift, target }) => lift !== undefined && target?.column === column.id)
  return (
    <button
      type="button"
      className={classes.folded}
      data-column={column.id}
      data-over={over || undefined}
      style={{ transform: `translateX(${left}px)` }}
      aria-expanded={false}
      title={t('board.unfold', { column: column.name })}
      onClick={() => acts.fold(column.id, false)}
    >
      <IconChevronLeft size={14} aria-hidden />
      <span className={classes.foldedName}>
        <StatusDot color={column.color}>{column.name}</StatusDot>
      </span>
      <span className={classes.foldedCount}>{totals.count.toLocaleString(language)}</span>
      {sum !== undefined && <span className={classes.foldedCount}>{print(totals.sum)}</span>}
    </button>
  )
})

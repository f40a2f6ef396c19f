import { memo } from 'react'
import { AddCard } from './add-card.tsx'
import type { BoardColumn } from './board-column.ts'
import { useBoard } from './board-context.ts'
import { useMoment } from './board-store.ts'
import { CardList } from './card-list.tsx'
import classes from './column.module.css'
import { ColumnHead } from './column-head.tsx'

interface ColumnProps {
  readonly column: BoardColumn
  /** Pixels. */
  readonly left: number
  readonly width: number
  readonly weighted: boolean
  /** Part of the board's sum or count that it holds, 0…1. */
  readonly share: number
}

export const Column = memo(function Column({ column, left, width, weighted, share }: ColumnProps) {
  const { store, query } = useBoard()
  const over = useMoment(store, ({ lift, target }) => lift !== undefined && target?.column === column.id)
  const adding = useMoment(store, (moment) => moment.adding === column.id)
  return (
    <section
      className={classes.column}
      aria-label={column.name}
      data-column={column.id}
      data-over={over || undefined}
      style={{ transform: `translateX(${left}px)`, width }}
    >
      <ColumnHead column={column} weighted={weighted} share={share} />
      {adding && <AddCard object={query.object} column={column} />}
      <CardList column={column} />
    </section>
  )
})

import { useMemo, useRef } from 'react'
import { Skeleton } from '#web/design/skeleton.tsx'
import { cardFields } from '../list/card-fields.ts'
import classes from '../list/cards.module.css'
import { PoolCard } from './pool-card.tsx'
import type { PoolListProps } from './pool-table.tsx'
import { usePoolLines } from './use-pool-lines.ts'

const cardHeight = 64

/** A pool on a phone: two lines for each record, as in any list there. */
export function PoolCards({ pool, object, columns, lines, state }: PoolListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const { record } = state
  const { virtualizer } = usePoolLines({ scroller, lines, row: cardHeight, covered: 0, record })
  const places = useMemo(() => cardFields(columns.map(({ field }) => field)), [columns])
  return (
    <div className={classes.frame}>
      <div ref={scroller} className={classes.cards} tabIndex={-1}>
        <ul
          className={classes.list}
          aria-label={pool.name}
          aria-busy={lines.loading}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const line = lines.at(index)
            if (line?.kind === 'record') {
              return (
                <PoolCard
                  key={line.record.id}
                  pool={pool.id}
                  object={object}
                  record={line.record}
                  places={places}
                  top={start}
                />
              )
            }
            return (
              <li
                key={`waiting ${index}`}
                className={classes.waiting}
                style={{ transform: `translateY(${start}px)` }}
                aria-hidden
              >
                <Skeleton width="50%" />
                <Skeleton width="30%" />
              </li>
            )
          })}
        </ul>
      </div>
    </div>
  )
}

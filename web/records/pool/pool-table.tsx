// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into view cannot stand in a <table>
import { type KeyboardEvent, useMemo, useRef } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Pool } from '#shared/operations/pools.ts'
import type { Column } from '../list/columns.ts'
import type { Lines } from '../list/line.ts'
import { useDensity } from '../look/use-density.ts'
import { PoolHead } from './pool-head.tsx'
import { PoolRow } from './pool-row.tsx'
import classes from './pool-table.module.css'
import { usePoolLines } from './use-pool-lines.ts'
import type { PoolState } from './use-pool-state.ts'

export interface PoolListProps {
  readonly pool: Pool
  readonly object: CatalogueObject
  readonly columns: readonly Column[]
  readonly lines: Lines
  readonly state: PoolState
}

const arrows: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
/** Beside an open record these lead from one to the next. */
const letters: Readonly<Record<string, number>> = { j: 1, k: -1 }

/** The records of a pool in rows, of which only those in view are drawn; the arrows lead from name to name. */
export function PoolTable({ pool, object, columns, lines, state }: PoolListProps) {
  const { row, head } = useDensity()
  const scroller = useRef<HTMLDivElement>(null)
  const { record: looked } = state
  const { virtualizer, focus } = usePoolLines({
    scroller,
    lines,
    row,
    covered: head,
    record: looked,
  })
  const last = columns.at(-1)
  const variables = useMemo(
    () =>
      Object.fromEntries([
        ['--table-width', `${last === undefined ? 0 : last.left + last.width}px`],
        ...columns.map(({ width }, index) => [`--column-${index}`, `${width}px`]),
      ]),
    [columns, last],
  )
  const keyDown = (event: KeyboardEvent) => {
    const by = arrows[event.key] ?? (looked === undefined ? letters[event.key] : undefined)
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const from = event.target instanceof Element ? event.target.closest('[data-line]') : null
    const line = from === null ? 0 : Number(from.getAttribute('data-line')) + by
    if (focus(line)) event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      role="table"
      tabIndex={0}
      aria-label={pool.name}
      aria-rowcount={lines.count === undefined ? -1 : lines.count + 1}
      aria-colcount={columns.length}
      aria-busy={lines.loading}
      className={classes.table}
      style={variables}
      onKeyDown={keyDown}
    >
      <PoolHead columns={columns} state={state} />
      <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines.at(index)
          const record = line?.kind === 'record' ? line.record : undefined
          return (
            <PoolRow
              key={record?.id ?? `waiting ${index}`}
              pool={pool.id}
              object={object}
              columns={columns}
              record={record}
              line={index}
              top={start}
              current={record !== undefined && record.id === looked}
            />
          )
        })}
      </div>
    </div>
  )
}

import { useCallback, useMemo, useRef, useState } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { BoardDefinition } from '#shared/metadata/view.ts'
import type { RecordData } from '#web/data/index.ts'
import { useMayWith } from '#web/data/use-may-with.ts'
import { readSort } from '../sort.ts'
import type { ViewState } from '../views/view-state.ts'
import { useLeftPlace } from '../way-back/use-left-place.ts'
import classes from './board.module.css'
import { BoardCanvas } from './board-canvas.tsx'
import { type BoardColumn, columnIdOf } from './board-column.ts'
import { BoardContext, type BoardParts } from './board-context.ts'
import { BoardPeek } from './board-peek.tsx'
import type { BoardQuery } from './board-query.ts'
import { BoardStore } from './board-store.ts'
import { cardOrder } from './card-order.ts'
import { CardPool } from './card-pool.ts'
import { DemandDialog } from './demand-dialog.tsx'
import { DragHint } from './drag-hint.tsx'
import { ranksFor } from './drop-rank.ts'
import { LiveRegion } from './live-region.tsx'
import { MoveSheet } from './move-sheet.tsx'
import { SelectionBar } from './selection-bar.tsx'
import type { Totals } from './totals.ts'
import { TotalsContext } from './totals-context.ts'
import { useBoardActs } from './use-board-acts.ts'
import { useCardFacts } from './use-card-facts.ts'
import { useDrop } from './use-drop.ts'
import { useMove } from './use-move.ts'
import { useShift } from './use-shift.ts'

interface BoardInUseProps {
  readonly state: ViewState
  readonly board: BoardDefinition
  readonly query: BoardQuery
  readonly sum: Field | undefined
  readonly weighted: boolean
  readonly columns: readonly BoardColumn[]
  readonly folded: ReadonlySet<string>
  readonly totals: ReadonlyMap<string, Totals> | undefined
  readonly manual: boolean
  readonly phone: boolean
}

/** A board whose columns and figures are there: what is done with it. */
export function BoardInUse(props: BoardInUseProps) {
  const { state, board, query, sum, columns, folded, manual, phone } = props
  const { object, field, sort } = query
  const [places] = useState<BoardParts['places']>(() => new Map())
  const canvas = useRef<HTMLDivElement>(null)
  const { board: left } = useLeftPlace(() => {
    const { active, selected } = store.get()
    const tops = [...places].map(([id, { scroller }]) => [id, scroller.scrollTop] as const)
    return { board: { active, selected, left: canvas.current?.scrollLeft ?? 0, tops: new Map(tops) } }
  })
  const [store] = useState(() => new BoardStore(left))
  const pool = useMemo(
    () => new CardPool((record) => columnIdOf(record[field.wire]), cardOrder(object, readSort(sort))),
    [object, field, sort],
  )
  const facts = useCardFacts(query.layout, columns, field, phone)
  const [where, askWhere] = useState<readonly string[]>()
  const may = useMayWith()
  const mayCross = useCallback(
    (record: RecordData) =>
      field.writable && may(object, record, field.wire === 'ownerId' ? 'transfer' : 'update'),
    [may, object, field],
  )
  const mayLift = useCallback(
    (record: RecordData) => (manual ? may(object, record, 'update') : mayCross(record)),
    [manual, may, object, mayCross],
  )
  const acts = useBoardActs({
    mayCross,
    mayLift,
    mayRename: (record) => object.titleField.writable && may(object, record, 'update'),
    state,
    board,
    folded,
    query,
    store,
    pool,
    manual,
    heightOf: facts.heightOf,
    askWhere,
  })
  const parts = useMemo(
    (): BoardParts => ({
      ...{ query, sum, store, pool, places, left, manual, phone, columns, acts, mayCross, mayLift, ...facts },
    }),
    [query, sum, store, pool, places, left, manual, phone, columns, acts, mayCross, mayLift, facts],
  )
  const shiftOf = useShift(sum, columns)
  const mover = useMove(object, field, () => store.putDown())
  const { drop, letGo, settle } = useDrop(parts, mover.move, shiftOf)

  const goTo = (ids: readonly string[], to: BoardColumn) => {
    askWhere(undefined)
    const moved = ids.map((id) => pool.find(id)?.record).filter((record) => record !== undefined)
    const [first] = moved
    if (first === undefined) return
    const ranks = manual ? ranksFor(pool.cards(to.id), 0, pool.more(to.id), ids) : []
    const cards = moved.map((record, index) => ({
      record,
      rank: ranks[index],
      shift: shiftOf(record, pool.columnOf(record), to.id),
    }))
    mover.move({ cards, to })
    // The board stays where it is, and does not follow the card.
    store.set({ selected: new Set(), active: undefined })
  }
  const shifts = useMemo(() => [...mover.shifts.values()], [mover.shifts])
  const figures = useMemo(() => ({ totals: props.totals ?? new Map(), shifts }), [props.totals, shifts])
  return (
    <BoardContext value={parts}>
      <TotalsContext value={figures}>
        <div className={classes.board}>
          <BoardCanvas
            canvas={canvas}
            folded={folded}
            weighted={props.weighted}
            asking={mover.question !== undefined}
            onDrop={drop}
            onPutBack={letGo}
          />
          <DragHint />
          <SelectionBar />
          <LiveRegion />
          <BoardPeek />
        </div>
        {where !== undefined && (
          <MoveSheet
            ids={where}
            onChoose={(column) => goTo(where, column)}
            onClose={() => askWhere(undefined)}
          />
        )}
        {mover.question !== undefined && (
          <DemandDialog
            object={object}
            question={mover.question}
            onAnswer={(answers) => {
              mover.answer(answers)
              const { lift, target } = store.get()
              if (lift !== undefined && target !== undefined) settle(lift.record.id, target)
            }}
            onCancel={() => {
              mover.cancel()
              letGo()
            }}
          />
        )}
      </TotalsContext>
    </BoardContext>
  )
}

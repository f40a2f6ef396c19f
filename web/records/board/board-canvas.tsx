import { type RefObject, useContext, useEffect, useMemo, useRef } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { useScrollBack } from '../way-back/use-scroll-back.ts'
import classes from './board.module.css'
import { useBoard } from './board-context.ts'
import { BoardDrag } from './board-drag.tsx'
import { useMoment } from './board-store.ts'
import { Column } from './column.tsx'
import { ColumnSwitcher } from './column-switcher.tsx'
import { FoldedColumn } from './folded-column.tsx'
import { TotalsContext } from './totals-context.ts'
import { useBoardKeys } from './use-board-keys.ts'
import { canvasEnd, useCanvas } from './use-canvas.ts'
import { useLiftKeys } from './use-lift-keys.ts'
import { useVisibleRange } from './use-visible-range.ts'

interface BoardCanvasProps {
  readonly canvas: RefObject<HTMLDivElement | null>
  readonly folded: ReadonlySet<string>
  readonly weighted: boolean
  /** A question about the card in the hand is open. */
  readonly asking: boolean
  readonly onDrop: () => void
  readonly onPutBack: () => void
}

/** The columns side by side, of which only those in view are drawn. */
export function BoardCanvas({ canvas, folded, weighted, asking, onDrop, onPutBack }: BoardCanvasProps) {
  const { t, label, language } = useMessages()
  const parts = useBoard()
  const { columns, store, pool, phone, query, sum, left } = parts
  const { totals } = useContext(TotalsContext)
  const shown = useMemo(
    () => columns.map((column) => ({ column, folded: !phone && folded.has(column.id) })),
    [columns, folded, phone],
  )
  const open = useMemo(() => shown.filter((one) => !one.folded).map(({ column }) => column.id), [shown])
  const all = useMemo(() => columns.map(({ id }) => id), [columns])
  const stack = useCanvas(canvas, shown, phone)
  const [first, last] = useVisibleRange(canvas, stack, 'x')
  const onKeyDown = useBoardKeys(parts, open)
  useLiftKeys(parts, all, asking, onDrop, onPutBack)

  const from = useMoment(store, (moment) => moment.lift?.from)
  const over = useMoment(store, ({ target }) => target?.column)
  const lifted = from !== undefined
  const byKeys = useMoment(store, ({ lift }) => lift?.by === 'keys')
  const active = useMoment(store, (moment) => moment.active)
  // The column that keys lead to comes into view.
  const led = byKeys ? over : active === undefined ? undefined : pool.find(active)?.column
  useScrollBack(canvas, left?.left, true, 'scrollLeft')
  const stood = useRef(left?.active)
  useEffect(() => {
    // Where one came back the board lies as it lay.
    if (!byKeys && active === stood.current) return
    stood.current = undefined
    const element = canvas.current
    const at = columns.findIndex(({ id }) => id === led)
    if (element === null || at < 0) return
    const [left = 0, width = 0] = [stack.starts[at], stack.sizes[at]]
    if (left < element.scrollLeft) element.scrollLeft = left - 16
    else if (left + width > element.scrollLeft + element.clientWidth)
      element.scrollLeft = left + width - element.clientWidth + 16
  }, [led, active, byKeys, columns, stack, canvas])

  const whole = [...totals.values()].reduce((all, one) => all + (sum === undefined ? one.count : one.sum), 0)
  const shareOf = (id: string) => {
    const own = totals.get(id)
    return own === undefined || whole <= 0 ? 0 : (sum === undefined ? own.count : own.sum) / whole
  }
  return (
    <>
      {phone && <ColumnSwitcher canvas={canvas} stack={stack} />}
      <BoardDrag canvas={canvas} onDrop={onDrop} onPutBack={onPutBack}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds the parts of a form */}
        <div
          ref={canvas}
          className={classes.canvas}
          role="group"
          aria-label={t('board.board', { object: inSentence(label(query.object.label), language) })}
          data-dragging={lifted || undefined}
          onKeyDown={onKeyDown}
        >
          <div className={classes.columns} style={{ width: canvasEnd(stack) }}>
            {shown.map(({ column, folded: isFolded }, index) => {
              // The column that the card in the hand came from keeps it in the document.
              if ((index < first || index > last) && column.id !== from) return null
              const left = stack.starts[index] ?? 0
              return isFolded ? (
                <FoldedColumn key={column.id} column={column} left={left} />
              ) : (
                <Column
                  key={column.id}
                  column={column}
                  left={left}
                  width={stack.sizes[index] ?? 0}
                  weighted={weighted}
                  share={shareOf(column.id)}
                />
              )
            })}
          </div>
        </div>
      </BoardDrag>
    </>
  )
}

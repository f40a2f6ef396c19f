import { type RefObject, useContext, useEffect, useRef, useState } from 'react'
import { StatusDot } from '#web/design/status-dot.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './board.module.css'
import { useBoard } from './board-context.ts'
import { indexAt, type Stack } from './stack.ts'
import { TotalsContext } from './totals-context.ts'

/** On a phone: which column is shown, and the way to the others. */
export function ColumnSwitcher({ canvas, stack }: { canvas: RefObject<HTMLElement | null>; stack: Stack }) {
  const { t, language } = useMessages()
  const { columns } = useBoard()
  const { totals } = useContext(TotalsContext)
  const [current, setCurrent] = useState(0)
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    const look = () => setCurrent(indexAt(stack, element.scrollLeft + element.clientWidth / 2))
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [canvas, stack])
  useEffect(() => {
    const button = place.current?.children[current]
    if (button instanceof HTMLElement && place.current !== null)
      place.current.scrollTo({ left: button.offsetLeft - 16 })
  }, [current])
  return (
    <nav ref={place} className={classes.switcher} aria-label={t('board.switchColumn')}>
      {columns.map((column, index) => (
        <button
          key={column.id}
          type="button"
          aria-current={index === current || undefined}
          onClick={() =>
            canvas.current?.scrollTo({ left: (stack.starts[index] ?? 0) - 16, behavior: 'smooth' })
          }
        >
          <StatusDot color={column.color}>{column.name}</StatusDot>
          <span>{(totals.get(column.id)?.count ?? 0).toLocaleString(language)}</span>
        </button>
      ))}
    </nav>
  )
}

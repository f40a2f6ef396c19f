import { IconGripVertical } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './reorder-list.module.css'

interface ReorderListProps<Item> {
  readonly items: readonly Item[]
  readonly idOf: (item: Item) => string
  readonly nameOf: (item: Item) => string
  readonly label: string
  /** Whether an item has a handle; the first ones may have to stay. */
  readonly movable?: (item: Item) => boolean
  readonly onMove: (from: number, to: number) => void
  readonly children: (item: Item, index: number) => ReactNode
}

/** Lines that are put in order: dragged by their handle with mouse or finger, or moved with Alt and an arrow key. */
export function ReorderList<Item>(props: ReorderListProps<Item>) {
  const { items, idOf, nameOf, movable = () => true, onMove } = props
  const { t } = useMessages()
  const list = useRef<HTMLUListElement>(null)
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number }>()
  const [told, setTold] = useState('')
  const first = items.findIndex(movable)

  const move = (from: number, to: number) => {
    const item = items[from]
    if (item === undefined || to < first || to >= items.length || to === from) return
    onMove(from, to)
    setTold(t('views.moved', { name: nameOf(item), place: to + 1, count: items.length }))
  }
  const step = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const onHandle = event.target === event.currentTarget.querySelector('[data-handle]')
    const item = items[index]
    if (by === 0 || !(event.altKey || onHandle) || item === undefined || !movable(item)) return
    event.preventDefault()
    event.stopPropagation()
    const id = idOf(item)
    move(index, index + by)
    // The line that was moved keeps the focus at its new place.
    const focused = event.target instanceof HTMLElement ? event.target.dataset.handle : undefined
    if (focused !== undefined) {
      requestAnimationFrame(() =>
        list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(id)}"]`)?.focus(),
      )
    }
  }
  const placeAt = (y: number): number => {
    const lines = [...(list.current?.children ?? [])]
    const at = lines.findIndex((line) => y < line.getBoundingClientRect().bottom)
    return Math.max(first, at < 0 ? lines.length - 1 : at)
  }
  const grip = (index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      setDrag({ from: index, to: index })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (drag !== undefined) setDrag({ from: drag.from, to: placeAt(event.clientY) })
    },
    onPointerUp: () => {
      if (drag !== undefined) move(drag.from, drag.to)
      setDrag(undefined)
    },
    onPointerCancel: () => setDrag(undefined),
  })
  return (
    <>
      <ul ref={list} className={classes.list} aria-label={props.label}>
        {items.map((item, index) => {
          const over = drag !== undefined && drag.to === index && drag.to !== drag.from
          return (
            <li
              key={idOf(item)}
              className={classes.line}
              data-dragged={drag?.from === index || undefined}
              data-edge={over ? (drag.to < drag.from ? 'before' : 'after') : undefined}
              onKeyDown={(event) => step(event, index)}
            >
              {movable(item) ? (
                <button
                  type="button"
                  data-handle={idOf(item)}
                  className={classes.handle}
                  aria-label={`${nameOf(item)} · ${t('views.dragOrKeys')}`}
                  aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                  title={t('views.dragOrKeys')}
                  {...grip(index)}
                >
                  <IconGripVertical size={14} aria-hidden />
                </button>
              ) : (
                <span className={classes.handle} />
              )}
              {props.children(item, index)}
            </li>
          )
        })}
      </ul>
      <span className={classes.told} role="status">
        {told}
      </span>
    </>
  )
}

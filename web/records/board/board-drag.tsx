import {
  type Announcements,
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type MouseEvent, type ReactNode, type RefObject, type TouchEvent, useRef } from 'react'
import { useBoard } from './board-context.ts'
import classes from './board-drag.module.css'
import { useMoment } from './board-store.ts'
import { HeldCard } from './held-card.tsx'
import { usePointerDrag } from './use-pointer-drag.ts'

interface BoardDragProps {
  readonly canvas: RefObject<HTMLElement | null>
  readonly onDrop: () => void
  readonly onPutBack: () => void
  readonly children: ReactNode
}

/** Finger and mouse: a press that lasts, or a pull of some pixels, lifts the card. */
const touch = { activationConstraint: { delay: 280, tolerance: 8 } }
const mouse = { activationConstraint: { distance: 6 } }

/** The board says itself where a card is. */
const silent: Announcements = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}
const accessibility = {
  announcements: silent,
  screenReaderInstructions: { draggable: '' },
  restoreFocus: false,
}

/** Lets cards be dragged by mouse and finger. */
export function BoardDrag({ canvas, onDrop, onPutBack, children }: BoardDragProps) {
  const grabbed = useRef<HTMLElement>(null)
  const drag = usePointerDrag(useBoard(), canvas, grabbed)
  const sensors = useSensors(useSensor(MouseSensor, mouse), useSensor(TouchSensor, touch))
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={drag.follow}
      autoScroll={false}
      accessibility={accessibility}
      onDragStart={drag.start}
      onDragEnd={() => {
        drag.end()
        onDrop()
      }}
      onDragCancel={() => {
        drag.stop()
        onPutBack()
      }}
    >
      <Grip grabbed={grabbed}>{children}</Grip>
      <CardInHand />
    </DndContext>
  )
}

const ownPress = 'button, input, textarea, [role="checkbox"], [contenteditable="true"]'

/** One draggable for all cards: the one under the pointer is what is grabbed, and the others cost nothing. */
function Grip({ grabbed, children }: { grabbed: RefObject<HTMLElement | null>; children: ReactNode }) {
  const { pool, mayLift } = useBoard()
  const { setNodeRef, listeners } = useDraggable({ id: 'card' })
  const press = (event: MouseEvent | TouchEvent) => {
    if (!(event.target instanceof Element) || event.target.closest(ownPress) !== null) return
    const card = event.target.closest<HTMLElement>('[data-card]')
    const found = pool.find(card?.dataset.card ?? '')
    if (card === null || found === undefined || !mayLift(found.record)) return
    grabbed.current = card
    setNodeRef(card)
    listeners?.[event.type === 'mousedown' ? 'onMouseDown' : 'onTouchStart']?.(event)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what the pointer does here, keys do on each card
    <div className={classes.grip} onMouseDown={press} onTouchStart={press}>
      {children}
    </div>
  )
}

function CardInHand() {
  const { store } = useBoard()
  const hand = useMoment(store, (moment) => moment.hand)
  return (
    <DragOverlay dropAnimation={null} zIndex={300}>
      {hand !== undefined && <HeldCard lift={hand} />}
    </DragOverlay>
  )
}

import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './split-pane.module.css'

interface SplitPaneProps {
  /** The side with its own width; the other takes the rest. */
  readonly side: ReactNode
  readonly children: ReactNode
  /** Where the width is remembered on this device. */
  readonly name: string
  readonly initial: number
  readonly least?: number
  readonly most?: number
  readonly placement?: 'start' | 'end'
}

const step = 16

/** Two panes with an edge that can be dragged or moved with the arrow keys; one above the other on a phone. */
export function SplitPane({
  side,
  children,
  name,
  initial,
  least = 220,
  most = 480,
  placement = 'start',
}: SplitPaneProps) {
  const { t } = useMessages()
  const storageKey = `kith.pane.${name}`
  const [width, setWidth] = useState(() => Number(localStorage.getItem(storageKey)) || initial)

  const resize = (next: number) => {
    const bounded = Math.round(Math.min(most, Math.max(least, next)))
    setWidth(bounded)
    localStorage.setItem(storageKey, String(bounded))
  }
  const outwards = placement === 'start' ? 1 : -1
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(width + event.movementX * outwards)
  }
  const keys = (event: KeyboardEvent) => {
    const change = { ArrowRight: step, ArrowLeft: -step }[event.key]
    if (change !== undefined) resize(width + change * outwards)
  }

  return (
    <div className={classes.split} data-placement={placement}>
      <div className={classes.side} style={{ '--side': `${width}px` }}>
        {side}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot take the keys of a window splitter */}
      <div
        role="separator"
        tabIndex={0}
        aria-label={t('design.resize')}
        aria-orientation="vertical"
        aria-valuenow={width}
        aria-valuemin={least}
        aria-valuemax={most}
        className={classes.edge}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onDoubleClick={() => resize(initial)}
        onKeyDown={keys}
      />
      <div className={classes.rest}>{children}</div>
    </div>
  )
}

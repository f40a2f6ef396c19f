import { useDraggable, useDroppable } from '@dnd-kit/core'
import type { ReactNode } from 'react'
import classes from './block.module.css'
import { type Block, widths } from './block.ts'
import { useBlockTitle } from './use-block-title.ts'

interface BlockFrameProps {
  readonly block: Block
  readonly arranging: boolean
  /** Buttons of the head while blocks are arranged. */
  readonly acts: ReactNode
  readonly children: ReactNode
}

/** A block with its title; while blocks are arranged it is led by hand, and what it shows stands still. */
export function BlockFrame({ block, arranging, acts, children }: BlockFrameProps) {
  const title = useBlockTitle()(block)
  const drop = useDroppable({ id: block.id, disabled: !arranging })
  const drag = useDraggable({ id: block.id, disabled: !arranging })
  const { transform } = drag
  return (
    <section
      ref={drop.setNodeRef}
      aria-label={title}
      className={classes.place}
      style={{ '--width': widths[block.width] } as Record<string, number>}
    >
      <div
        ref={drag.setNodeRef}
        className={classes.block}
        data-arranging={arranging || undefined}
        data-lifted={drag.isDragging || undefined}
        style={transform ? { translate: `${transform.x}px ${transform.y}px` } : undefined}
      >
        <header className={classes.head} {...(arranging && drag.listeners)}>
          <h2 title={title}>{title}</h2>
          {arranging && acts}
        </header>
        <div className={classes.body} inert={arranging}>
          {children}
        </div>
      </div>
    </section>
  )
}

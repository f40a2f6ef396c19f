import type { HTMLAttributes, ReactNode, Ref } from 'react'
import classes from './block.module.css'
import { type Block, isNarrow, widths } from './block.ts'
import { useBlockTitle } from './use-block-title.ts'

/** How a block is led by hand while blocks are arranged. */
interface Hold {
  readonly place: Ref<HTMLElement>
  readonly block: Ref<HTMLDivElement>
  /** What the head listens to. */
  readonly head: HTMLAttributes<HTMLElement>
  readonly lifted: boolean
  /** Pixels from its place. */
  readonly moved: { readonly x: number; readonly y: number } | null
}

interface BlockFrameProps {
  readonly block: Block
  /** Of two that a phone has beside each other one is missing: it takes the whole width. */
  readonly alone?: boolean
  /** Given while blocks are arranged: what the block shows stands still then. */
  readonly hold?: Hold
  /** Buttons of the head. */
  readonly acts?: ReactNode
  readonly children: ReactNode
}

/** A block with its title. */
export function BlockFrame({ block, alone = false, hold, acts, children }: BlockFrameProps) {
  const title = useBlockTitle()(block)
  const moved = hold?.moved
  return (
    <section
      ref={hold?.place}
      aria-label={title}
      className={classes.place}
      data-narrow={(hold === undefined && !alone && isNarrow(block)) || undefined}
      style={{ '--width': widths[block.width] } as Record<string, number>}
    >
      <div
        ref={hold?.block}
        className={classes.block}
        data-kind={block.kind}
        data-arranging={hold !== undefined || undefined}
        data-lifted={hold?.lifted || undefined}
        style={moved ? { translate: `${moved.x}px ${moved.y}px` } : undefined}
      >
        <header className={classes.head} {...hold?.head}>
          <h2 title={title}>{title}</h2>
          {acts}
        </header>
        <div className={classes.body} inert={hold !== undefined}>
          {children}
        </div>
      </div>
    </section>
  )
}

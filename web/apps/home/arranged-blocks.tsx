import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { ReactNode } from 'react'
import { movedTo } from './arrange.ts'
import type { Block } from './block.ts'
import { BlockContent } from './block-content.tsx'
import { BlockFrame } from './block-frame.tsx'

interface ArrangedBlocksProps {
  readonly blocks: readonly Block[]
  readonly actsOf: (block: Block, index: number) => ReactNode
  readonly onArrange: (blocks: readonly Block[]) => void
}

/** The blocks while they are arranged: each is led by hand to another one's place. Loaded when somebody arranges. */
export function ArrangedBlocks({ blocks, actsOf, onArrange }: ArrangedBlocksProps) {
  // A press lifts a block once it is drawn, so that a click stays a click.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  const drop = ({ active, over }: DragEndEvent) => {
    if (over === null) return
    const to = blocks.findIndex(({ id }) => id === over.id)
    onArrange(movedTo(blocks, String(active.id), to))
  }
  return (
    <DndContext sensors={sensors} onDragEnd={drop}>
      {blocks.map((block, index) => (
        <ArrangedBlock key={block.id} block={block} acts={actsOf(block, index)} />
      ))}
    </DndContext>
  )
}

function ArrangedBlock({ block, acts }: { block: Block; acts: ReactNode }) {
  const drop = useDroppable({ id: block.id })
  const drag = useDraggable({ id: block.id })
  const hold = {
    place: drop.setNodeRef,
    block: drag.setNodeRef,
    head: { ...drag.listeners },
    lifted: drag.isDragging,
    moved: drag.transform,
  }
  return (
    <BlockFrame block={block} hold={hold} acts={acts}>
      <BlockContent block={block} />
    </BlockFrame>
  )
}

import type { Block } from './block.ts'
import { BreakdownBlock } from './breakdown-block.tsx'
import { FigureBlock } from './figure-block.tsx'
import { ListBlock } from './list-block.tsx'
import { RecentBlock } from './recent-block.tsx'
import { TasksBlock } from './tasks-block.tsx'

/** What a block of each kind shows. */
export function BlockContent({ block }: { block: Block }) {
  switch (block.kind) {
    case 'figure':
      return <FigureBlock block={block} />
    case 'breakdown':
      return <BreakdownBlock block={block} />
    case 'list':
      return <ListBlock block={block} />
    case 'tasks':
      return <TasksBlock />
    case 'recent':
      return <RecentBlock />
  }
}

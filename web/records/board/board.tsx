import { useMemo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { BoardDefinition } from '#shared/metadata/view.ts'
import { ApiError, useCatalogue } from '#web/data/index.ts'
import { ErrorState } from '#web/design/error-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { proposedBoard } from '../views/proposals.ts'
import type { ViewState } from '../views/view-state.ts'
import { BoardChoice } from './board-choice.tsx'
import { BoardOfColumns } from './board-of-columns.tsx'
import { BoardSkeleton } from './board-skeleton.tsx'
import type { ColumnSource } from './column-source.ts'
import { sourceOf } from './column-source.ts'
import { useColumns } from './use-columns.ts'

export interface BoardProps {
  readonly object: CatalogueObject
  readonly state: ViewState
}

/** The records of an object as cards in columns, by any select or relation. */
export function Board({ object, state }: BoardProps) {
  const catalogue = useCatalogue()
  const board = state.definition.board ?? proposedBoard(object, catalogue)
  const source = useMemo(
    () => (board === undefined ? undefined : sourceOf(object, board.by, catalogue)),
    [object, board, catalogue],
  )
  if (board === undefined || source === undefined)
    return <BoardChoice object={object} onChoose={(by) => state.change({ board: { ...board, by } })} />
  return <SourcedBoard key={board.by} object={object} state={state} board={board} source={source} />
}

function SourcedBoard(props: BoardProps & { board: BoardDefinition; source: ColumnSource }) {
  const { t } = useMessages()
  const found = useColumns(props.object, props.source)
  if (found.error !== undefined && found.error !== null) {
    const { error } = found
    return (
      <ErrorState
        title={t('board.failed')}
        detail={error instanceof ApiError ? error.detail : String(error)}
        onRetry={found.retry}
      />
    )
  }
  if (found.columns === undefined && !found.homeless) return <BoardSkeleton />
  return <BoardOfColumns {...props} found={found} columns={found.columns ?? []} />
}

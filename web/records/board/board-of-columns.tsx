import { IconLayoutKanban } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { BoardDefinition } from '#shared/metadata/view.ts'
import { ApiError, useCatalogue } from '#web/data/index.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { readSort } from '../sort.ts'
import type { BoardProps } from './board.tsx'
import { BoardBar } from './board-bar.tsx'
import { type BoardColumn, blankColumn } from './board-column.ts'
import { BoardInUse } from './board-in-use.tsx'
import type { BoardQuery } from './board-query.ts'
import { foldedColumns, withBlank } from './build-columns.ts'
import { layOutCard } from './card-layout.ts'
import { isManual, manualSort } from './card-order.ts'
import type { ColumnSource } from './column-source.ts'
import { mostColumns, type useColumns } from './use-columns.ts'
import { useTotals } from './use-totals.ts'

interface BoardOfColumnsProps extends BoardProps {
  readonly board: BoardDefinition
  readonly source: ColumnSource
  readonly columns: readonly BoardColumn[]
  readonly found: ReturnType<typeof useColumns>
}

/** A board whose columns are known: asks for its figures, and for the cards in one order. */
export function BoardOfColumns({ object, state, board, source, columns, found }: BoardOfColumnsProps) {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const phone = usePhone()
  const { filter = '', sort = '' } = state.definition
  const { search } = state
  const keys = useMemo(() => readSort(sort), [sort])
  const manual = isManual(keys)
  const parentOf = source.kind === 'records' ? source.parent : undefined
  const { parentId } = found
  const card = board.card?.join()
  const query = useMemo((): BoardQuery => {
    const layout = layOutCard(object, board.by, board.sum, card?.split(','))
    const parent = parentOf && parentId !== undefined ? { of: parentOf, id: parentId } : undefined
    return {
      catalogue,
      object,
      field: source.field,
      filter,
      search,
      sort: manual ? manualSort : sort,
      layout,
      parent,
    }
  }, [catalogue, object, source, filter, search, sort, manual, board.by, board.sum, card, parentOf, parentId])
  const sum = object.fieldByName.get(board.sum ?? '')
  const weight =
    source.kind === 'records' && source.target.fieldByName.get('probability')?.type === 'percent'
      ? object.fieldByName.get('probability')
      : undefined
  const figures = useTotals(query, sum, weight?.type === 'percent' ? weight : undefined)
  const blanks = figures.totals?.get(blankColumn)?.count ?? 0
  const all = useMemo(() => withBlank(columns, blanks, t('board.blank')), [columns, blanks, t])
  const folded = useMemo(() => foldedColumns(all, board.folded), [all, board.folded])
  const [key] = keys
  const sortField = key && object.fieldByName.get(key.field)

  if (figures.isError && figures.totals === undefined) {
    const { error } = figures
    return (
      <ErrorState
        title={t('board.failed')}
        detail={error instanceof ApiError ? error.detail : String(error)}
        onRetry={() => void figures.refetch()}
      />
    )
  }
  return (
    <>
      <BoardBar
        parents={found.parents}
        parentLabel={found.parentLabel}
        parent={parentId}
        onParent={found.choose}
        sortedBy={manual ? undefined : sortField === undefined ? (key?.field ?? '') : label(sortField.label)}
        onSortManually={() => state.change({ sort: '' })}
        cutAt={found.further ? mostColumns : undefined}
      />
      {all.length === 0 ? (
        <EmptyState
          icon={IconLayoutKanban}
          title={t('board.noColumns')}
          detail={t('board.noColumnsHow', { field: label(source.field.label) })}
        />
      ) : (
        <BoardInUse
          // Other cards are another board: nothing of the old one stays in the hand.
          key={`${parentId} ${filter} ${search} ${query.sort}`}
          state={state}
          board={board}
          query={query}
          sum={sum}
          weighted={weight !== undefined && sum !== undefined}
          columns={all}
          folded={folded}
          totals={figures.totals}
          manual={manual}
          phone={phone}
        />
      )}
    </>
  )
}

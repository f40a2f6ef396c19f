import { lazy, Suspense } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { ApiError } from '#web/data/index.ts'
import { ErrorState } from '#web/design/error-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { useFilter } from '../filter/use-filter.ts'
import type { ViewState } from '../views/view-state.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import { ListTable } from './list-table.tsx'
import { NothingYet } from './nothing-yet.tsx'
import classes from './toolbar.module.css'
import type { Matches } from './use-matches.ts'

const Board = lazy(async () => ({ default: (await import('../board/board.tsx')).Board }))
const RecordCalendar = lazy(async () => ({
  default: (await import('../calendar/record-calendar.tsx')).RecordCalendar,
}))
const NoResult = lazy(async () => ({ default: (await import('./no-result.tsx')).NoResult }))

interface ListContentProps {
  readonly object: CatalogueObject
  readonly state: ViewState
  readonly matches: Matches
  readonly filter: ReturnType<typeof useFilter>
}

/** The records as the view's kind shows them, or why there are none to show. */
export function ListContent(props: ListContentProps) {
  const { state, matches } = props
  return (
    <div className={classes.content} data-stale={matches.stale || undefined}>
      <Suspense fallback={<ListSkeleton />}>
        {state.loading ? <ListSkeleton /> : <Shown {...props} />}
      </Suspense>
    </div>
  )
}

function Shown({ object, state, matches, filter }: ListContentProps) {
  const { t } = useMessages()
  const { error, again } = matches
  // What the server refuses will not come, whatever is kept from before: a field of the filter has been deleted.
  const refused = error instanceof ApiError && error.status === 400
  if (error !== null && (matches.count === undefined || refused)) {
    return (
      <ErrorState
        title={t('records.listFailed')}
        detail={error instanceof ApiError ? error.detail : String(error)}
        onRetry={again}
      />
    )
  }
  if (matches.count === 0 && !matches.stale) {
    return state.definition.filter === undefined && state.search === '' ? (
      <NothingYet object={object} onLook={again} />
    ) : (
      <NoResult
        object={object}
        filter={filter.filter}
        search={state.search}
        onFilter={filter.change}
        onClearSearch={() => state.change({ search: '' })}
      />
    )
  }
  if (state.kind === 'board') return <Board object={object} state={state} />
  if (state.kind === 'calendar') return <RecordCalendar object={object} state={state} />
  return <ListTable object={object} state={state} />
}

import { IconRipple } from '@tabler/icons-react'
import { lazy, Suspense, useMemo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Pool } from '#shared/operations/pools.ts'
import { ApiError } from '#web/data/index.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { useFilter } from '../filter/use-filter.ts'
import { inSentence } from '../in-sentence.ts'
import { layOutColumns } from '../list/columns.ts'
import type { Lines } from '../list/line.ts'
import type { ListSearch } from '../list/use-list.ts'
import { PoolCards } from './pool-cards.tsx'
import { PoolTable } from './pool-table.tsx'
import { isRefused } from './refusal.ts'
import type { PoolState } from './use-pool-state.ts'

const NoResult = lazy(async () => ({ default: (await import('../list/no-result.tsx')).NoResult }))

interface PoolContentProps {
  readonly pool: Pool
  readonly object: CatalogueObject
  readonly state: PoolState
  readonly search: ListSearch
  readonly lines: Lines
  readonly count: number | undefined
  /** What is seen is still that of the filter before. */
  readonly stale: boolean
  readonly error: Error | null
  readonly onAgain: () => void
  readonly filter: ReturnType<typeof useFilter>
}

/** The records of a pool, or why there are none to show. */
export function PoolContent(props: PoolContentProps) {
  const { pool, object, state, search, lines, count, error, filter } = props
  const { t, label, language } = useMessages()
  const phone = usePhone()
  const columns = useMemo(
    () => layOutColumns(object, {}, undefined, (field) => label(field.label)),
    [object, label],
  )
  if (error !== null && (count === undefined || isRefused(error))) {
    return (
      <ErrorState
        title={t('records.listFailed')}
        detail={error instanceof ApiError ? error.detail : String(error)}
        onRetry={props.onAgain}
      />
    )
  }
  if (count === 0 && !props.stale) {
    if (search.filter === '' && search.search === '') {
      const name = label(object.pluralLabel ?? object.label)
      return (
        <EmptyState
          icon={IconRipple}
          title={t('pools.empty', { object: inSentence(name, language) })}
          detail={t('pools.emptyWhat', { object: name })}
        />
      )
    }
    return (
      <Suspense>
        <NoResult
          object={object}
          pool={pool.id}
          filter={filter.filter}
          search={search.search}
          onFilter={filter.change}
          onClearSearch={() => state.change({ search: '' })}
        />
      </Suspense>
    )
  }
  const List = phone ? PoolCards : PoolTable
  return <List pool={pool} object={object} columns={columns} lines={lines} state={state} />
}

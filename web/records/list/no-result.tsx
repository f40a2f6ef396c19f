import { IconFilterOff } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { keys, listRecords, useCatalogue } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { type FilterGroup, noFilter, textOf } from '../filter/filter.ts'
import { Loosening } from './loosening.tsx'

interface NoResultProps {
  readonly object: CatalogueObject
  /** Id of the pool whose records are listed. */
  readonly pool?: string
  readonly filter: FilterGroup
  readonly search: string
  readonly onFilter: (filter: FilterGroup) => void
  readonly onClearSearch: () => void
}

/** Of a filter of many conditions so many are tried. */
const tried = 8
const offered = 3

/** Nothing matches: which condition to loosen, with how many records there would be without it. */
export function NoResult({ object, pool, filter, search, onFilter, onClearSearch }: NoResultProps) {
  const { t } = useMessages()
  const catalogue = useCatalogue()
  const parts = filter.joint === 'and' ? filter.parts.slice(0, tried) : []
  const without = (gone: number): FilterGroup => ({
    ...filter,
    parts: filter.parts.filter((_, index) => index !== gone),
  })
  const found = useQueries({
    queries: parts.map((_, gone) => {
      const text = textOf(without(gone), object, catalogue)
      const query = {
        ...(text !== '' && { filter: text }),
        ...(search !== '' && { search }),
        limit: 1,
        fields: ['id'],
        count: 'estimate' as const,
        ...(pool !== undefined && { pool }),
      }
      return {
        queryKey: keys.list(object.name, query),
        queryFn: async ({ signal }: { signal: AbortSignal }) =>
          (await listRecords(object.name, query, signal)).count,
      }
    }),
  })
  const ways = parts
    .map((part, index) => ({ part, index, count: found[index]?.data ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, offered)
  if (filter.parts.length === 0 || (ways.length === 0 && search !== '')) {
    return (
      <EmptyState
        title={t('records.nothingFound', { text: search })}
        action={<Button onClick={onClearSearch}>{t('records.clearSearch')}</Button>}
      />
    )
  }
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t('records.nothingMatches')}
      {...(ways.length > 0 && { detail: t('views.loosenWhich') })}
      action={
        ways.length === 0 ? (
          <Button onClick={() => onFilter(noFilter)}>{t('records.clearFilter')}</Button>
        ) : (
          <Loosening object={object} ways={ways} onLoosen={(index) => onFilter(without(index))} />
        )
      }
    />
  )
}

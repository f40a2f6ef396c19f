import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { TimelineEntry } from '#shared/operations/timeline.ts'
import { ApiError, useCatalogue, useLocale, useTimeline } from '#web/data/index.ts'
import { useMayWith } from '#web/data/use-may-with.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { dayGroups, isRun } from './day-groups.ts'
import { dayTitle } from './day-title.ts'
import { EntryLine } from './entry-line.tsx'
import { isWeighty, knownChanges } from './entry-words.ts'
import { RunLine } from './run-line.tsx'
import classes from './timeline.module.css'
import { TimelineFilter } from './timeline-filter.tsx'
import { TimelineSkeleton } from './timeline-skeleton.tsx'

interface TimelineProps {
  readonly object: CatalogueObject
  readonly id: string
}

const everything: readonly string[] = []

/** All that happened to a record and to those below it, day by day, the newest first. */
export function Timeline({ object, id }: TimelineProps) {
  const { t } = useMessages()
  const locale = useLocale()
  const catalogue = useCatalogue()
  const may = useMayWith()
  const [kinds, setKinds] = useState<readonly string[]>(everything)
  const [search, setSearch] = useState('')
  const [words] = useDebouncedValue(search.trim(), 200)
  const sources = useMemo(
    () => ['activity', 'task', ...object.inverses.map((inverse) => inverse.object)],
    [object],
  )
  const query = useMemo(() => ({ kinds, search: words }), [kinds, words])
  const timeline = useTimeline(object.name, id, query, sources)
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = timeline
  const entries = useMemo(() => timeline.data?.pages.flatMap((page) => page.data), [timeline.data])
  const groups = useMemo(() => {
    const weighty = (entry: TimelineEntry) => isWeighty(knownChanges(entry, catalogue.find(entry.object)))
    return dayGroups(entries ?? [], locale.timeZone, weighty)
  }, [entries, locale.timeZone, catalogue])
  const of = useMemo(() => ({ object: object.name, id }), [object.name, id])
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!hasNextPage || end.current === null) return
    const watch = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting && !isFetchingNextPage) void fetchNextPage()
      },
      { rootMargin: '400px' },
    )
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  const filtered = kinds.length > 0 || search !== ''
  const title = (day: string) => {
    const found = dayTitle(day, locale)
    return 'key' in found ? t(found.key) : found.text
  }
  return (
    <section aria-label={t('activity.timeline')}>
      <TimelineFilter
        kinds={kinds}
        onKinds={setKinds}
        search={search}
        onSearch={setSearch}
        withActivities={catalogue.find('activity') !== undefined && object.app !== 'settings'}
      />
      {timeline.isPending ? (
        <TimelineSkeleton />
      ) : timeline.isError && entries === undefined ? (
        <ErrorState
          detail={timeline.error instanceof ApiError ? timeline.error.detail : String(timeline.error)}
          onRetry={() => void timeline.refetch()}
        />
      ) : groups.length === 0 ? (
        <EmptyState
          title={t(filtered ? 'activity.nothingFound' : 'activity.nothingYet')}
          {...(!filtered && { detail: t('activity.nothingYetHow') })}
          action={
            filtered && (
              <Button
                onClick={() => {
                  setKinds(everything)
                  setSearch('')
                }}
              >
                {t('activity.showAll')}
              </Button>
            )
          }
        />
      ) : (
        groups.map((group) => (
          <section key={group.day} className={classes.day} aria-label={title(group.day)}>
            <h3 className={classes.dayTitle}>{title(group.day)}</h3>
            <ol className={classes.entries}>
              {group.lines.map((line) =>
                isRun(line) ? (
                  <RunLine key={line.id} run={line} of={of} />
                ) : (
                  <EntryLine key={line.id} entry={line} of={of} may={may} />
                ),
              )}
            </ol>
          </section>
        ))
      )}
      {hasNextPage && (
        <div ref={end} className={classes.end}>
          <Button variant="subtle" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('activity.earlier')}
          </Button>
        </div>
      )}
    </section>
  )
}

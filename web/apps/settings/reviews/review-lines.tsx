import { TextInput } from '@mantine/core'
import { IconChecks, IconFilterOff, IconSearch } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import type { AccessReview } from '#web/data/reviews.ts'
import { useReviewLines } from '#web/data/use-reviews.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { Tabs } from '#web/design/tabs.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './review-lines.module.css'
import { ReviewTable } from './review-table.tsx'

const shows = ['none', 'confirmed', 'withdrawn', 'all'] as const
type Show = (typeof shows)[number]

export interface ReviewAddress {
  readonly show?: string | undefined
  readonly search?: string | undefined
}

interface ReviewLinesProps {
  readonly review: AccessReview
  readonly asked: ReviewAddress
  readonly onAsk: (part: ReviewAddress) => void
}

/** The lines of a review: the undecided ones first, as long as it is open. */
export function ReviewLines({ review, asked, onAsk }: ReviewLinesProps) {
  const { t } = useMessages()
  const panelId = useId()
  const { id, lines, confirmed, withdrawn, signedAt } = review
  const usual: Show = signedAt === null ? 'none' : 'all'
  const show = shows.find((name) => name === asked.show) ?? usual
  const search = asked.search?.trim() || undefined
  const found = useReviewLines(id, { decision: show === 'all' ? undefined : show, search })
  const shown = found.data?.pages.flatMap(({ data }) => data)
  const counts: Readonly<Record<Show, number>> = {
    none: lines - confirmed - withdrawn,
    ...{ confirmed, withdrawn, all: lines },
  }
  const done = show === 'none' && search === undefined && signedAt === null

  return (
    <>
      <div className={classes.filters}>
        <Tabs
          label={t('reviews.show')}
          panelId={panelId}
          tabs={shows.map((name) => ({ name, label: t(`reviews.show_${name}`), count: counts[name] }))}
          current={show}
          onChange={(name) => onAsk({ show: name === usual ? undefined : name })}
        />
        <LineSearch value={asked.search ?? ''} onChange={(text) => onAsk({ search: text })} />
      </div>
      <div id={panelId} role="tabpanel" aria-label={t(`reviews.show_${show}`)}>
        {found.isError ? (
          <ErrorState detail={problemText(t, found.error) ?? ''} onRetry={() => void found.refetch()} />
        ) : shown?.length === 0 ? (
          <EmptyState
            icon={done ? IconChecks : IconFilterOff}
            title={t(done ? 'reviews.allDone' : 'reviews.noMatch')}
            {...(done && { detail: t('reviews.allDoneWhat') })}
          />
        ) : (
          <ReviewTable id={id} lines={shown} open={signedAt === null} />
        )}
        {found.hasNextPage && (
          <div className={classes.more}>
            <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('reviews.more')}
            </Button>
          </div>
        )}
      </div>
    </>
  )
}

interface LineSearchProps {
  readonly value: string
  readonly onChange: (text: string | undefined) => void
}

function LineSearch({ value, onChange }: LineSearchProps) {
  const { t } = useMessages()
  const [words, setWords] = useState<string>()
  const search = () => {
    if (words !== undefined) onChange(words.trim() || undefined)
    setWords(undefined)
  }
  return (
    <TextInput
      className={classes.search ?? ''}
      aria-label={t('reviews.search')}
      placeholder={t('reviews.search')}
      leftSection={<IconSearch aria-hidden />}
      value={words ?? value}
      onChange={(event) => setWords(event.target.value)}
      onBlur={search}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) search()
      }}
    />
  )
}

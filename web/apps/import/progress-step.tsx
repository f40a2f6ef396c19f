import { Progress } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { keys } from '#web/data/index.ts'
import { problemText } from '#web/data/problem-text.ts'
import { ErrorState } from '#web/design/error-state.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './import.module.css'
import { status } from './imports.ts'
import { ResultStep } from './result-step.tsx'

interface ProgressStepProps {
  readonly object: CatalogueObject
  readonly id: string
  readonly onBack: () => void
  readonly onAgain: () => void
}

/** How far the import is, then what became of it. */
export function ProgressStep({ object, id, onBack, onAgain }: ProgressStepProps) {
  const { t } = useMessages()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['import', id, 'status'],
    queryFn: ({ signal }) => status(id, signal),
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' ? false : 700,
  })
  const isOver = data?.state === 'done' || data?.state === 'failed'
  useEffect(() => {
    if (isOver) void client.invalidateQueries({ queryKey: keys.object(object.name) })
  }, [isOver, client, object.name])

  if (data === undefined)
    return error === null ? (
      <Skeleton />
    ) : (
      <ErrorState detail={problemText(t, error) ?? ''} onRetry={() => void refetch()} />
    )
  if (isOver) return <ResultStep object={object} status={data} onBack={onBack} onAgain={onAgain} />
  const counts = { done: data.processed, rows: data.rows }
  return (
    <div className={classes.progress}>
      <p className={classes.heading} role="status">
        {data.dryRun ? t('import.checking', counts) : t('import.running', counts)}
      </p>
      <Progress
        value={data.rows === 0 ? 0 : (100 * data.processed) / data.rows}
        aria-label={t('import.title')}
        size={6}
      />
      <p className={classes.hint}>{t('import.leave')}</p>
    </div>
  )
}

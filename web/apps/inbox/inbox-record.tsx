import { IconArrowsDiagonal, IconPencil } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { ApiError, useRecord } from '#web/data/index.ts'
import { problemText } from '#web/data/problem-text.ts'
import { Button } from '#web/design/button.tsx'
import { ButtonLink } from '#web/design/button-link.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { openComposer } from '#web/records/activity/open-composer.ts'
import { RecordPicture } from '#web/records/record-picture.tsx'
import classes from './inbox-preview.module.css'

const PeekContent = lazy(async () => ({
  default: (await import('#web/records/peek/peek-content.tsx')).PeekContent,
}))

interface InboxRecordProps {
  readonly object: CatalogueObject
  readonly id: string
  /** The sentence in which the reader was mentioned; empty otherwise. */
  readonly text: string
}

/** A record as far as one needs it to answer: what was said, its leading fields, what happened lately. */
export function InboxRecord({ object, id, text }: InboxRecordProps) {
  const { t, label } = useMessages()
  const include = object.fields
    .filter((field) => field.type === 'relation' || field.type === 'user')
    .map((field) => field.name)
  const { data: record, isError, error, refetch } = useRecord(object.name, id, include)

  if (isError)
    return error instanceof ApiError && error.status === 404 ? (
      <EmptyState title={t('records.noRecord')} detail={t('records.noRecordWhy')} />
    ) : (
      <ErrorState detail={problemText(t, error) ?? ''} onRetry={() => void refetch()} />
    )
  const title = record === undefined ? '' : titleOf(object, record)
  return (
    <>
      <header className={classes.head}>
        {record === undefined ? (
          <Skeleton width={180} height={16} />
        ) : (
          <>
            <RecordPicture object={object} id={id} name={title} size={32} />
            <span className={classes.who}>
              <span className={classes.title} title={title} dir="auto">
                {title}
              </span>
              <span className={classes.kind}>{label(object.label)}</span>
            </span>
            <Button
              variant="subtle"
              icon={IconPencil}
              onClick={() => openComposer({ object: object.name, id, title })}
            >
              {t('shell.logActivity')}
            </Button>
            <ButtonLink
              to="/o/$object/$id"
              params={{ object: object.name, id }}
              icon={IconArrowsDiagonal}
              keyHint="↵"
            >
              {t('inbox.open')}
            </ButtonLink>
          </>
        )}
      </header>
      {text !== '' && <blockquote className={classes.said}>{text}</blockquote>}
      {record !== undefined && (
        <Suspense>
          <PeekContent object={object} record={record} />
        </Suspense>
      )}
    </>
  )
}

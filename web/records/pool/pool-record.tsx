import { IconRipple } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { problemText } from '#web/data/problem-text.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { fieldViews, isBlank } from '#web/fields/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import peek from '../peek/peek.module.css'
import { RecordPicture } from '../record-picture.tsx'
import classes from './pool-record.module.css'

interface PoolRecordProps {
  readonly object: CatalogueObject
  /** Undefined while it is on its way, and where it did not come. */
  readonly record: RecordData | undefined
  /** It is no part of the pool (any more). */
  readonly gone: boolean
  readonly error: Error | null
  readonly onAgain: () => void
}

/** What a pool shows of one record. */
export function PoolRecord({ object, record, gone, error, onAgain }: PoolRecordProps) {
  const { t, label } = useMessages()
  if (gone) {
    return (
      <EmptyState icon={IconRipple} title={t('pools.recordMissing')} detail={t('pools.recordMissingWhat')} />
    )
  }
  if (record === undefined) {
    return error === null ? (
      <div className={peek.head} aria-busy>
        <Skeleton width="70%" />
      </div>
    ) : (
      <ErrorState detail={problemText(t, error) ?? ''} onRetry={onAgain} />
    )
  }
  const title = titleOf(object, record)
  const [, ...fields] = object.fields
  return (
    <>
      <header className={peek.head}>
        <RecordPicture object={object} id={record.id} name={title} size={32} />
        <h2 className={peek.title} title={title} dir="auto">
          {title}
        </h2>
      </header>
      <dl className={classes.fields}>
        {fields.map((field) => {
          const { Display } = fieldViews[field.type]
          const value = record[field.wire]
          return (
            <div key={field.key} className={classes.field}>
              <dt className={classes.label} title={label(field.label)}>
                {label(field.label)}
              </dt>
              <dd dir="auto">
                {isBlank(value) ? (
                  <span className={classes.blank}>{t('fields.notFilled')}</span>
                ) : (
                  <Display field={field} value={value} record={record} />
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      <p className={classes.note}>{t('pools.partial')}</p>
    </>
  )
}

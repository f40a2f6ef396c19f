import { IconRestore, IconTrash } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { ApiError, useLocale, useObject, useRecordList } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { Skeleton } from '#web/design/skeleton.tsx'
import { TopBar } from '#web/design/top-bar.tsx'
import { shortDateTime } from '#web/fields/short-date.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './bin-page.module.css'
import { Breadcrumb } from './breadcrumb.tsx'
import { inSentence } from './in-sentence.ts'
import { hasPicture, RecordPicture } from './record-picture.tsx'
import { useRestore } from './use-restore.ts'

const route = '/shell/o/$object/bin'
const query = { filter: 'not isBlank(deletedAt)', sort: '-deletedAt', limit: 100 } as const

/** The deleted records of an object, the last one first, and their way back. */
export function Component() {
  const { object: name } = useParams({ from: route })
  const { t, label, language } = useMessages()
  const object = useObject(name)
  const locale = useLocale()
  const deleted = useRecordList(name, query)
  const restore = useRestore(object)
  const rows = deleted.data?.pages.flatMap((page) => page.data)
  return (
    <>
      <TopBar before={<Breadcrumb object={object} />} title={t('records.bin')} />
      <div className={classes.page}>
        {deleted.isPending && <Skeleton width="40%" />}
        {deleted.isError && (
          <ErrorState
            title={t('records.listFailed')}
            detail={deleted.error instanceof ApiError ? deleted.error.detail : String(deleted.error)}
            onRetry={() => void deleted.refetch()}
          />
        )}
        {rows?.length === 0 && (
          <EmptyState
            icon={IconTrash}
            title={t('records.binEmpty')}
            detail={t('records.binWhat', { object: inSentence(label(object.label), language) })}
          />
        )}
        <ul className={classes.list} aria-label={t('records.bin')}>
          {rows?.map((record) => {
            const title = titleOf(object, record)
            return (
              <li key={record.id} className={classes.line}>
                {hasPicture(object) && <RecordPicture object={object} id={record.id} name={title} />}
                <span className={classes.title}>{title}</span>
                <time dateTime={String(record.deletedAt)} title={t('records.deletedAt')}>
                  {shortDateTime(String(record.deletedAt), locale)}
                </time>
                <Button
                  size="sm"
                  icon={IconRestore}
                  aria-label={t('records.restoreNamed', { name: title })}
                  onClick={() => restore(record.id, title)}
                >
                  {t('records.restore')}
                </Button>
              </li>
            )
          })}
        </ul>
        {deleted.hasNextPage && (
          <Button
            variant="subtle"
            busy={deleted.isFetchingNextPage}
            onClick={() => void deleted.fetchNextPage()}
          >
            {t('records.earlier')}
          </Button>
        )}
      </div>
    </>
  )
}

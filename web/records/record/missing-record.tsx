import { IconLock, IconTrash } from '@tabler/icons-react'
import { quote } from '#shared/expression/print.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { ApiError, useRecordList } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { ButtonLink } from '#web/design/button-link.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { useRestore } from '../use-restore.ts'

interface MissingRecordProps {
  readonly object: CatalogueObject
  readonly id: string
  readonly error: unknown
  readonly onRetry: () => void
}

/** Why a record is not shown: deleted (and how it comes back), not for this person, not there, or not to be had now. */
export function MissingRecord({ object, id, error, onRetry }: MissingRecordProps) {
  const { t, label, language } = useMessages()
  const said = error instanceof ApiError ? error.status : 0
  // An id that is none names nothing.
  const status = said === 400 ? 404 : said
  const restore = useRestore(object)
  const binned = useRecordList(
    object.name,
    { filter: `not isBlank(deletedAt) and id in (${quote(id)})`, limit: 1 },
    said === 404,
  )
  const deleted = binned.data?.pages[0]?.data[0]
  if (status === 404 && deleted !== undefined) {
    const name = titleOf(object, deleted)
    return (
      <>
        <title>{t('records.documentTitle', { title: name })}</title>
        <EmptyState
          whole
          icon={IconTrash}
          title={t('activity.deletedTitle', { name })}
          detail={t('activity.deletedWhy')}
          action={
            <Button variant="primary" onClick={() => restore(id, name)}>
              {t('records.restore')}
            </Button>
          }
        />
      </>
    )
  }
  if (status === 404 || status === 403) {
    const title = t(status === 404 ? 'records.noRecord' : 'activity.noRight')
    return (
      <>
        <title>{t('records.documentTitle', { title })}</title>
        <EmptyState
          whole
          {...(status === 403 && { icon: IconLock })}
          title={title}
          detail={t(status === 404 ? 'records.noRecordWhy' : 'activity.noRightWhy')}
          action={
            <ButtonLink to="/o/$object" params={{ object: object.name }}>
              {t('fields.backTo', { name: inSentence(label(object.pluralLabel ?? object.label), language) })}
            </ButtonLink>
          }
        />
      </>
    )
  }
  return <ErrorState detail={error instanceof ApiError ? error.detail : String(error)} onRetry={onRetry} />
}

import { useDocumentTitle } from '@mantine/hooks'
import { useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { ApiError, type RecordData, useCatalogue, useObject, useRecord } from '#web/data/index.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { useKeys } from '#web/design/use-keys.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { carried } from './list/list-row.tsx'
import type { ListSearch } from './list/use-list.ts'
import { Identity } from './record/identity.tsx'
import { KeyFigures } from './record/key-figures.tsx'
import classes from './record/record.module.css'
import { RecordBar } from './record/record-bar.tsx'
import { RecordFields } from './record/record-fields.tsx'
import { RecordSkeleton } from './record/record-skeleton.tsx'
import { RecordTabs } from './record/record-tabs.tsx'
import { relatedLists } from './record/related.ts'
import { RelatedPanel } from './record/related-panel.tsx'
import { firstEditable } from './record/sections.ts'
import { StagePath } from './record/stage-path.tsx'
import { useInlineEdit } from './record/use-inline-edit.ts'

const route = '/shell/o/$object/$id'

/** The page of any record. */
export function Component() {
  const { object, id } = useParams({ from: route })
  return <RecordPage key={`${object} ${id}`} name={object} id={id} />
}

function RecordPage({ name, id }: { name: string; id: string }) {
  const { t } = useMessages()
  const object = useObject(name)
  const { filter = '', sort = '', search = '' } = useSearch({ from: route })
  const from = useMemo<ListSearch>(() => ({ filter, sort, search }), [filter, sort, search])
  const include = object.fields
    .filter((field) => field.type === 'relation' || field.type === 'user')
    .map((field) => field.name)
  const record = useRecord(name, id, include)
  if (record.data !== undefined) return <Loaded object={object} record={record.data} search={from} />
  return (
    <>
      <header className={classes.bar}>
        <Breadcrumb object={object} search={carried(from)} />
      </header>
      {!record.isError ? (
        <RecordSkeleton />
      ) : record.error instanceof ApiError && record.error.status === 404 ? (
        <>
          <title>{t('records.documentTitle', { title: t('records.noRecord') })}</title>
          <EmptyState title={t('records.noRecord')} detail={t('records.noRecordWhy')} />
        </>
      ) : (
        <ErrorState
          detail={record.error instanceof ApiError ? record.error.detail : String(record.error)}
          onRetry={() => void record.refetch()}
        />
      )}
    </>
  )
}

interface LoadedProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly search: ListSearch
}

const listsAtTheRight = 4
const shownAtTheRight = 3

function Loaded({ object, record, search }: LoadedProps) {
  const { t } = useMessages()
  useDocumentTitle(t('records.documentTitle', { title: titleOf(object, record) }))
  const phone = usePhone()
  const edit = useInlineEdit(object, record)
  useKeys({ e: () => edit.setOpen(firstEditable(object)) })
  const { about, pointing } = relatedLists(useCatalogue(), object)
  // What stands in the middle already, and the object's own tree, are not repeated at the right.
  const lists = [...pointing.filter((one) => one.object !== object), ...about.slice(1)].slice(
    0,
    listsAtTheRight,
  )
  return (
    <>
      <RecordBar
        object={object}
        record={record}
        search={search}
        onEscape={edit.open === null ? undefined : () => edit.setOpen(null)}
      />
      <div className={classes.page}>
        <Identity object={object} record={record} />
        <KeyFigures object={object} record={record} />
        <StagePath object={object} record={record} edit={edit} />
        <div className={classes.columns} data-related={lists.length > 0 || undefined}>
          {!phone && <RecordFields object={object} record={record} edit={edit} />}
          <RecordTabs object={object} record={record} edit={edit} phone={phone} />
          {!phone && lists.length > 0 && (
            <aside className={classes.aside}>
              {lists.map((related) => (
                <RelatedPanel
                  key={related.key}
                  related={related}
                  object={object}
                  record={record}
                  limit={shownAtTheRight}
                />
              ))}
            </aside>
          )}
        </div>
      </div>
    </>
  )
}

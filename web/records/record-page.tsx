import { useDocumentTitle } from '@mantine/hooks'
import { IconMessagePlus, IconPencil } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { ApiError, type RecordData, useObject, useRecord, useSession } from '#web/data/index.ts'
import { knownRecord } from '#web/data/known-record.ts'
import { includesOfPage } from '#web/data/prepare-record.ts'
import { useEditable } from '#web/data/use-editable.ts'
import { useRecordMay } from '#web/data/use-record-may.ts'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { useKeys } from '#web/design/use-keys.ts'
import { usePainted } from '#web/design/use-painted.ts'
import { usePhone } from '#web/design/use-phone.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { openComposer } from './activity/open-composer.ts'
import { PhoneComposerBar } from './activity/phone-composer-bar.tsx'
import { rememberSubject } from './activity/recent-subjects.ts'
import { cameBack } from './record/came-back.ts'
import { Identity } from './record/identity.tsx'
import { KeyFigures } from './record/key-figures.tsx'
import { MissingRecord } from './record/missing-record.tsx'
import { PhoneActions } from './record/phone-actions.tsx'
import './record/print.css'
import { RecordActions } from './record/record-actions.tsx'
import { RecordBar } from './record/record-bar.tsx'
import { RecordColumns } from './record/record-columns.tsx'
import { RecordHead } from './record/record-head.tsx'
import classes from './record/record-page.module.css'
import { RecordSkeleton } from './record/record-skeleton.tsx'
import { firstEditable } from './record/sections.ts'
import { StagePath } from './record/stage-path.tsx'
import { useInlineEdit } from './record/use-inline-edit.ts'
import { useWritable } from './record/use-writable.ts'
import { useViewState, type ViewState } from './views/view-state.ts'

const route = '/shell/o/$object/$id'

/** The page of any record. */
export function Component() {
  const { object, id } = useParams({ from: route })
  return <RecordPage key={`${object} ${id}`} name={object} id={id} />
}

function RecordPage({ name, id }: { name: string; id: string }) {
  const object = useObject(name)
  const state = useViewState(object)
  const client = useQueryClient()
  const [known] = useState(() => knownRecord(client, name, id))
  const painted = usePainted(cameBack())
  const record = useRecord(name, id, includesOfPage(object))
  const missing = record.isError && !isSignedOut(record.error)
  useTitleOfTab(object, record.data ?? (missing ? undefined : known))
  if (record.data !== undefined && painted)
    return <Loaded object={object} record={record.data} state={state} />
  return (
    <>
      <RecordHead object={object} state={state} known={missing ? undefined : known} />
      {missing ? (
        <MissingRecord object={object} id={id} error={record.error} onRetry={() => void record.refetch()} />
      ) : (
        <RecordSkeleton object={object} known={known} />
      )}
    </>
  )
}

function useTitleOfTab(object: CatalogueObject, record: RecordData | undefined): void {
  const { t, label } = useMessages()
  const title = record && `${titleOf(object, record)} · ${label(object.pluralLabel ?? object.label)}`
  // Nothing is no title: that of the page before stays until there is one.
  useDocumentTitle(title === undefined ? '' : t('records.documentTitle', { title }))
}

/** Somebody signs in again over the page, which is then there; until then it is on its way. */
const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401

interface LoadedProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly state: ViewState
}

function Loaded({ object: whole, record, state }: LoadedProps) {
  // Before anybody types: what they may not change has no editor.
  const { update } = useRecordMay(whole, record)
  const object = useEditable(whole, update)
  const { t } = useMessages()
  const title = titleOf(object, record)
  const { workspace } = useSession()
  const phone = usePhone()
  const navigate = useNavigate()
  const { tab = 'timeline' } = useSearch({ from: route })
  const onTab = (next: string) =>
    void navigate({
      to: '.',
      search: (old) => ({ ...old, tab: next === 'timeline' ? undefined : next }),
      replace: true,
    })
  const edit = useInlineEdit(object, record)
  const writable = useWritable(object)
  const first = firstEditable(object)
  const begin = () => edit.setOpen(first)
  useKeys({ e: begin }, first !== null)
  const { name } = object
  const about = { object: name, id: record.id, title }
  useCommandsOfPage([
    ...(first === null
      ? []
      : [
          {
            id: 'edit',
            title: t('activity.editFields'),
            words: 'edit change',
            icon: <IconPencil aria-hidden />,
            keyHint: 'E',
            place: 10,
            run: begin,
          },
        ]),
    ...(writable
      ? [
          {
            id: 'write',
            title: t('activity.write'),
            words: 'log activity note call follow up',
            icon: <IconMessagePlus aria-hidden />,
            keyHint: 'N',
            place: 11,
            run: () => openComposer(about),
          },
        ]
      : []),
  ])
  useEffect(() => {
    if (writable) rememberSubject(workspace.id, { object: name, id: record.id, title })
  }, [writable, workspace.id, name, record.id, title])
  return (
    <>
      <RecordBar
        object={object}
        record={record}
        state={state}
        onEscape={edit.open === null ? undefined : () => edit.setOpen(null)}
        onHistory={() => onTab('history')}
        actions={<RecordActions object={object} record={record} />}
      />
      <div className={classes.page}>
        <Identity object={object} record={record} edit={edit} />
        {phone && <PhoneActions object={object} record={record} />}
        <KeyFigures object={object} record={record} />
        <StagePath object={object} record={record} />
        <div className={classes.columns}>
          <RecordColumns object={object} record={record} edit={edit} tab={tab} onTab={onTab} />
        </div>
      </div>
      {phone && writable && <PhoneComposerBar about={about} />}
    </>
  )
}

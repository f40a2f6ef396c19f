import { IconUserPlus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { useRecordMay } from '#web/data/use-record-may.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { fieldViews, isBlank, preparePicker, useRecordName } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './owner.module.css'
import type { InlineEdit } from './use-inline-edit.ts'

interface OwnerProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly edit: InlineEdit
  /** On a phone the name alone. */
  readonly plain?: boolean
}

/** Whose record it is; a touch hands it over. */
export function Owner({ object, record, edit, plain = false }: OwnerProps) {
  const { t, label } = useMessages()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState<unknown>(null)
  const field = object.fieldByName.get('owner')
  const value = field === undefined ? undefined : record[field.wire]
  const { transfer } = useRecordMay(object, record)
  const transferable = field?.writable === true && transfer
  const owner = typeof value === 'string' ? value : ''
  const name = useRecordName({ object: 'user', id: owner, known: field && record[field.name] })
  const begin = () => {
    setDraft(value ?? null)
    setOpen(true)
  }
  useCommandsOfPage(
    transferable
      ? [
          {
            id: 'assign',
            title: t('activity.changeOwner'),
            words: 'assign transfer owner',
            icon: <IconUserPlus aria-hidden />,
            place: 14,
            run: begin,
          },
        ]
      : [],
  )
  if (field === undefined) return null
  const { Editor } = fieldViews[field.type]
  if (open)
    return (
      <span className={classes.editor}>
        <Editor
          id={id}
          object={object.name}
          field={field}
          record={record}
          value={draft}
          label={label(field.label)}
          autoFocus
          onChange={setDraft}
          onCommit={(next) => {
            setOpen(false)
            edit.save(field, next)
          }}
          onCancel={() => setOpen(false)}
        />
      </span>
    )
  return (
    <span className={classes.owner}>
      {!plain && <span className={classes.label}>{label(field.label)}</span>}
      <button
        type="button"
        className={classes.person}
        title={t('activity.changeOwner')}
        disabled={!transferable}
        // What is typed at once must not be lost while the list of people is on its way.
        onPointerEnter={() => void preparePicker()}
        onFocus={() => void preparePicker()}
        onClick={begin}
      >
        <span className={classes.unseen}>{t('activity.changeOwner')}</span>
        {isBlank(value) ? (
          t('records.nobody')
        ) : (
          <>
            {!plain && <Avatar id={owner} name={name} size={24} />}
            <span className={classes.name}>{name}</span>
          </>
        )}
      </button>
    </span>
  )
}

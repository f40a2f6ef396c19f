import { IconPencil } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { fieldViews } from '#web/fields/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './title-edit.module.css'
import type { InlineEdit } from './use-inline-edit.ts'

interface TitleEditProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly edit: InlineEdit
}

/** The record's name as the heading of its page; a touch changes it. */
export function TitleEdit({ object, record, edit }: TitleEditProps) {
  const { t, label } = useMessages()
  const id = useId()
  /** The record as it was when its name was opened: what is saved is a change of that. */
  const [opened, setOpened] = useState<RecordData>()
  const [draft, setDraft] = useState<unknown>(null)
  const [reason, setReason] = useState<string | null>(null)
  const field = object.titleField
  const title = titleOf(object, record)
  const { Editor } = fieldViews[field.type]
  const start = () => {
    if (!field.writable) return
    setDraft(record[field.wire] ?? null)
    setOpened(record)
  }
  if (opened !== undefined)
    return (
      <div className={classes.editor}>
        <Editor
          id={id}
          object={object.name}
          field={field}
          record={record}
          value={draft}
          label={label(field.label)}
          autoFocus
          invalid={reason !== null}
          describedBy={`${id}-reason`}
          onChange={setDraft}
          onRefuse={setReason}
          onCommit={(value) => {
            setOpened(undefined)
            edit.save(field, value, opened)
          }}
          onCancel={() => {
            setReason(null)
            setOpened(undefined)
          }}
        />
        {reason !== null && (
          <span id={`${id}-reason`} className={classes.reason} role="alert">
            {reason}
          </span>
        )}
      </div>
    )
  return (
    <div className={classes.shown}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button behind it takes the keys */}
      <h1
        className={classes.title}
        title={title}
        dir="auto"
        data-writable={field.writable || undefined}
        onClick={start}
      >
        {title}
      </h1>
      {field.writable && (
        <IconButton
          size="sm"
          className={classes.pencil}
          icon={IconPencil}
          label={t('activity.renameNamed', { name: label(field.label) })}
          onClick={start}
        />
      )}
    </div>
  )
}

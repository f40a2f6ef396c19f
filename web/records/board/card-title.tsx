import { useState } from 'react'
import type { RecordData } from '#web/data/index.ts'
import { fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { useBoard } from './board-context.ts'
import classes from './card-face.module.css'

/** The name of a card while it is being edited. */
export function CardTitle({ record }: { record: RecordData }) {
  const { label } = useMessages()
  const { query, acts, store } = useBoard()
  const field = query.object.titleField
  const [value, setValue] = useState<unknown>(record[field.wire])
  const { Editor } = fieldViews[field.type]
  const close = () => store.set({ editing: undefined, active: record.id })
  return (
    <div className={classes.rename}>
      <Editor
        id={`title-${record.id}`}
        object={query.object.name}
        field={field}
        record={record}
        value={value}
        label={label(field.label)}
        autoFocus
        onChange={setValue}
        onCommit={(next) => {
          close()
          acts.rename(record, next)
        }}
        onCancel={close}
      />
    </div>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { getRecord, keys, type RecordData, useObject } from '#web/data/index.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './assign-dialog.module.css'

interface AssignDialogProps {
  readonly onAssign: (person: RecordData) => void
  readonly onClose: () => void
}

const nobody: RecordData = { id: '', version: 0 }

/** Gives tasks to a person. */
export function AssignDialog({ onAssign, onClose }: AssignDialogProps) {
  const { t } = useMessages()
  const client = useQueryClient()
  const id = useId()
  const field = useObject('task').fieldByName.get('assignee')
  if (field === undefined) return null
  const { Editor } = fieldViews[field.type]
  const assign = async (value: unknown) => {
    onClose()
    if (typeof value !== 'string') return
    const person = await client.fetchQuery({
      queryKey: keys.recordWith('user', value, []),
      queryFn: () => getRecord('user', value),
      staleTime: 60_000,
    })
    onAssign(person)
  }
  return (
    <Dialog opened onClose={onClose} title={t('tasks.assign')} width={360}>
      <div className={classes.picker}>
        <Editor
          id={id}
          object="task"
          field={field}
          record={nobody}
          value={null}
          label={t('tasks.assign')}
          autoFocus
          onChange={() => {}}
          onCommit={(value) => void assign(value)}
        />
      </div>
    </Dialog>
  )
}

import { type RecordData, useObject } from '#web/data/index.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { PersonChoice } from '#web/records/bulk/person-choice.tsx'
import classes from './assign-dialog.module.css'

interface AssignDialogProps {
  readonly onAssign: (person: RecordData) => void
  readonly onClose: () => void
}

/** Gives tasks to a person. */
export function AssignDialog({ onAssign, onClose }: AssignDialogProps) {
  const { t } = useMessages()
  const field = useObject('task').fieldByName.get('assignee')
  if (field === undefined) return null
  return (
    <Dialog opened onClose={onClose} title={t('tasks.assign')} width={360}>
      <div className={classes.picker}>
        <PersonChoice
          object="task"
          field={field}
          label={t('tasks.assign')}
          onChoose={onAssign}
          onClose={onClose}
        />
      </div>
    </Dialog>
  )
}

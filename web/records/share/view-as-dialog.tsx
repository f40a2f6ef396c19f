import { IconEye } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useSession } from '#web/data/index.ts'
import { startViewAs } from '#web/data/view-as.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { useRecordName } from '#web/fields/index.ts'
import { RecordPicker } from '#web/fields/record-picker.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './share.module.css'
import { viewAsAsked } from './view-as-asked.ts'

/** Chooses the member with whose eyes to look at the workspace. */
export function ViewAsDialog() {
  const { t } = useMessages()
  const id = useId()
  const { user } = useSession()
  const [person, setPerson] = useState<string>()
  const name = useRecordName({ object: 'user', id: person ?? '' })
  return (
    <Dialog
      opened
      onClose={viewAsAsked.close}
      title={t('sharing.viewAs')}
      footer={
        <>
          <Button onClick={viewAsAsked.close}>{t('design.cancel')}</Button>
          <Button
            variant="primary"
            icon={IconEye}
            disabled={person === undefined}
            onClick={() => person !== undefined && startViewAs(person)}
          >
            {t('sharing.start')}
          </Button>
        </>
      }
    >
      <div className={classes.share}>
        <RecordPicker
          id={id}
          to="user"
          label={t('sharing.viewAsPerson')}
          except={user.id}
          chosen={person === undefined ? [] : [{ id: person, label: name }]}
          multiple={false}
          creates={false}
          autoFocus
          onChange={(ids) => setPerson(ids[0])}
        />
        <p className={classes.quiet}>{t('sharing.viewAsWhat')}</p>
      </div>
    </Dialog>
  )
}

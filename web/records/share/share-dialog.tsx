import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { useRecordMay } from '#web/data/use-record-may.ts'
import { useShares } from '#web/data/use-shares.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { AccessLines } from './access-lines.tsx'
import { AddShare } from './add-share.tsx'
import { ExplainPanel } from './explain-panel.tsx'
import classes from './share.module.css'

interface ShareDialogProps {
  readonly object: CatalogueObject
  readonly record: RecordData
  readonly onClose: () => void
}

/** Who may do what with a record and why, and sharing it with somebody else. */
export function ShareDialog({ object, record, onClose }: ShareDialogProps) {
  const { t } = useMessages()
  const { update } = useRecordMay(object, record)
  const sharing = useShares(object.name, record.id)
  return (
    <Dialog
      opened
      onClose={onClose}
      width={600}
      title={t('sharing.shareNamed', { name: titleOf(object, record) })}
    >
      <div className={classes.share}>
        {update ? <AddShare sharing={sharing} /> : <p className={classes.quiet}>{t('sharing.notYours')}</p>}
        <AccessLines object={object} record={record} sharing={sharing} mayShare={update} />
        <ExplainPanel object={object} record={record} />
      </div>
    </Dialog>
  )
}

import { IconTrash, IconX } from '@tabler/icons-react'
import { Button } from '#web/design/button.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './list.module.css'

/** What can be done with the ticked rows; floats above the totals. */
export function BulkBar(props: { count: number; onDelete: () => void; onClear: () => void }) {
  const { t } = useMessages()
  return (
    <div className={classes.bulk} role="toolbar" aria-label={t('records.selected', { count: props.count })}>
      <strong aria-live="polite">{t('records.selected', { count: props.count })}</strong>
      <Button variant="subtle" icon={IconTrash} className={classes.harm} onClick={props.onDelete}>
        {t('records.delete')}
      </Button>
      <IconButton icon={IconX} label={t('records.clearSelection')} keyHint="Esc" onClick={props.onClear} />
    </div>
  )
}

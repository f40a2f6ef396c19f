import { IconInbox } from '@tabler/icons-react'
import type { Notification } from '#web/data/notifications.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './inbox-preview.module.css'

/** The record of the chosen line. */
export function InboxPreview({ one }: { one: Notification | undefined }) {
  const { t } = useMessages()
  return (
    <div className={classes.preview}>
      {(one === undefined || one.recordId === null) && (
        <EmptyState icon={IconInbox} title={t('inbox.choose')} detail={t('inbox.chooseHow')} />
      )}
    </div>
  )
}

import { IconInbox } from '@tabler/icons-react'
import { useCatalogue } from '#web/data/index.ts'
import type { Notification } from '#web/data/notifications.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './inbox-preview.module.css'
import { InboxRecord } from './inbox-record.tsx'

/** The record of the chosen line. */
export function InboxPreview({ one }: { one: Notification | undefined }) {
  const { t } = useMessages()
  const object = useCatalogue().find(one?.object ?? '')
  return (
    <section
      className={classes.preview}
      aria-label={t('inbox.preview')}
      data-scroll-restoration-id="inbox-preview"
    >
      {one === undefined || one.recordId === null || object === undefined ? (
        <EmptyState icon={IconInbox} title={t('inbox.choose')} detail={t('inbox.chooseHow')} />
      ) : (
        <InboxRecord key={one.recordId} object={object} id={one.recordId} text={one.text} />
      )}
    </section>
  )
}

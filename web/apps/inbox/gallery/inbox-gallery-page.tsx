import { GalleryInside } from '#web/design/gallery/gallery-inside.tsx'
import { Specimen } from '#web/design/gallery/specimen.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { InboxRow } from '../inbox-row.tsx'
import { InboxSkeleton } from '../inbox-skeleton.tsx'
import { notifications } from './samples.ts'

/** Notifications of each kind in each of their states; the second one is chosen. */
export function Component() {
  const { t } = useMessages()
  return (
    <GalleryInside title={t('shell.inbox')}>
      <Specimen title="InboxRow" column>
        {notifications.map((one, index) => (
          <InboxRow
            key={one.id}
            one={one}
            selected={index === 1}
            onClick={(event) => event.preventDefault()}
          />
        ))}
      </Specimen>
      <Specimen title="InboxSkeleton" column>
        <InboxSkeleton />
      </Specimen>
    </GalleryInside>
  )
}

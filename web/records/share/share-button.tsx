import { IconUserShare } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { useKeys } from '#web/design/use-keys.ts'
import { preparePicker } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'

const ShareDialog = lazy(async () => {
  const [{ ShareDialog: Loaded }] = await Promise.all([import('./share-dialog.tsx'), preparePicker()])
  return { default: Loaded }
})

interface ShareButtonProps {
  readonly object: CatalogueObject
  readonly record: RecordData
}

/** Opens the dialog of who may do what with a record; S on its page. */
export function ShareButton({ object, record }: ShareButtonProps) {
  const { t } = useMessages()
  const [opened, setOpened] = useState(false)
  const open = () => setOpened(true)
  useKeys({ s: open })
  useCommandsOfPage([
    {
      id: 'share',
      title: t('sharing.shareThis'),
      words: 'share access who can see why explain',
      icon: <IconUserShare aria-hidden />,
      keyHint: 'S',
      place: 13,
      run: open,
    },
  ])
  return (
    <>
      <IconButton icon={IconUserShare} label={t('sharing.share')} keyHint="S" onClick={open} />
      {opened && (
        <Suspense>
          <ShareDialog object={object} record={record} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  )
}

import { useCreateScimToken } from '#web/data/use-directories.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { SecretOnceDialog } from '../secret-once-dialog.tsx'

/** Makes a token for SCIM. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages()
  return (
    <SecretOnceDialog
      texts={{
        make: t('directories.addToken'),
        name: t('directories.tokenName'),
        nameExample: t('directories.tokenNameExample'),
        secret: t('directories.token'),
        once: t('directories.tokenOnce'),
      }}
      create={useCreateScimToken()}
      inputOf={(name) => name}
      onClose={onClose}
    />
  )
}

import { useState } from 'react'
import { usualKeyLifetime } from '#shared/access/key-lifetimes.ts'
import { useCreateKey } from '#web/data/use-api-keys.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { KeyLimits, type KeyLimitsValue } from './key-limits.tsx'
import { SecretOnceDialog } from './secret-once-dialog.tsx'

/** Makes a key, narrowed as far as its maker says. */
export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useMessages()
  const [limits, setLimits] = useState<KeyLimitsValue>({
    roleId: undefined,
    readOnly: false,
    objects: null,
    expiresInDays: usualKeyLifetime,
  })
  return (
    <SecretOnceDialog
      texts={{
        make: t('settings.createKey'),
        name: t('settings.keyName'),
        nameExample: t('settings.keyNameExample'),
        secret: t('settings.key'),
        once: t('settings.keyOnce'),
      }}
      create={useCreateKey()}
      inputOf={(name) => (limits.objects?.length === 0 ? undefined : { name, ...limits })}
      onClose={onClose}
    >
      {(sent) => (
        <KeyLimits
          value={limits}
          sent={sent}
          onChange={(part) => setLimits((former) => ({ ...former, ...part }))}
        />
      )}
    </SecretOnceDialog>
  )
}

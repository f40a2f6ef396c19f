import type { Provider } from '#web/data/providers.ts'
import { useRemoveProvider } from '#web/data/use-providers.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'

/** Asks before a way to sign in goes. */
export function RemoveProviderDialog({ provider, onClose }: { provider: Provider; onClose: () => void }) {
  const { t } = useMessages()
  const remove = useRemoveProvider()
  const { id, name } = provider
  const confirm = () =>
    remove.mutate(id, {
      onSuccess: () => {
        showToast(t('providers.removed', { name }))
        onClose()
      },
    })
  return (
    <ConfirmDialog
      title={t('providers.removeNamed', { name })}
      action={t('providers.remove')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t('providers.removeWhat', { name })}
    </ConfirmDialog>
  )
}

import type { ApiKey } from '#web/data/api-keys.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useRevokeKey } from '#web/data/use-api-keys.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** Asks before a key is revoked: this cannot be undone. */
export function RevokeKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useMessages()
  const revoke = useRevokeKey()
  const confirm = () =>
    revoke.mutate(apiKey.id, {
      onSuccess: () => {
        showToast(t('settings.keyRevoked', { name: apiKey.name }))
        onClose()
      },
    })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('settings.revokeKeyNamed', { name: apiKey.name })}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            {t('design.cancel')}
          </Button>
          <Button variant="danger" busy={revoke.isPending} onClick={confirm}>
            {t('settings.revokeKey')}
          </Button>
        </>
      }
    >
      <p>{t('settings.revokeKeyWhat')}</p>
      <FormProblem>{problemText(t, revoke.error)}</FormProblem>
    </Dialog>
  )
}

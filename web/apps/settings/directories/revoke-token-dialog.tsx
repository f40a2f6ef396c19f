import type { ScimToken } from '#shared/operations/directories.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useRevokeScimToken } from '#web/data/use-directories.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'

/** Asks before a token is withdrawn: this cannot be undone. */
export function RevokeTokenDialog({ token, onClose }: { token: ScimToken; onClose: () => void }) {
  const { t } = useMessages()
  const revoke = useRevokeScimToken()
  const { id, name } = token
  const confirm = () =>
    revoke.mutate(id, {
      onSuccess: () => {
        showToast(t('directories.revoked', { name }))
        onClose()
      },
    })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('directories.revokeNamed', { name })}
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            {t('design.cancel')}
          </Button>
          <Button variant="danger" busy={revoke.isPending} onClick={confirm}>
            {t('directories.revoke')}
          </Button>
        </>
      }
    >
      <p>{t('directories.revokeWhat')}</p>
      <FormProblem>{problemText(t, revoke.error)}</FormProblem>
    </Dialog>
  )
}

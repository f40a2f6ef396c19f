import { useMutation } from '@tanstack/react-query'
import { resetFactors } from '#web/data/members.ts'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

interface ResetFactorsDialogProps {
  readonly member: { readonly id: string; readonly name: string }
  readonly onClose: () => void
}

/** For a member who lost phone and passkeys: all that is beside the password goes, and they sign in anew. */
export function ResetFactorsDialog({ member, onClose }: ResetFactorsDialogProps) {
  const { t } = useMessages()
  const { id, name } = member
  const reset = useMutation({ mutationFn: resetFactors })
  const confirm = () =>
    reset.mutate(id, {
      onSuccess: () => {
        showToast(t('signInPolicy.factorsReset', { name }))
        onClose()
      },
    })
  return (
    <ConfirmDialog
      title={t('signInPolicy.resetFactorsNamed', { name })}
      action={t('signInPolicy.resetFactors')}
      busy={reset.isPending}
      error={reset.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t('signInPolicy.resetFactorsWhat')}
    </ConfirmDialog>
  )
}

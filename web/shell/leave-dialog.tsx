import { useMutation } from '@tanstack/react-query'
import { leaveAnyway, leaving } from '#web/data/leaving.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useOutbox } from '#web/data/use-outbox.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

/** Signing out would lose what was not saved: asks first. */
export function LeaveDialog() {
  const { t } = useMessages()
  const { waiting, refused } = useOutbox()
  const leave = useMutation({ mutationFn: leaveAnyway, networkMode: 'always' })
  return (
    <Dialog
      opened
      onClose={leaving.stay}
      title={t('outbox.leaveTitle')}
      footer={
        <>
          <Button onClick={leaving.stay}>{t('design.cancel')}</Button>
          <Button variant="danger" busy={leave.isPending} onClick={() => leave.mutate()}>
            {t('outbox.leave')}
          </Button>
        </>
      }
    >
      <p>{t('outbox.leaveText', { count: waiting.length + refused.length })}</p>
      <FormProblem>{problemText(t, leave.error)}</FormProblem>
    </Dialog>
  )
}

import { useBlocker } from '@tanstack/react-router'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

/** Asks before the page is left with changes that were not saved; the browser asks before it is closed. */
export function LeaveQuestion({ name, count }: { name: string; count: number }) {
  const { t } = useMessages()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => count > 0 && current.pathname !== next.pathname,
    enableBeforeUnload: () => count > 0,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Dialog
      opened
      onClose={blocker.reset}
      title={t('access.leaveTitle')}
      footer={
        <>
          <Button onClick={blocker.reset} data-autofocus>
            {t('access.stay')}
          </Button>
          <Button variant="danger" onClick={blocker.proceed}>
            {t('access.leave')}
          </Button>
        </>
      }
    >
      <p>{t('access.leaveWhat', { name, count })}</p>
    </Dialog>
  )
}

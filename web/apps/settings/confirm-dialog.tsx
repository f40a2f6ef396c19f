import type { ReactNode } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

interface ConfirmDialogProps {
  readonly title: string
  readonly children: ReactNode
  /** Asked beside it. */
  readonly more?: ReactNode
  /** What is done. */
  readonly action: string
  readonly busy: boolean
  readonly error: unknown
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useMessages()
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={props.title}
      footer={
        <>
          <Button onClick={props.onClose} data-autofocus>
            {t('design.cancel')}
          </Button>
          <Button variant="danger" busy={props.busy} onClick={props.onConfirm}>
            {props.action}
          </Button>
        </>
      }
    >
      <p>{props.children}</p>
      {props.more}
      <FormProblem>{problemText(t, props.error)}</FormProblem>
    </Dialog>
  )
}

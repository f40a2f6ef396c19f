import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { problemText } from '#web/data/problem-text.ts'
import { useSignReview } from '#web/data/use-reviews.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { FormProblem } from '#web/design/form-problem.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

interface SignOffDialogProps {
  readonly id: string
  readonly onClose: () => void
}

/** The signature under a review: nothing of it changes afterwards. */
export function SignOffDialog({ id, onClose }: SignOffDialogProps) {
  const { t } = useMessages()
  const [comment, setComment] = useState('')
  const sign = useSignReview(id)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('reviews.signOff')}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button
            variant="primary"
            busy={sign.isPending}
            onClick={() => sign.mutate(comment.trim(), { onSuccess: onClose })}
          >
            {t('reviews.signOff')}
          </Button>
        </>
      }
    >
      <p>{t('reviews.signOffWhat')}</p>
      <Textarea
        label={t('reviews.comment')}
        maxLength={500}
        autosize
        minRows={2}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <FormProblem>{problemText(t, sign.error)}</FormProblem>
    </Dialog>
  )
}

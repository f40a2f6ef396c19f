import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ReviewLine } from '#web/data/reviews.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'

interface WithdrawDialogProps {
  readonly lines: readonly ReviewLine[]
  readonly busy: boolean
  readonly error: unknown
  readonly onConfirm: (comment: string) => void
  readonly onClose: () => void
}

/** Roles are taken at once: that is asked, and why it is done may be said. */
export function WithdrawDialog({ lines, busy, error, onConfirm, onClose }: WithdrawDialogProps) {
  const { t } = useMessages()
  const [comment, setComment] = useState('')
  const [only] = lines
  return (
    <ConfirmDialog
      title={t('reviews.withdraw')}
      action={t('reviews.withdraw')}
      busy={busy}
      error={error}
      onConfirm={() => onConfirm(comment.trim())}
      onClose={onClose}
      more={
        <Textarea
          label={t('reviews.comment')}
          maxLength={500}
          autosize
          minRows={2}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      }
    >
      {lines.length === 1 && only !== undefined
        ? t('reviews.withdrawWhat', { name: only.name, role: only.role })
        : t('reviews.withdrawMany', { count: lines.length })}
    </ConfirmDialog>
  )
}

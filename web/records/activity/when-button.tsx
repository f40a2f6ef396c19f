import { IconClock } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useCatalogue, useLocale } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { fieldViews } from '#web/fields/index.ts'
import { shortDateTime } from '#web/fields/short-date.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './composer.module.css'

interface WhenButtonProps {
  /** ISO 8601 UTC; null: now. */
  readonly at: string | null
  readonly onChange: (at: string | null) => void
}

const blankRecord = { id: '', version: 0 }

/** When it happened: now unless one says otherwise, typed as one says it (`昨天下午3点`). */
export function WhenButton({ at, onChange }: WhenButtonProps) {
  const { t } = useMessages()
  const locale = useLocale()
  const id = useId()
  const field = useCatalogue().find('activity')?.fieldByName.get('occurredAt')
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(at)
  const [refused, setRefused] = useState<string | null>(null)
  if (field === undefined) return null
  const { Editor } = fieldViews[field.type]
  const close = () => {
    setRefused(null)
    setOpen(false)
  }
  if (!open)
    return (
      <Button
        variant="subtle"
        icon={IconClock}
        title={t('activity.when')}
        className={classes.whenButton}
        onClick={() => {
          setDraft(at)
          setOpen(true)
        }}
      >
        {at === null ? t('activity.now') : shortDateTime(at, locale)}
      </Button>
    )
  return (
    <span className={classes.when}>
      <Editor
        id={id}
        object="activity"
        field={field}
        record={blankRecord}
        value={draft}
        label={t('activity.when')}
        autoFocus
        invalid={refused !== null}
        onRefuse={setRefused}
        onChange={(value) => setDraft(typeof value === 'string' ? value : null)}
        onCommit={(value) => {
          onChange(typeof value === 'string' ? value : null)
          close()
        }}
        onCancel={close}
      />
    </span>
  )
}
